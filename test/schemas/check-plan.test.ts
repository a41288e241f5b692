/** The validator and the service are of one mind: the same plans pass, the same faults stand at the same paths. */
import t from 'tap'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { checkPlan } from '../../scripts/validate-plan/check-plan.ts'
import { exercise, plan, session } from '../domain/plan/build-plan.ts'
import { bearer, testApp } from '../helper.ts'
import { sharedPlans } from './shared-plans.ts'

const first = '/microcycles/0/sessions/0/exercises/0'
const curl = exercise({ id: 'curl' })

t.test('400 and 422: bad plans, as the service sees them', async (t) => {
  const app = await testApp(t)
  const rows: [title: string, document: unknown, path: string][] = [
    ['no object', 'squat', ''],
    ['no weeks', { name: 'Plan' }, '/microcycles'],
    ['an unknown field', { ...plan([]), weeks: 3 }, '/weeks'],
    ['a blank name', { name: ' ', microcycles: [] }, '/name'],
    [
      'a name in the wrong case',
      plan([{ ...exercise(), primarymuscles: ['chest'] } as never]),
      `${first}/primarymuscles`,
    ],
    ['reps that fall', plan([exercise({ reps: '12-8' })]), `${first}/reps`],
    ['reps and seconds', plan([exercise({ seconds: 30 })]), first],
    ['21 working sets', plan([exercise({ sets: Array.from({ length: 21 }, () => ({})) })]), `${first}/sets`],
    ['a load without its unit', plan([exercise({ load: '70' })]), `${first}/load`],
    ['a muscle that nobody has', plan([exercise({ primaryMuscles: ['wing'] })]), `${first}/primaryMuscles/0`],
    ['equipment of another gym', plan([exercise({ equipment: 'sled' })]), `${first}/equipment`],
    [
      'no muscles, and a name that the library does not know',
      plan([{ name: 'Anvil lift', sets: 3, reps: 5 }]),
      `${first}/primaryMuscles`,
    ],
    ['an id twice', plan([curl, curl]), '/microcycles/0/sessions/0/exercises/1/id'],
    [
      'weeks that fall',
      { name: 'P', microcycles: [2, 1].map((weekNumber) => ({ weekNumber, sessions: [session([])] })) },
      '/microcycles/1/weekNumber',
    ],
    [
      'an amendment of another plan',
      plan([curl], { amendment: { pinned: [{ exerciseId: 'squat' }] } }),
      '/amendment/pinned/0/exerciseId',
    ],
    [
      'pinned and banned',
      plan([curl], { amendment: { pinned: [{ exerciseId: 'curl' }], banned: ['curl'] } }),
      '/amendment/pinned/0/exerciseId',
    ],
  ]
  for (const [title, document, path] of rows) {
    const faults = checkPlan(document)
    t.ok(
      faults.some((fault) => fault.path === path),
      `${title}: ${path}`,
    )
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: { ...bearer('athlete-1'), 'content-type': 'application/json' },
      payload: JSON.stringify(document),
    })
    t.ok([400, 422].includes(answer.statusCode), `${title}: ${answer.statusCode}`)
    t.strictSame(faults, answer.json().errors, `${title}: word for word`)
  }
})

t.test('good plans have no fault', async (t) => {
  for (const { key, document } of demoPlans) t.strictSame(checkPlan(document), [], key)
  t.strictSame(
    checkPlan({
      name: 'By the library',
      microcycles: plan([{ name: 'Back squat', sets: 3, reps: 5 }]).microcycles,
    }),
    [],
  )
  const shared = await sharedPlans()
  if (shared.length === 0) t.comment('the shared programmes are not here: skipped')
  for (const { file, document } of shared) t.strictSame(checkPlan(document), [], file)
})
