/** A preview under an amendment that is not saved: it equals the preview after saving, and nothing is stored. */
import t from 'tap'
import { crunchClient, smallPlan } from './crunch-client.ts'

const client = await crunchClient(t)
const { call, importPlan, preview } = client

const previewAs = (as: string, roles: string[], payload: object) =>
  call('POST', '/preview', { as, roles, payload })

const amendmentOf = async (planId: string) =>
  (await call('GET', `/api/v1/plans/${planId}/amendment`, { as: 'athlete-1' })).body

t.test('200: the answer is the one that saving would bring, and nothing is saved', async (t) => {
  const planId = await importPlan(smallPlan())
  const saved = await amendmentOf(planId)
  const ask = { planId, targetMinutes: 25 }
  const before = (await preview(ask)).body
  for (const amendment of [{ allowSupersets: false }, { bufferSeconds: 300, coreSetCap: null }]) {
    const { status, body } = await preview({ ...ask, amendment })
    t.equal(status, 200)
    t.equal(body.planVersion, 1)
    t.notSame(body.sessions, before.sessions)
    t.strictSame(await amendmentOf(planId), saved)
    t.strictSame((await preview(ask)).body, before, 'who asks without one gets the saved one')

    const other = await importPlan({ ...smallPlan(), amendment })
    const after = (await preview({ ...ask, planId: other })).body
    t.strictSame({ ...body, planId: '' }, { ...after, planId: '' })
  }
})

t.test(
  '200: an empty one is the default, not the saved one; equipment and selection go together with it',
  async (t) => {
    const planId = await importPlan({ ...smallPlan(), amendment: { allowSupersets: false } })
    const free = await importPlan(smallPlan())
    const ask = { targetMinutes: 25, week: 1, unavailableEquipment: ['barbell'] }
    const tried = (await preview({ ...ask, planId, amendment: {} })).body
    const asDefault = (await preview({ ...ask, planId: free })).body
    t.strictSame({ ...tried, planId: '' }, { ...asDefault, planId: '' })
    t.notSame(tried.sessions, (await preview({ ...ask, planId })).body.sessions)
  },
)

t.test(
  'whoever may not write the amendment may not try one: 403; a plan that is not theirs: 404',
  async (t) => {
    const planId = await importPlan({ ...smallPlan(), coachId: 'coach-1' })
    const ask = { planId, targetMinutes: 25, amendment: { coreSetFloor: 1 } }
    const athlete = await previewAs('athlete-1', ['athlete'], ask)
    t.match(athlete, { status: 403, body: { error: 'forbidden' } })
    t.match(await previewAs('coach-2', ['coach'], ask), { status: 404, body: { error: 'plan_not_found' } })
    t.equal((await previewAs('coach-1', ['coach'], ask)).status, 200)
    t.equal((await previewAs('admin-1', ['admin'], ask)).status, 200)
  },
)

t.test('422: contradictions as saving would name them, at their place in the body', async (t) => {
  const planId = await importPlan(smallPlan())
  const amendment = { coreSetFloor: 6, coreSetCap: 3, banned: ['squat'] }
  const tried = await preview({ planId, targetMinutes: 25, amendment })
  const saving = await call('PUT', `/api/v1/plans/${planId}/amendment`, {
    as: 'athlete-1',
    payload: { amendment },
    headers: { 'if-match': '*' },
  })
  t.equal(tried.status, 422)
  t.equal(tried.body.error, 'amendment_contradiction')
  t.ok(tried.body.errors.length > 0)
  t.strictSame(tried.body.errors, saving.body.errors)
})

t.test('400: a rule that there is not, or of another type', async (t) => {
  const planId = await importPlan(smallPlan())
  for (const [amendment, path] of [
    [{ coreFloor: 1 }, '/amendment/coreFloor'],
    [{ maxStations: '2' }, '/amendment/maxStations'],
    [null, '/amendment'],
  ]) {
    const { status, body } = await preview({ planId, targetMinutes: 25, amendment })
    t.equal(status, 400)
    t.equal(body.errors[0].path, path)
  }
})
