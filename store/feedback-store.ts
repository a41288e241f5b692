/** Feedback in the database: one row a fact, the last word on it stays; lists by keyset; plan and feedback go together. */
import type { Knex } from 'knex'
import type { FeedbackReport } from '../domain/adaptation/report.ts'
import { now } from './plan-row.ts'
import { isRowId } from './row-id.ts'
import { type RowReader, trustingReader } from './row-reader.ts'

export interface StoredFeedback {
  readonly id: string
  readonly planId: string
  /** Of the plan, when it was reported. */
  readonly planVersion: number
  /** 1 when new, one more with every report that replaces it. */
  readonly version: number
  /** Of the training, YYYY-MM-DD. */
  readonly date: string
  readonly report: FeedbackReport
  readonly reportedBy: string
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A row of a list: what was reported is undefined where it can't be read. */
export interface ListedFeedback extends Omit<StoredFeedback, 'report'> {
  readonly report: FeedbackReport | undefined
}

/** The last row of a page: the latest training comes first. */
export interface FeedbackPosition {
  /** YYYY-MM-DD */
  readonly date: string
  readonly id: string
}

export interface NewFeedback {
  readonly planId: string
  readonly planVersion: number
  readonly report: FeedbackReport
  readonly reportedBy: string
}

export interface FeedbackStore {
  /**
   * Stores a report, or replaces the one of the same plan, session, day and exercise; `version` tells which. Undefined
   * when the plan is gone.
   */
  record(feedback: NewFeedback): Promise<StoredFeedback | undefined>
  list(planId: string, limit: number, after?: FeedbackPosition): Promise<ListedFeedback[]>
  /** The reports of the days up to the latest one, at most as many as an analysis needs; without those that can't be read. */
  recent(planId: string, days: number): Promise<FeedbackReport[]>
  /** False when the plan has no such feedback. */
  remove(planId: string, feedbackId: string): Promise<boolean>
}

interface FeedbackRow {
  id: string
  plan_id: string
  plan_version: number
  version: number
  report: unknown
  reported_by: string
  created_at: Date
  updated_at: Date
}

const columns = [
  'id',
  'plan_id',
  'plan_version',
  'version',
  'report',
  'reported_by',
  'created_at',
  'updated_at',
] as const

const toHead = (row: FeedbackRow): Omit<StoredFeedback, 'date' | 'report'> => ({
  id: row.id,
  planId: row.plan_id,
  planVersion: row.plan_version,
  version: row.version,
  reportedBy: row.reported_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** Six weeks of two sessions a day with thirty exercises are half of this. */
const mostRead = 5_000

const onceOnly = "(plan_id, session_id, training_date, coalesce(exercise_id, ''))"

export const createFeedbackStore = (
  knex: Knex,
  makeId: () => string,
  rows: RowReader = trustingReader,
): FeedbackStore => {
  const newestFirst = (planId: string) =>
    knex('feedback')
      .where({ plan_id: planId })
      .orderBy([
        { column: 'training_date', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])

  return {
    record: ({ planId, planVersion, report, reportedBy }) =>
      knex.transaction(async (transaction) => {
        // Holds the plan until the feedback is in, so that a deletion in between is seen as one, not as a broken reference.
        const plan = await transaction('plans').where({ id: planId }).forKeyShare().first('id')
        if (!plan) return undefined
        const said = {
          plan_version: planVersion,
          report: JSON.stringify(report),
          reported_by: reportedBy,
          updated_at: now(transaction),
        }
        const [row] = await transaction('feedback')
          .insert({
            ...said,
            id: makeId(),
            plan_id: planId,
            session_id: report.sessionId,
            exercise_id: report.kind === 'rpe' ? report.exerciseId : null,
            training_date: report.date,
            version: 1,
            created_at: now(transaction),
          })
          .onConflict(transaction.raw(onceOnly) as unknown as string)
          .merge({ ...said, version: transaction.raw('feedback.version + 1') })
          .returning([...columns])
        return { ...toHead(row), date: report.date, report }
      }),

    async list(planId, limit, after) {
      const query = newestFirst(planId)
        // As text: the drivers would make a moment of it, in the time zone of this machine.
        .select(...columns, knex.raw(`to_char(training_date, 'YYYY-MM-DD') as date`))
        .limit(limit)
      if (after) query.whereRaw('(training_date, id) < (?, ?)', [after.date, after.id])
      const found: (FeedbackRow & { date: string })[] = await query
      return found.map((row) => ({
        ...toHead(row),
        date: row.date,
        report: rows.find('report', row.id, row.report),
      }))
    },

    async recent(planId, days) {
      const found: Pick<FeedbackRow, 'id' | 'report'>[] = await newestFirst(planId)
        .select('id', 'report')
        .whereRaw(
          'training_date >= (select max(training_date) from feedback where plan_id = ?) - ?::integer',
          [planId, days],
        )
        .limit(mostRead)
      return found.flatMap(({ id, report }) => rows.find('report', id, report) ?? [])
    },

    async remove(planId, feedbackId) {
      if (!isRowId(feedbackId)) return false
      const removed = await knex('feedback')
        .where({ plan_id: planId, id: feedbackId })
        .delete()
        .returning('id')
      return removed.length > 0
    },
  }
}
