/** Plans over HTTP: create, read, list, replace, delete. */
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { exercise, plan, session } from '../../domain/plan/build-plan.ts'
import { sharedPlans } from '../../domain/plan/shared-plans.ts'
import { planClient } from './plan-client.ts'

const { call, app } = await planClient(t)
const good = () => plan([exercise({ name: 'Squat', role: 'core', primaryMuscles: ['quads'] }), exercise()])
const created = async (as: string, document: object = good()) => (await call('POST', '', as, document)).body
const ifMatch = (etag: string) => ({ 'if-match': etag })

t.test('POST answers 201 with the normal form, Location and ETag', async (t) => {
  const { status, body, headers } = await call('POST', '', 'athlete-1', good())
  t.equal(status, 201)
  t.match(body, { name: 'Plan', version: 1, ownerId: 'athlete-1' })
  t.equal(headers.location, `/api/v1/plans/${body.id}`)
  t.equal(headers.etag, '"1"')
  t.ok(Number.isFinite(Date.parse(body.createdAt)))
  t.equal(body.createdAt, body.updatedAt)
  t.match(body.microcycles[0].sessions[0], {
    id: 'day',
    exercises: [
      { id: 'squat', role: 'core', primaryMuscles: ['quadriceps'], secondaryMuscles: [], sets: 3, reps: 10 },
      { id: 'curl', role: 'accessory' },
    ],
  })
})

t.test('every shared programme is imported with 201 and read back with 200, nothing lost', async (t) => {
  for (const { file, document } of sharedPlans()) {
    const posted = await call('POST', '', 'importer', document)
    t.equal(posted.status, 201, file)
    const { status, body } = await call('GET', `/${posted.body.id}`, 'importer')
    t.equal(status, 200)
    t.same(body, posted.body)
    const { amendment: _, ...written } = document
    t.match(body, written, `${file}: what was written is there`)
  }
})

t.test('every form of a prescription survives the way out', async (t) => {
  const sets = [
    { reps: 5, load: 60.5, warmup: true, restSeconds: 0 },
    { reps: '8-12', load: '70%', rpe: 8.5 },
    { seconds: 30, load: 'bodyweight' },
    { reps: 'AMRAP', restSeconds: 900 },
    { reps: '5+', load: 0 },
  ]
  const all = {
    ...exercise({
      sets,
      tempo: '3-1-X-0',
      perSide: true,
      station: 'none',
      group: 'a',
      notes: 'Ω',
      priority: 'low',
    }),
    minSets: 2,
    pinned: true,
    setupSeconds: 0,
    mechanic: 'isolation',
    equipment: 'cable',
    movement: 'cable-curl',
  }
  const document = {
    name: 'All',
    description: '',
    microcycles: [
      { weekNumber: 3, name: 'w', phase: 'p', deload: true, sessions: [session([all as never])] },
      { weekNumber: 5, sessions: [] },
    ],
  }
  const { body } = await call('POST', '', 'athlete-1', document)
  t.match(body, document)
  t.same(body.microcycles[0].sessions[0].exercises[0].sets, sets)
})

t.test('GET answers 200 with the ETag; HEAD the same without a body', async (t) => {
  const { id } = await created('athlete-1')
  const got = await call('GET', `/${id}`, 'athlete-1')
  t.match(got, { status: 200, headers: { etag: '"1"' } })
  const head = await call('HEAD', `/${id}`, 'athlete-1')
  t.match(head, { status: 200, headers: { etag: '"1"' }, body: '' })
})

t.test('404 plan_not_found: missing, malformed, foreign; the same answer for all', async (t) => {
  const { id } = await created('athlete-1')
  const answers = []
  for (const odd of [
    id,
    randomUUID(),
    'x',
    '1',
    `${id}x`,
    '%00',
    'a'.repeat(90),
    encodeURIComponent("' or 1=1 --"),
  ]) {
    for (const [method, path, payload] of [
      ['GET', `/${odd}`],
      ['PUT', `/${odd}`, good()],
      ['DELETE', `/${odd}`],
      ['GET', `/${odd}/amendment`],
      ['PUT', `/${odd}/amendment`, {}],
    ] as const) {
      const { status, body } = await call(method, path, 'stranger-1:coach,curator', payload)
      t.equal(status, 404, `${method} ${path}`)
      const { error, detail, title, type } = body
      answers.push(JSON.stringify({ error, detail, title, type }))
    }
  }
  t.equal(new Set(answers).size, 1)
  t.equal(JSON.parse(answers[0]!).error, 'plan_not_found')
})

t.test('200 for the coach and for an admin', async (t) => {
  const { id } = await created('athlete-1', { ...good(), coachId: 'coach-1' })
  t.equal((await call('GET', `/${id}`, 'coach-1')).status, 200)
  t.equal((await call('GET', `/${id}`, 'root:admin')).status, 200)
})

t.test('PUT answers 200: read, edit, write', async (t) => {
  const first = await created('athlete-1')
  const edited = structuredClone(first)
  edited.name = 'Edited'
  edited.microcycles[0].sessions[0].exercises[1].sets = 5
  const put = await call(
    'PUT',
    `/${first.id}`,
    'athlete-1',
    { ...edited, amendment: 'whatever' },
    ifMatch('"1"'),
  )
  t.match(put, { status: 200, headers: { etag: '"2"' } })
  const { updatedAt, ...rest } = put.body
  const { updatedAt: _, ...expected } = { ...edited, version: 2 }
  t.same(rest, expected)
  t.ok(updatedAt >= first.updatedAt)
  t.same((await call('GET', `/${first.id}`, 'athlete-1')).body, put.body)
})

t.test('PUT ignores what is read-only', async (t) => {
  const { id, createdAt } = await created('athlete-1')
  const odd = { ...good(), id: 'mine', version: 99, ownerId: 'stranger-1', createdAt: 0, updatedAt: null }
  const { status, body } = await call('PUT', `/${id}`, 'athlete-1', odd, ifMatch('"1"'))
  t.equal(status, 200)
  t.match(body, { id, version: 2, ownerId: 'athlete-1', createdAt })
})

t.test('If-Match on PUT and DELETE', async (t) => {
  const { id } = await created('athlete-1')
  await call('PUT', `/${id}`, 'athlete-1', good(), ifMatch('"1"'))
  const rows: [value: string | undefined, status: number, code: string][] = [
    [undefined, 428, 'precondition_required'],
    ['"1"', 409, 'version_conflict'],
    ['"3"', 409, 'version_conflict'],
    ['"abc"', 409, 'version_conflict'],
    ['"1", "3"', 409, 'version_conflict'],
    ['W/"2"', 400, 'invalid_request'],
    ['2', 400, 'invalid_request'],
    ['"2', 400, 'invalid_request'],
    ['', 400, 'invalid_request'],
    ['"2",', 400, 'invalid_request'],
    ['*, "2"', 400, 'invalid_request'],
  ]
  for (const [value, status, code] of rows) {
    const headers = value === undefined ? {} : ifMatch(value)
    for (const method of ['PUT', 'DELETE'] as const) {
      const answer = await call(method, `/${id}`, 'athlete-1', method === 'PUT' ? good() : undefined, headers)
      t.match(answer, { status, body: { error: code } }, `${method} with ${value} is ${status}`)
    }
  }
  t.equal(
    (await call('PUT', `/${id}`, 'athlete-1', good(), ifMatch('"7", "2"'))).status,
    200,
    'one of a list',
  )
  t.equal((await call('PUT', `/${id}`, 'athlete-1', good(), ifMatch('*'))).status, 200, 'whatever is there')
  t.equal((await call('DELETE', `/${id}`, 'athlete-1', undefined, ifMatch('"4"'))).status, 204)
  t.equal((await call('GET', `/${id}`, 'athlete-1')).status, 404)
})

t.test('of many PUTs at once one is 200, the others 409', async (t) => {
  const { id } = await created('athlete-1')
  const puts = Array.from({ length: 8 }, () => call('PUT', `/${id}`, 'athlete-1', good(), ifMatch('"1"')))
  const statuses = (await Promise.all(puts)).map(({ status }) => status).sort()
  t.same(statuses, [200, 409, 409, 409, 409, 409, 409, 409])
})

t.test('lists answer 200, page by page', async (t) => {
  const made: string[] = []
  for (let count = 0; count < 5; count += 1)
    made.unshift((await created('athlete-2', { ...good(), coachId: 'coach-2' })).id)
  const first = await call('GET', '?limit=2', 'athlete-2')
  t.equal(first.status, 200)
  t.match(first.body.items[0], {
    id: made[0],
    name: 'Plan',
    version: 1,
    ownerId: 'athlete-2',
    coachId: 'coach-2',
  })
  t.notOk('microcycles' in first.body.items[0], 'a list tells which plans there are, not what is in them')
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await call('GET', `?limit=2${cursor && `&cursor=${cursor}`}`, 'athlete-2')
    ids.push(...body.items.map((item: { id: string }) => item.id))
    cursor = body.nextCursor
  }
  t.same(ids, made)
  const exact = await call('GET', '?limit=5', 'athlete-2')
  t.equal(exact.body.nextCursor, null, 'a full last page is the last')
  t.same((await call('GET', '', 'coach-2')).body, { items: [], nextCursor: null })
  t.equal((await call('GET', '?coached=true', 'coach-2:coach')).body.items.length, 5)
  t.equal((await call('GET', '?coached=false', 'athlete-2')).body.items.length, 5)
})

t.test('400 invalid_request for a bad list query', async (t) => {
  const encoded = (text: string) => Buffer.from(text).toString('base64url')
  for (const query of [
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=1e1',
    'limit=ten',
    'limit=',
    'limit=1&limit=2',
    'cursor=',
    'cursor=x',
    `cursor=${encoded('1')}`,
    `cursor=${encoded(`1:${randomUUID()}x`)}`,
    `cursor=${encoded(`-1:${randomUUID()}`)}`,
    `cursor=${encoded("1:' or true --")}`,
    `cursor=${'a'.repeat(300)}`,
    'coached=yes',
    'owner=stranger-1',
  ]) {
    t.match(
      await call('GET', `?${query}`, 'athlete-1'),
      { status: 400, body: { error: 'invalid_request' } },
      query,
    )
  }
})

t.test('a broken row is a 500 of its own; the list, its neighbours and its repair go on', async (t) => {
  const good1 = await created('athlete-3')
  const bad = await created('athlete-3')
  await app.database.knex('plans').where({ id: bad.id }).update({ document: '{"microcycles":7}' })
  t.equal((await call('GET', '', 'athlete-3')).status, 200)
  t.equal((await call('GET', `/${good1.id}`, 'athlete-3')).status, 200)
  const broken = await call('GET', `/${bad.id}`, 'athlete-3')
  t.match(broken, { status: 500, body: { error: 'internal_error' } })
  t.equal((await call('PUT', `/${bad.id}`, 'athlete-3', good(), ifMatch('"1"'))).status, 200)
})

t.test('401 unauthorized without a token, on every route', async (t) => {
  const rows = [
    ['POST', ''],
    ['GET', ''],
    ['GET', '/x'],
    ['PUT', '/x'],
    ['DELETE', '/x'],
    ['GET', '/x/amendment'],
    ['PUT', '/x/amendment'],
  ] as const
  for (const [method, path] of rows) {
    const response = await app.inject({ method, url: `/api/v1/plans${path}` })
    t.equal(response.statusCode, 401, `${method} ${path}`)
    t.equal(response.json().error, 'unauthorized')
  }
})
