/**
 * Which version a plan is at, for everybody who asks during one turn of the event loop in one statement: a service under
 * load asks the database once for many, and the more load the more. Each look-up reads the database anew; nothing is kept.
 */
import type { Knex } from 'knex'
import { type Caller, isAdmin } from './caller.ts'
import type { PlanVersion } from './plan-row.ts'

interface LookUp {
  readonly planId: string
  readonly caller: Caller
  readonly found: (version: PlanVersion | undefined) => void
  readonly failed: (error: unknown) => void
}

interface FoundRow {
  place: number
  id: string
  version: number
  updated_at: Date
}

/** Each look-up by its own caller's right, as `visible` in plan-store.ts has it. */
const statement = `
select asked.place, plans.id, plans.version, plans.updated_at
from json_to_recordset(?::json) as asked(place int, plan_id uuid, caller_id text, sees_all boolean)
join plans on plans.id = asked.plan_id
  and (asked.sees_all or plans.owner_id = asked.caller_id or plans.coach_id = asked.caller_id)`

export const createVersionLookUps = (
  knex: Knex,
): ((planId: string, caller: Caller) => Promise<PlanVersion | undefined>) => {
  let waiting: LookUp[] = []

  const ask = async (): Promise<void> => {
    const together = waiting
    waiting = []
    try {
      const asked = together.map(({ planId, caller }, place) => ({
        place,
        plan_id: planId,
        caller_id: caller.id,
        sees_all: isAdmin(caller),
      }))
      const { rows }: { rows: FoundRow[] } = await knex.raw(statement, [JSON.stringify(asked)])
      const versions = new Map(
        rows.map(({ place, id, version, updated_at: updatedAt }) => [place, { id, version, updatedAt }]),
      )
      together.forEach(({ found }, place) => {
        found(versions.get(place))
      })
    } catch (error) {
      for (const { failed } of together) failed(error)
    }
  }

  return (planId, caller) =>
    new Promise((found, failed) => {
      // Behind all that arrived in this turn, before anything of the next.
      if (waiting.length === 0) setImmediate(ask)
      waiting.push({ planId, caller, found, failed })
    })
}
