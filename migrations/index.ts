/** Every migration in order. A list, not a folder scan: the same under tsx and built, and nothing can slip in. */
import type { Knex } from 'knex'
import * as plans from './20250101-plans.ts'
import * as activeUsers from './20250102-active-users.ts'
import * as movements from './20250103-movements.ts'
import * as curation from './20250104-curation.ts'
import * as applications from './20250105-applications.ts'
import * as feedback from './20250106-feedback.ts'

export interface Migration {
  /** Recorded in the database: never changes once released. */
  readonly name: string
  readonly up: (knex: Knex) => Promise<void>
  readonly down: (knex: Knex) => Promise<void>
}

export const migrations: readonly Migration[] = Object.freeze([
  { name: '20250101-plans', ...plans },
  { name: '20250102-active-users', ...activeUsers },
  { name: '20250103-movements', ...movements },
  { name: '20250104-curation', ...curation },
  { name: '20250105-applications', ...applications },
  { name: '20250106-feedback', ...feedback },
])
