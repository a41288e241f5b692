/** Applications in the database: at most one current a plan, session and day; what it took the place of stays. */
import type { Knex } from 'knex'
import type { AppliedSession } from '../domain/applications/applied-session.ts'
import {
  type ApplicationRow,
  applicationColumns,
  type EndedAs,
  type ListedApplication,
  type ListedRow,
  listedColumns,
  type StoredApplication,
  toApplication,
  toListed,
  toListedOfWhole,
} from './application-row.ts'
import { now } from './plan-row.ts'
import { isRowId } from './row-id.ts'
import { type RowReader, trustingReader } from './row-reader.ts'

export interface NewApplication {
  readonly planId: string
  readonly planVersion: number
  readonly sessionId: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly targetMinutes: number
  /** Words of the vocabulary, in order. */
  readonly unavailableEquipment: readonly string[]
  readonly programmeDigest: string
  readonly session: AppliedSession
  readonly appliedBy: string
}

export type Applied =
  | { readonly outcome: 'applied' | 'repeated'; readonly application: StoredApplication }
  | { readonly outcome: 'plan_gone' }
  | { readonly outcome: 'plan_changed' }

/** The first and the last day. */
export interface Days {
  readonly from?: string
  readonly to?: string
}

export interface ApplicationListQuery extends Days {
  readonly planId: string
  readonly limit: number
  /** The last row of the page before: the latest application comes first. */
  readonly after?: { readonly createdAt: Date; readonly id: string }
}

export interface ApplicationStore {
  /**
   * The current application of the session and day becomes this one, unless it is the same already: same version of
   * the plan, same target, same equipment. Nothing is written when the plan is no longer at that version.
   */
  apply(transaction: Knex.Transaction, application: NewApplication): Promise<Applied>
  findCurrent(planId: string, sessionId: string, date: string): Promise<StoredApplication | undefined>
  /** Of each of these sessions the current application that was made last, of the days asked for. */
  latest(planId: string, sessionIds: readonly string[], days?: Days): Promise<StoredApplication[]>
  list(query: ApplicationListQuery): Promise<ListedApplication[]>
  /** Which plan an application is of; undefined when there is no such application. */
  planOf(applicationId: string): Promise<string | undefined>
  /** False when it is not current. */
  revert(applicationId: string, revertedBy: string): Promise<boolean>
}

const isSame = (row: ApplicationRow, made: NewApplication): boolean =>
  row.plan_version === made.planVersion &&
  row.target_minutes === made.targetMinutes &&
  row.unavailable_equipment.join() === made.unavailableEquipment.join()

/**
 * What the database says of JSON that it keeps but can't look into: characters that no text of its own may hold, lists in
 * lists without end.
 */
const cannotLookInside = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string }
  return code.startsWith('22') || code === '54001'
}

const within = (query: Knex.QueryBuilder, { from, to }: Days): Knex.QueryBuilder => {
  if (from !== undefined) query.where('training_date', '>=', from)
  if (to !== undefined) query.where('training_date', '<=', to)
  return query
}

export const createApplicationStore = (
  knex: Knex,
  makeId: () => string,
  rows: RowReader = trustingReader,
): ApplicationStore => {
  const applications = (connection: Knex = knex) => connection('time_crunch_applications')
  const current = (connection?: Knex) => applications(connection).whereNull('ended_at')

  const end = (query: Knex.QueryBuilder, as: EndedAs, by: string): Promise<{ id: string }[]> =>
    query.update({ ended_as: as, ended_by: by, ended_at: now(knex) }).returning('id')

  const insert = async (transaction: Knex, made: NewApplication): Promise<StoredApplication> => {
    const [row] = await applications(transaction)
      .insert({
        id: makeId(),
        plan_id: made.planId,
        plan_version: made.planVersion,
        session_id: made.sessionId,
        training_date: made.date,
        target_minutes: made.targetMinutes,
        unavailable_equipment: made.unavailableEquipment,
        programme_digest: made.programmeDigest,
        session: JSON.stringify(made.session),
        applied_by: made.appliedBy,
        created_at: now(knex),
      })
      .returning(knex.raw(applicationColumns) as unknown as '*')
    return toApplication(row, trustingReader)
  }

  return {
    async apply(transaction, made) {
      const { planId, sessionId, date } = made
      // Held until the end: the plan can't change under its application, and two applications come one after the other.
      const plan = await transaction('plans').where({ id: planId }).forNoKeyUpdate().first('version')
      if (!plan) return { outcome: 'plan_gone' }
      if (plan.version !== made.planVersion) return { outcome: 'plan_changed' }
      const place = { plan_id: planId, session_id: sessionId, training_date: date }
      const before: ApplicationRow | undefined = await current(transaction)
        .where(place)
        .first(knex.raw(applicationColumns))
      // What can't be read is no answer: the same, made anew, takes its place.
      const isReadable = before && rows.find('appliedSession', before.id, before.session) !== undefined
      if (isReadable && isSame(before, made)) {
        return { outcome: 'repeated', application: toApplication(before, rows) }
      }
      await end(current(transaction).where(place), 'replaced', made.appliedBy)
      return { outcome: 'applied', application: await insert(transaction, made) }
    },

    async findCurrent(planId, sessionId, date) {
      const row = await current()
        .where({ plan_id: planId, session_id: sessionId, training_date: date })
        .first(knex.raw(applicationColumns))
      return row && toApplication(row, rows)
    },

    async latest(planId, sessionIds, days = {}) {
      const query = current()
        .select(knex.raw(`distinct on (session_id) ${applicationColumns}`))
        .where({ plan_id: planId })
        .whereIn('session_id', sessionIds)
        .orderBy([
          { column: 'session_id' },
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
      const found: ApplicationRow[] = await within(query, days)
      return found.map((row) => toApplication(row, rows))
    },

    async list({ planId, limit, after, ...days }) {
      const select = async <Row>(columns: string): Promise<Row[]> => {
        const query = applications()
          .select(knex.raw(columns))
          .where({ plan_id: planId })
          .orderBy([
            { column: 'created_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(limit)
        if (after) query.whereRaw('(created_at, id) < (?, ?)', [after.createdAt.toISOString(), after.id])
        return within(query, days)
      }
      try {
        return (await select<ListedRow>(listedColumns)).map((row) => toListed(row, rows))
      } catch (error) {
        if (!cannotLookInside(error)) throw error
        // Whole, so that the one which is the trouble is left out, and not the list.
        return (await select<ApplicationRow>(applicationColumns)).map((row) => toListedOfWhole(row, rows))
      }
    },

    async planOf(applicationId) {
      if (!isRowId(applicationId)) return undefined
      const row = await applications().where({ id: applicationId }).first('plan_id')
      return row?.plan_id
    },

    async revert(applicationId, revertedBy) {
      return (await end(current().where({ id: applicationId }), 'reverted', revertedBy)).length > 0
    },
  }
}
