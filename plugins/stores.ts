/** The stores that routes use, one decorator an aggregate; and what is told of rows that they can't read. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { type ApplicationStore, createApplicationStore } from '../store/application-store.ts'
import { type CurationStore, createCurationStore } from '../store/curation-store.ts'
import { createFeedbackStore, type FeedbackStore } from '../store/feedback-store.ts'
import { createIdempotencyStore, type IdempotencyStore } from '../store/idempotency-store.ts'
import { createMovementStore, type MovementStore } from '../store/movement-store.ts'
import { createPlanStore, type PlanStore } from '../store/plan-store.ts'
import {
  createRowReader,
  type DocumentChecks,
  type RowReader,
  tablesOfDocuments,
  trustingReader,
  type UnreadableRow,
} from '../store/row-reader.ts'

export interface StoresOptions {
  /** What the JSON in the tables has to be; without them every row is taken for what it says. */
  readonly documents?: DocumentChecks
}

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

/** A row that many requests would meet is written into the log this often. */
const repeatAfterMs = 60_000
const rememberedRows = 1_000

const createTeller = (app: FastifyInstance): ((row: UnreadableRow) => void) => {
  const { Counter, register } = app.metrics.client
  const counter = new Counter({
    name: 'planning_engine_unreadable_rows_total',
    help: 'Readings of a row whose JSON is not what it has to be.',
    labelNames: ['table'],
    registers: [register],
  })
  for (const table of tablesOfDocuments) counter.inc({ table }, 0)
  const told = new LRUCache<string, true>({ max: rememberedRows, ttl: repeatAfterMs })
  return ({ table, column, id }) => {
    counter.inc({ table })
    const name = `${table} ${column} ${id}`
    if (told.has(name)) return
    told.set(name, true)
    app.log.error({ table, column, id }, 'a row cannot be read')
  }
}

const stores = async (app: FastifyInstance, { documents }: StoresOptions): Promise<void> => {
  const { knex } = app.database
  const rows: RowReader = documents ? createRowReader(documents, createTeller(app)) : trustingReader
  const movementStore = createMovementStore(knex, rows)
  app.decorate('movementStore', movementStore)
  app.decorate('curationStore', createCurationStore(knex, randomUUID, movementStore, rows))
  app.decorate('applicationStore', createApplicationStore(knex, randomUUID, rows))
  app.decorate('idempotencyStore', createIdempotencyStore(knex, rows))
  app.decorate('feedbackStore', createFeedbackStore(knex, randomUUID, rows))
  app.decorate('planStore', createPlanStore(knex, randomUUID, rows))
}

export default fp(stores, { name: 'stores', dependencies: ['database', 'metrics'] })
