/** The stores that routes use, one decorator an aggregate. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { type ApplicationStore, createApplicationStore } from '../store/application-store.ts'
import { type CurationStore, createCurationStore } from '../store/curation-store.ts'
import { createFeedbackStore, type FeedbackStore } from '../store/feedback-store.ts'
import { createIdempotencyStore, type IdempotencyStore } from '../store/idempotency-store.ts'
import { createMovementStore, type MovementStore } from '../store/movement-store.ts'
import { createPlanStore, type PlanStore } from '../store/plan-store.ts'

declare module 'fastify' {
  interface FastifyInstance {
    applicationStore: ApplicationStore
    curationStore: CurationStore
    feedbackStore: FeedbackStore
    idempotencyStore: IdempotencyStore
    movementStore: MovementStore
    planStore: PlanStore
  }
}

const stores = async (app: FastifyInstance): Promise<void> => {
  const movementStore = createMovementStore(app.database.knex)
  app.decorate('movementStore', movementStore)
  app.decorate('curationStore', createCurationStore(app.database.knex, randomUUID, movementStore))
  app.decorate('applicationStore', createApplicationStore(app.database.knex, randomUUID))
  app.decorate('idempotencyStore', createIdempotencyStore(app.database.knex))
  app.decorate('feedbackStore', createFeedbackStore(app.database.knex, randomUUID))
  app.decorate('planStore', createPlanStore(app.database.knex, randomUUID))
}

export default fp(stores, { name: 'stores', dependencies: ['database'] })
