/** The `time_crunch_applications` table's row, and what it means. */
import type { AppliedSession } from '../domain/applications/applied-session.ts'
import type { RowReader, StoredDocuments } from './row-reader.ts'

export type EndedAs = 'replaced' | 'reverted'

/** What the table's own columns say. */
export interface ApplicationHead {
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
  readonly appliedBy: string
  readonly createdAt: Date
  /** Null while nothing has taken its place. */
  readonly end: { readonly as: EndedAs; readonly by: string; readonly at: Date } | null
}

/** What a list shows of a session, which can be large. */
export type SessionSummary = StoredDocuments['sessionSummary']

export interface ListedApplication extends ApplicationHead {
  /** Undefined where the session can't be read. */
  readonly summary: SessionSummary | undefined
}

export interface StoredApplication extends ApplicationHead {
  /** Throws `UnreadableRow`, when it is asked for. */
  readonly session: AppliedSession
}

export interface HeadRow {
  id: string
  plan_id: string
  plan_version: number
  session_id: string
  training_date: string
  target_minutes: number
  unavailable_equipment: string[]
  programme_digest: string
  applied_by: string
  created_at: Date
  ended_as: EndedAs | null
  ended_by: string | null
  ended_at: Date | null
}

export type ListedRow = HeadRow & { outcome: unknown; original_seconds: unknown; compressed_seconds: unknown }
export type ApplicationRow = HeadRow & { session: unknown }

const headColumns = [
  'id',
  'plan_id',
  'plan_version',
  'session_id',
  // As text: the drivers would make a moment of it, in the time zone of this machine.
  `to_char(training_date, 'YYYY-MM-DD') as training_date`,
  'target_minutes',
  'unavailable_equipment',
  'programme_digest',
  'applied_by',
  'created_at',
  'ended_as',
  'ended_by',
  'ended_at',
].join(', ')

// As JSON: made text or numbers of by the database, any session that holds something else would fail the whole list.
export const listedColumns = `${headColumns},
  session -> 'outcome' as outcome,
  session -> 'originalDurationSeconds' as original_seconds,
  session -> 'compressedDurationSeconds' as compressed_seconds`

export const applicationColumns = `${headColumns}, session`

const toHead = (row: HeadRow): ApplicationHead => ({
  id: row.id,
  planId: row.plan_id,
  planVersion: row.plan_version,
  sessionId: row.session_id,
  date: row.training_date,
  targetMinutes: row.target_minutes,
  unavailableEquipment: row.unavailable_equipment,
  programmeDigest: row.programme_digest,
  appliedBy: row.applied_by,
  createdAt: row.created_at,
  end: row.ended_as && { as: row.ended_as, by: row.ended_by!, at: row.ended_at! },
})

export const toListed = (row: ListedRow, rows: RowReader): ListedApplication => ({
  ...toHead(row),
  summary: rows.find('sessionSummary', row.id, {
    outcome: row.outcome,
    originalDurationSeconds: row.original_seconds,
    compressedDurationSeconds: row.compressed_seconds,
  }),
})

/** The same from a whole session: what is not an object has none of it. */
export const toListedOfWhole = ({ session, ...row }: ApplicationRow, rows: RowReader): ListedApplication => {
  const { outcome, originalDurationSeconds, compressedDurationSeconds } = Object(session)
  return toListed(
    {
      ...row,
      outcome,
      original_seconds: originalDurationSeconds,
      compressed_seconds: compressedDurationSeconds,
    },
    rows,
  )
}

export const toApplication = (row: ApplicationRow, rows: RowReader): StoredApplication => ({
  ...toHead(row),
  get session() {
    return rows.require('appliedSession', row.id, row.session)
  },
})
