/** Alternatives over HTTP: what there is instead, ranked, with reasons. */
import t from 'tap'
import { type Answer, movementClient } from './movement-client.ts'

const { get } = await movementClient(t)
const slugsOf = ({ body }: Answer): string[] =>
  body.items.map(({ movement }: { movement: { slug: string } }) => movement.slug)

t.test('200: ten of the same pattern, best first, each with points and reasons', async (t) => {
  const answer = await get('/machine-chest-press/alternatives')
  t.equal(answer.status, 200)
  t.equal(answer.body.slug, 'machine-chest-press')
  t.equal(answer.body.items.length, 10)
  const points = answer.body.items.map((one: { points: number }) => one.points)
  t.same(
    points,
    [...points].sort((a, b) => b - a),
  )
  for (const { movement, reasons } of answer.body.items) {
    t.equal(movement.pattern, 'horizontal_push')
    t.match(reasons[0], /^Trains chest/)
    t.match(reasons.at(-1), /^Needs /)
  }
  t.notOk(slugsOf(answer).includes('machine-chest-press'))
})

t.test('200: only with what there is', async (t) => {
  const answer = await get('/machine-chest-press/alternatives?equipment=dumbbells,bodyweight&limit=50')
  t.equal(slugsOf(answer)[0], 'dumbbell-bench-press')
  t.match(answer.body.items[0], {
    points: 95,
    reasons: ['Trains chest in the same pattern (horizontal push).', 'Needs dumbbells.'],
  })
  t.ok(slugsOf(answer).includes('push-up'))
  const equipment = new Set(
    answer.body.items.map(({ movement }: { movement: { equipment: string } }) => movement.equipment),
  )
  t.same([...equipment].sort(), ['body_only', 'dumbbell'])
})

t.test('200: fewer, or none, where there is no more', async (t) => {
  t.equal((await get('/machine-chest-press/alternatives?limit=3')).body.items.length, 3)
  t.same((await get('/machine-chest-press/alternatives?equipment=foam_roll')).body.items, [])
})

t.test('404 movement_not_found', async (t) => {
  for (const slug of ['no-such-lift', '%00']) {
    t.match(await get(`/${slug}/alternatives`), { status: 404, body: { error: 'movement_not_found' } })
  }
})

t.test('422 unknown_vocabulary', async (t) => {
  const { status, body } = await get('/bench-press/alternatives?equipment=anvil')
  t.match({ status, body }, { status: 422, body: { error: 'unknown_vocabulary' } })
  t.match(body.errors, [{ path: '/equipment', message: /"anvil"; known: / }])
})

t.test('400: limits and parameters that there are not', async (t) => {
  for (const query of ['limit=0', 'limit=51', 'limit=x', 'muscle=chest', 'equipment=']) {
    t.match(await get(`/bench-press/alternatives?${query}`), { status: 400 }, query)
  }
})

t.test('401 without a token', async (t) => {
  t.match(await get('/bench-press/alternatives', {}), { status: 401 })
})
