/** Plans for the service to preview: the demo plans of many users, copies of them, and plans whose content is all new. */
import pg from 'pg'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import type { PlanDocument } from '../../domain/plan/document.ts'
import { headersOf } from '../tokens.ts'

export interface OwnedPlan {
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
}

export const importPlan = async (
  address: string,
  document: PlanDocument,
  headers: Readonly<Record<string, string>>,
): Promise<OwnedPlan> => {
  // An amendment with a coach's name is the coach's to bring.
  const { amendment: _, coachId: __, ...plan } = document
  const answer = await fetch(`${address}/api/v1/plans`, {
    method: 'POST',
    headers,
    body: JSON.stringify(plan),
  })
  if (answer.status !== 201) throw new Error(`the plan was refused: ${await answer.text()}`)
  return { id: ((await answer.json()) as { id: string }).id, headers }
}

/** Each demo plan for each of so many users. */
export const importDemoPlans = async (address: string, users: number): Promise<OwnedPlan[]> => {
  const plans: OwnedPlan[] = []
  for (let user = 1; user <= users; user += 1) {
    const headers = headersOf(`athlete-${user}`)
    for (const { document } of demoPlans) plans.push(await importPlan(address, document, headers))
  }
  return plans
}

/** Copies of the plans in the database, each of the same owner and with an id of its own. */
export const copyPlans = async (
  databaseUrl: string,
  plans: readonly OwnedPlan[],
  copies: number,
): Promise<OwnedPlan[]> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; origin: string }>(
      `with copied as (
         select gen_random_uuid() as new_id, plans.*
         from plans cross join generate_series(1, $2::int)
         where id = any($1::uuid[])
       ), written as (
         insert into plans (id, owner_id, coach_id, name, version, document, amendment, amendment_version, created_at, updated_at)
         select new_id, owner_id, coach_id, name, version, document, amendment, amendment_version, created_at, updated_at
         from copied
       )
       select new_id as id, id as origin from copied order by random()`,
      [plans.map(({ id }) => id), copies],
    )
    await client.query('analyze plans')
    const headers = new Map(plans.map((plan) => [plan.id, plan.headers]))
    return rows.map(({ id, origin }) => ({ id, headers: headers.get(origin)! }))
  } finally {
    await client.end()
  }
}

/** The demo plan of this turn with set-ups that no other turn has, so that no session of it was ever solved. */
export const unheardOfPlan = (turn: number): PlanDocument => {
  const { document } = demoPlans[turn % demoPlans.length]!
  return {
    ...document,
    name: `Plan ${turn}`,
    microcycles: document.microcycles.map((microcycle) => ({
      ...microcycle,
      sessions: microcycle.sessions.map((session) => ({
        ...session,
        exercises: session.exercises.map((exercise, place) => ({
          ...exercise,
          // Two digits to the base of 60: of set-ups between half a minute and a minute and a half.
          setupSeconds: 30 + (place % 2 === 0 ? turn % 60 : Math.floor(turn / 60) % 60),
        })),
      })),
    })),
  }
}
