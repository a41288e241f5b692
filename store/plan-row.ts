/** The `plans` table's row, and what it means. */
import type { Knex } from 'knex'
import type { AmendmentDocument, NormalPlan } from '../domain/plan/document.ts'
import type { RowReader } from './row-reader.ts'

export interface PlanRow {
  id: string
  owner_id: string
  coach_id: string | null
  name: string
  version: number
  document: unknown
  amendment: unknown
  amendment_version: number
  created_at: Date
  updated_at: Date
}

export interface PlanSummary {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly ownerId: string
  readonly coachId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A version of a plan; what it holds never changes. */
export type PlanVersion = Pick<PlanSummary, 'id' | 'version' | 'updatedAt'>

export interface StoredPlan extends PlanSummary {
  /** Throws `UnreadableRow`, as the amendment does: each when it is asked for, so that neither keeps the other back. */
  readonly plan: NormalPlan
  /** What the coach said, no more; `withDefaults` fills in the rest. */
  readonly amendment: AmendmentDocument
  readonly amendmentVersion: number
}

export const summaryColumns = [
  'id',
  'name',
  'version',
  'owner_id',
  'coach_id',
  'created_at',
  'updated_at',
] as const

export const toSummary = (
  row: Omit<PlanRow, 'document' | 'amendment' | 'amendment_version'>,
): PlanSummary => ({
  id: row.id,
  name: row.name,
  version: row.version,
  ownerId: row.owner_id,
  coachId: row.coach_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const toStoredPlan = (row: PlanRow, rows: RowReader): StoredPlan => {
  let plan: NormalPlan | undefined
  let amendment: AmendmentDocument | undefined
  return {
    ...toSummary(row),
    get plan() {
      plan ??= rows.require('plan', row.id, row.document)
      return plan
    },
    get amendment() {
      amendment ??= rows.require('amendment', row.id, row.amendment)
      return amendment
    },
    amendmentVersion: row.amendment_version,
  }
}

/** The columns that a plan document fills. Text, because the drivers would send a bare array or object their own way. */
export const documentColumns = (plan: NormalPlan): Record<string, unknown> => ({
  name: plan.name,
  coach_id: plan.coachId ?? null,
  document: JSON.stringify(plan),
})

/** The database's own moment, to the millisecond: the clocks of several instances may differ. */
export const now = (knex: Knex): Knex.Raw => knex.raw('now()::timestamptz(3)')
