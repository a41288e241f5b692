/**
 * What the JSON in the tables has to be, and what becomes of a row whose JSON is something else (a hand in the database, a
 * restore gone wrong): it is told of by table and id, never by content, and nobody gets an answer that was made of it.
 */
import type { FeedbackReport } from '../domain/adaptation/report.ts'
import type { AppliedSession } from '../domain/applications/applied-session.ts'
import type { MovementDraft } from '../domain/curation/movement-draft.ts'
import type { Movement } from '../domain/movements/movement.ts'
import type { AmendmentDocument, NormalPlan } from '../domain/plan/document.ts'

export interface StoredDocuments {
  plan: NormalPlan
  amendment: AmendmentDocument
  appliedSession: AppliedSession
  /** What lists show of one. */
  sessionSummary: Pick<AppliedSession, 'outcome' | 'originalDurationSeconds' | 'compressedDurationSeconds'>
  /** What was answered under an Idempotency-Key. */
  answer: { readonly status: number; readonly body: unknown }
  report: FeedbackReport
  movement: Movement
  draft: MovementDraft
}

export type DocumentKind = keyof StoredDocuments

/** Whether a value is what a column of its kind holds. */
export type DocumentChecks = { readonly [Kind in DocumentKind]: (value: unknown) => boolean }

const places: Readonly<Record<DocumentKind, { readonly table: string; readonly column: string }>> = {
  plan: { table: 'plans', column: 'document' },
  amendment: { table: 'plans', column: 'amendment' },
  appliedSession: { table: 'time_crunch_applications', column: 'session' },
  sessionSummary: { table: 'time_crunch_applications', column: 'session' },
  answer: { table: 'idempotency_keys', column: 'answer' },
  report: { table: 'feedback', column: 'report' },
  movement: { table: 'movements', column: 'document' },
  draft: { table: 'movement_drafts', column: 'document' },
}

export const tablesOfDocuments: readonly string[] = [
  ...new Set(Object.values(places).map(({ table }) => table)),
]

/** A row that nobody can read; what it holds is not said. */
export class UnreadableRow extends Error {
  readonly table: string
  readonly column: string
  /** What the row is found by: the key, or where that names a person, a digest that stands beside it. */
  readonly id: string

  constructor(kind: DocumentKind, id: string) {
    const { table, column } = places[kind]
    super(`the ${column} of a row of ${table} is not what it has to be`)
    this.name = 'UnreadableRow'
    this.table = table
    this.column = column
    this.id = id
  }
}

export interface RowReader {
  /** For lists: undefined, and told of, where the value is not what it has to be. */
  find<Kind extends DocumentKind>(kind: Kind, id: string, value: unknown): StoredDocuments[Kind] | undefined
  /** For a row that was asked for: throws `UnreadableRow`, and tells of it. */
  require<Kind extends DocumentKind>(kind: Kind, id: string, value: unknown): StoredDocuments[Kind]
}

export const createRowReader = (checks: DocumentChecks, tell: (row: UnreadableRow) => void): RowReader => {
  const find: RowReader['find'] = (kind, id, value) => {
    if (checks[kind](value)) return value as StoredDocuments[typeof kind]
    tell(new UnreadableRow(kind, id))
    return undefined
  }
  return {
    find,
    require(kind, id, value) {
      const found = find(kind, id, value)
      if (found === undefined) throw new UnreadableRow(kind, id)
      return found
    },
  }
}

/** What is read, or undefined where its row can't be: for those who can do without. */
export const whereReadable = <Value>(read: () => Value): Value | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined
    throw error
  }
}

/** For rows that were written a moment ago, and for commands that bring no checks along. */
export const trustingReader: RowReader = {
  find: (_kind, _id, value) => value as never,
  require: (_kind, _id, value) => value as never,
}
