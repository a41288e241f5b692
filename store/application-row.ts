/** The `time_crunch_applications` table's row, and what it means. */
import type { AppliedSession } from '../domain/applications/applied-session.ts'

export type EndedAs = 'replaced' | 'reverted'

/** Without the session itself, which can be large. */
export interface ApplicationSummary {
  readonly id: string
  readonly planId: string
  /** Of the plan, when it was applied. */
  readonly planVersion: number
  readonly sessionId: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly targetMinutes: number
  /** Words of the vocabulary, in order. */
  readonly unavailableEquipment: readonly string[]
  readonly programmeDigest: string
  readonly outcome: AppliedSession['outcome']
  readonly originalDurationSeconds: number
  readonly compressedDurationSeconds: number
  readonly appliedBy: string
  readonly createdAt: Date
  /** Null while nothing has taken its place. */
  readonly end: { readonly as: EndedAs; readonly by: string; readonly at: Date } | null
}

export interface StoredApplication extends ApplicationSummary {
  readonly session: AppliedSession
}

export interface SummaryRow {
  id: string
  plan_id: string
  plan_version: number
  session_id: string
  training_date: string
  target_minutes: number
  unavailable_equipment: string[]
  programme_digest: string
  outcome: AppliedSession['outcome']
  original_seconds: number
  compressed_seconds: number
  applied_by: string
  created_at: Date
  ended_as: EndedAs | null
  ended_by: string | null
  ended_at: Date | null
}

export type ApplicationRow = SummaryRow & { session: AppliedSession }

export const summaryColumns = [
  'id',
  'plan_id',
  'plan_version',
  'session_id',
  // As text: the drivers would make a moment of it, in the time zone of this machine.
  `to_char(training_date, 'YYYY-MM-DD') as training_date`,
  'target_minutes',
  'unavailable_equipment',
  'programme_digest',
  `session ->> 'outcome' as outcome`,
  `(session ->> 'originalDurationSeconds')::integer as original_seconds`,
  `(session ->> 'compressedDurationSeconds')::integer as compressed_seconds`,
  'applied_by',
  'created_at',
  'ended_as',
  'ended_by',
  'ended_at',
].join(', ')

export const applicationColumns = `${summaryColumns}, session`

export const toSummary = (row: SummaryRow): ApplicationSummary => ({
  id: row.id,
  planId: row.plan_id,
  planVersion: row.plan_version,
  sessionId: row.session_id,
  date: row.training_date,
  targetMinutes: row.target_minutes,
  unavailableEquipment: row.unavailable_equipment,
  programmeDigest: row.programme_digest,
  outcome: row.outcome,
  originalDurationSeconds: row.original_seconds,
  compressedDurationSeconds: row.compressed_seconds,
  appliedBy: row.applied_by,
  createdAt: row.created_at,
  end: row.ended_as && { as: row.ended_as, by: row.ended_by!, at: row.ended_at! },
})

export const toApplication = (row: ApplicationRow): StoredApplication => ({
  ...toSummary(row),
  session: row.session,
})
