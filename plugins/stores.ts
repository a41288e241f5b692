/** The stores that routes use, one decorator an aggregate. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { createPlanStore, type PlanStore } from '../store/plan-store.ts'

declare module 'fastify' {
  interface FastifyInstance {
    planStore: PlanStore
  }
}

const stores = async (app: FastifyInstance): Promise<void> => {
  app.decorate('planStore', createPlanStore(app.database.knex, randomUUID))
}

export default fp(stores, { name: 'stores', dependencies: ['database'] })
