/** The demo plans: valid, varied, worth looking at, and seeded once. */
import t from 'tap'
import type { DemoPlan } from '../demo-plans/demo-plan.ts'
import { demoPlans, demoUser } from '../demo-plans/demo-plans.ts'
import { seedDemoPlans } from '../demo-plans/seed-demo-plans.ts'
import { withDefaults } from '../domain/amendment/amendment.ts'
import { checkAmendment } from '../domain/amendment/contradictions.ts'
import type { ExerciseDocument, PlanDocument } from '../domain/plan/document.ts'
import { normalisePlan } from '../domain/plan/normalise.ts'
import { bearer, testApp } from './helper.ts'

const demoPlanOf = (key: string): DemoPlan => {
  const found = demoPlans.find((demoPlan) => demoPlan.key === key)
  if (!found) throw new Error(`no demo plan "${key}"`)
  return found
}

const planOf = (key: string): PlanDocument => demoPlanOf(key).document

const exercisesOf = (plan: PlanDocument): ExerciseDocument[] =>
  plan.microcycles.flatMap(({ sessions }) => sessions.flatMap(({ exercises }) => exercises))

for (const { key, document } of demoPlans) {
  t.test(`${key}: no fault, no contradiction`, async (t) => {
    const checked = normalisePlan(document)
    const faults = checked.ok
      ? checkAmendment(withDefaults(document.amendment), checked.value)
      : checked.faults
    t.strictSame(faults, [])
  })
}

t.test('ids and keys are each plan’s own', async (t) => {
  t.equal(new Set(demoPlans.map(({ id }) => id)).size, demoPlans.length)
  t.equal(new Set(demoPlans.map(({ key }) => key)).size, demoPlans.length)
})

t.test('the three show different sides of the service', async (t) => {
  const barbell = planOf('barbell')
  const core = exercisesOf(barbell).filter(({ role }) => role === 'core')
  t.equal(barbell.microcycles[0]?.sessions.length, 4)
  const ramped = core.filter(({ sets }) => typeof sets !== 'number' && sets.some(({ warmup }) => warmup))
  t.ok(ramped.length >= 4, 'written ramps')

  const dumbbell = planOf('dumbbell')
  const words = new Set(exercisesOf(dumbbell).map(({ equipment }) => equipment))
  t.equal(dumbbell.microcycles[0]?.sessions.length, 3)
  t.strictSame([...words].sort(), ['body_only', 'dumbbell', undefined], 'nothing that stands in a gym')
  t.ok(exercisesOf(dumbbell).some(({ group }) => group))
  t.ok(exercisesOf(dumbbell).some(({ tempo }) => tempo))

  const { coachId, amendment, microcycles } = planOf('upper-lower')
  t.equal(microcycles[0]?.sessions.length, 4)
  t.not(coachId, demoUser)
  t.match(amendment, { coreSetCap: Number, pinned: [Object], priorities: Object, neverPair: Array })
})

t.test('200: each is compressed at its close-up, and as programmed at 180 minutes', async (t) => {
  const app = await testApp(t)
  await seedDemoPlans(app)
  for (const { id: planId, key, closeUpMinutes } of demoPlans) {
    const preview = async (targetMinutes: number) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/time-crunch/preview',
        headers: bearer(demoUser),
        payload: { planId, targetMinutes },
      })
      t.equal(answer.statusCode, 200)
      return answer.json()
    }
    t.equal((await preview(180)).strategy, 'unchanged', key)
    const { sessions } = await preview(closeUpMinutes)
    for (const { name, outcome, changes } of sessions) {
      t.equal(outcome, 'compressed', `${key}, ${name}`)
      t.ok(
        changes.some(({ kinds }: { kinds: string[] }) => kinds.includes('kept')) || key === 'upper-lower',
        `${key}, ${name}: something stays as it is`,
      )
    }
  }
})

t.test('seeding', async (t) => {
  const app = await testApp(t)
  const read = (planId: string, user: string) =>
    app.inject({ url: `/api/v1/plans/${planId}`, headers: bearer(user) })

  // Two instances that start at the same moment.
  const added = await Promise.all([seedDemoPlans(app), seedDemoPlans(app)])
  t.equal(added[0] + added[1], demoPlans.length, 'each plan is added once')
  const list = await app.inject({ url: '/api/v1/plans', headers: bearer(demoUser) })
  t.strictSame(
    list
      .json()
      .items.map(({ id }: { id: string }) => id)
      .sort(),
    demoPlans.map(({ id }) => id),
  )

  t.test('the amendment is there, and its coach sees the plan', async (t) => {
    const { id, document } = demoPlanOf('upper-lower')
    const coach = document.coachId ?? ''
    t.equal((await read(id, coach)).statusCode, 200)
    const amendment = await app.inject({
      url: `/api/v1/plans/${id}/amendment`,
      headers: bearer(coach),
    })
    t.match(amendment.json().amendment, document.amendment)
    t.equal((await read(id, 'somebody')).statusCode, 404)
  })

  t.test('an edited plan stays as edited, a deleted one comes back', async (t) => {
    const [edited, deleted] = demoPlans
    if (!edited || !deleted) throw new Error('two demo plans are needed')
    const headers = { ...bearer(demoUser), 'if-match': '"1"' }
    const url = `/api/v1/plans/${edited.id}`
    const put = await app.inject({ method: 'PUT', url, headers, payload: { name: 'Mine', microcycles: [] } })
    t.equal(put.statusCode, 200)
    const gone = await app.inject({ method: 'DELETE', url: `/api/v1/plans/${deleted.id}`, headers })
    t.equal(gone.statusCode, 204)

    t.equal(await seedDemoPlans(app), 1)
    t.match((await read(edited.id, demoUser)).json(), { name: 'Mine', version: 2, microcycles: [] })
    t.match((await read(deleted.id, demoUser)).json(), { name: deleted.document.name, version: 1 })
    t.equal(await seedDemoPlans(app), 0)
  })
})
