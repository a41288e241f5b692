/** An athlete can't rewrite the coach's word by the back door. */
import t from 'tap'
import { exercise, plan } from '../../domain/plan/build-plan.ts'
import { planClient } from './plan-client.ts'

const { call } = await planClient(t)
const coached = () => ({
  ...plan([
    exercise({ id: 'squat', role: 'core', primaryMuscles: ['quads'] }),
    exercise({ id: 'curl', pinned: true, minSets: 2 }),
    exercise({ id: 'raise' }),
  ]),
  coachId: 'coach-1',
})
type Plan = ReturnType<typeof coached>
const created = async (document: object = coached()) => (await call('POST', '', 'athlete-1', document)).body
const anyVersion = { 'if-match': '*' }
const exercises = (document: Plan) => document.microcycles[0]!.sessions[0]!.exercises

const backDoors: Record<string, (document: Plan) => unknown> = {
  'coachId removed': (document) => delete (document as Partial<Plan>).coachId,
  'coachId changed': (document) => Object.assign(document, { coachId: 'athlete-1' }),
  'role changed': (document) => Object.assign(exercises(document)[0]!, { role: 'accessory' }),
  'role left out': (document) => delete exercises(document)[0]!.role,
  'pin pulled': (document) => {
    delete exercises(document)[1]!.pinned
    delete exercises(document)[1]!.minSets
  },
  'minSets lowered': (document) => Object.assign(exercises(document)[1]!, { minSets: 1 }),
  'minSets added': (document) => Object.assign(exercises(document)[2]!, { minSets: 1 }),
  'core lift renamed': (document) => Object.assign(exercises(document)[0]!, { id: 'squat-b' }),
  'core lift dropped': (document) => exercises(document).shift(),
  'core lift swapped for another': (document) =>
    Object.assign(exercises(document)[0]!, { name: 'Leg extension' }),
}

for (const [title, open] of Object.entries(backDoors)) {
  t.test(`${title}: 403 for the athlete, 200 for the coach and for an admin`, async (t) => {
    const { id } = await created()
    const changed = coached()
    open(changed)
    const refused = await call('PUT', `/${id}`, 'athlete-1', changed, anyVersion)
    t.match(refused, { status: 403, body: { error: 'forbidden', errors: [{ path: /^\// }] } })
    t.equal((await call('GET', `/${id}`, 'athlete-1')).body.version, 1)
    t.equal((await call('PUT', `/${id}`, 'coach-1', changed, anyVersion)).status, 200)
    const other = await created()
    t.equal((await call('PUT', `/${other.id}`, 'root:admin', changed, anyVersion)).status, 200)
  })
}

t.test('what the coach leaves open the athlete may change: 200', async (t) => {
  const { id } = await created()
  const changed = coached()
  Object.assign(exercises(changed)[0]!, { sets: 5, load: 100 })
  exercises(changed).splice(2, 1, exercise({ id: 'fly', primaryMuscles: ['chest'] }))
  t.equal((await call('PUT', `/${id}`, 'athlete-1', changed, anyVersion)).status, 200)
})

t.test('a banned exercise does not come back under a new id: 403', async (t) => {
  const { id } = await created()
  await call('PUT', `/${id}/amendment`, 'coach-1', { banned: ['raise'] }, anyVersion)
  const changed = coached()
  Object.assign(exercises(changed)[2]!, { id: 'raise-b' })
  t.match(await call('PUT', `/${id}`, 'athlete-1', changed, anyVersion), { status: 403 })
  t.match(await call('PUT', `/${id}`, 'coach-1', changed, anyVersion), {
    status: 422,
    body: { error: 'amendment_contradiction' },
  })
})

t.test('in a plan without a coach everything is the owner’s: 200, and so is naming a coach', async (t) => {
  const { coachId: _, ...own } = coached()
  const { id } = await created(own)
  const changed = coached()
  Object.assign(exercises(changed)[0]!, { role: 'accessory' })
  t.equal((await call('PUT', `/${id}`, 'athlete-1', changed, anyVersion)).status, 200)
  t.equal((await call('GET', `/${id}`, 'coach-1')).status, 200)
})

t.test('DELETE: 204 for the owner and for an admin, 403 for the coach', async (t) => {
  const first = await created()
  t.match(await call('DELETE', `/${first.id}`, 'coach-1:coach', undefined, anyVersion), {
    status: 403,
    body: { error: 'forbidden' },
  })
  t.equal((await call('DELETE', `/${first.id}`, 'athlete-1', undefined, anyVersion)).status, 204)
  const second = await created()
  t.equal((await call('DELETE', `/${second.id}`, 'root:admin', undefined, anyVersion)).status, 204)
})
