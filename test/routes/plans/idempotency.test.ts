/** Importing a plan with an Idempotency-Key: one plan, however often it is sent. */
import t from 'tap'
import { smallPlan } from '../time-crunch/crunch-client.ts'
import { planClient } from './plan-client.ts'

t.test('a plan with a key', async (t) => {
  const { call } = await planClient(t)
  const create = (key: string | undefined, as = 'athlete-1', document: object = smallPlan()) =>
    call('POST', '', as, document, key === undefined ? {} : { 'idempotency-key': key })
  const count = async (as = 'athlete-1') => (await call('GET', '', as)).body.items.length
  const first = await create('a')

  await t.test('201, and again 201: the same answer, whatever happened since', async (t) => {
    t.equal(first.status, 201)
    t.notOk(first.headers['idempotency-replayed'])
    const changed = await call(
      'PUT',
      `/${first.body.id}`,
      'athlete-1',
      { ...smallPlan(), name: 'Renamed' },
      { 'if-match': '"1"' },
    )
    t.equal(changed.status, 200)
    const again = await create('a')
    t.match(again, { status: 201, headers: { 'idempotency-replayed': 'true' } })
    t.same(again.body, first.body)
    for (const name of ['etag', 'location', 'link', 'movements-unresolved']) {
      t.equal(again.headers[name], first.headers[name], name)
    }
    t.equal(await count(), 1)
  })

  await t.test('201 for all that come at once, and one plan', async (t) => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('at-once', 'athlete-2')))
    t.same(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size, 1)
    t.equal(answers[0]?.status, 201)
    t.equal(await count('athlete-2'), 1)
  })

  await t.test('409 for another plan under the same key', async (t) => {
    t.match(await create('a', 'athlete-1', { ...smallPlan(), name: 'Another' }), {
      status: 409,
      body: { error: 'state_conflict', detail: /choose a new one/ },
    })
    t.equal(await count(), 1)
  })

  await t.test("201 for somebody else's equal key: another plan", async (t) => {
    const other = await create('a', 'athlete-3')
    t.equal(other.status, 201)
    t.not(other.body.id, first.body.id)
  })

  await t.test('nothing is kept of what was refused: 400, then 201', async (t) => {
    t.equal((await create('mended', 'athlete-4', { ...smallPlan(), name: '' })).status, 400)
    t.equal((await create('mended', 'athlete-4')).status, 201)
  })

  await t.test('201 twice without a key: two plans', async (t) => {
    t.same([(await create(undefined)).status, (await create(undefined)).status], [201, 201])
    t.equal(await count(), 3)
  })

  await t.test('400 for a key that is none', async (t) => {
    t.match(await create('two words'), { status: 400, body: { error: 'invalid_request' } })
  })
})
