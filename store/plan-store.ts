/** Plans in the database: who may see one, lists by keyset, and writes that only succeed on the version they name. */
import type { Knex } from 'knex'
import type { AmendmentDocument, NormalPlan } from '../domain/plan/document.ts'
import { type Caller, isAdmin } from './caller.ts'
import {
  documentColumns,
  now,
  type PlanSummary,
  type PlanVersion,
  type StoredPlan,
  summaryColumns,
  toStoredPlan,
  toSummary,
} from './plan-row.ts'
import { isRowId } from './row-id.ts'
import { type RowReader, trustingReader } from './row-reader.ts'
import { createVersionLookUps } from './version-look-ups.ts'

/** The last row of a page: lists are newest first. */
export interface PlanPosition {
  readonly createdAt: Date
  readonly id: string
}

export interface PlanListQuery {
  /** Whose plans: those that somebody owns, or those that somebody coaches. */
  readonly of: { readonly ownerId: string } | { readonly coachId: string }
  readonly limit: number
  readonly after?: PlanPosition
}

export type { PlanVersion } from './plan-row.ts'

export interface NewPlan {
  readonly ownerId: string
  readonly plan: NormalPlan
  readonly amendment: AmendmentDocument
}

export interface PlanStore {
  create(plan: NewPlan, transaction?: Knex.Transaction): Promise<StoredPlan>
  /** A plan of the caller: owned, coached, or any for an admin. Missing, foreign and malformed ids look the same. */
  findVisiblePlan(planId: string, caller: Caller): Promise<StoredPlan | undefined>
  /** The same, without reading the document. */
  findVisibleVersion(planId: string, caller: Caller): Promise<PlanVersion | undefined>
  list(query: PlanListQuery): Promise<PlanSummary[]>
  /** Undefined when the plan is no longer at that version; nothing is written then. */
  replace(planId: string, version: number, plan: NormalPlan): Promise<StoredPlan | undefined>
  /** Raises the plan's version too: an answer computed under the old amendment is out of date. */
  replaceAmendment(
    planId: string,
    version: number,
    amendment: AmendmentDocument,
  ): Promise<StoredPlan | undefined>
  /** False when the plan is no longer at that version. */
  remove(planId: string, version: number): Promise<boolean>
}

export const createPlanStore = (
  knex: Knex,
  makeId: () => string,
  rows: RowReader = trustingReader,
): PlanStore => {
  const plans = () => knex('plans')
  const lookUpVersion = createVersionLookUps(knex)

  const visible = (planId: string, caller: Caller) => {
    const query = plans().where({ id: planId })
    // In the statement, so that a foreign plan costs the same as a missing one: its document is never read.
    return isAdmin(caller)
      ? query
      : query.andWhere((mine) => mine.where({ owner_id: caller.id }).orWhere({ coach_id: caller.id }))
  }

  /** Each write is this one statement, so it needs no transaction around it. */
  const update = async (
    planId: string,
    version: number,
    columns: Record<string, unknown>,
  ): Promise<StoredPlan | undefined> => {
    const [row] = await plans()
      .where({ id: planId, version })
      .update({ ...columns, version: version + 1, updated_at: now(knex) })
      .returning('*')
    return row && toStoredPlan(row, trustingReader)
  }

  return {
    async create({ ownerId, plan, amendment }, transaction) {
      const moment = now(knex)
      const [row] = await (transaction ?? knex)('plans')
        .insert({
          ...documentColumns(plan),
          id: makeId(),
          owner_id: ownerId,
          version: 1,
          amendment: JSON.stringify(amendment),
          amendment_version: 1,
          created_at: moment,
          updated_at: moment,
        })
        .returning('*')
      return toStoredPlan(row, trustingReader)
    },

    async findVisiblePlan(planId, caller) {
      if (!isRowId(planId)) return undefined
      const row = await visible(planId, caller).first()
      return row && toStoredPlan(row, rows)
    },

    async findVisibleVersion(planId, caller) {
      return isRowId(planId) ? lookUpVersion(planId, caller) : undefined
    },

    async list({ of, limit, after }) {
      const query = plans()
        .select(...summaryColumns)
        .where('ownerId' in of ? { owner_id: of.ownerId } : { coach_id: of.coachId })
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
      if (after) query.whereRaw('(created_at, id) < (?, ?)', [after.createdAt.toISOString(), after.id])
      return (await query).map(toSummary)
    },

    replace: (planId, version, plan) => update(planId, version, documentColumns(plan)),

    replaceAmendment: (planId, version, amendment) =>
      update(planId, version, {
        amendment: JSON.stringify(amendment),
        amendment_version: knex.raw('amendment_version + 1'),
      }),

    async remove(planId, version) {
      const removed = await plans().where({ id: planId, version }).delete().returning('id')
      return removed.length > 0
    },
  }
}
