/** The amendment beside a plan, over HTTP. */
import t from 'tap'
import { defaultAmendment } from '../../../domain/amendment/amendment.ts'
import type { AmendmentDocument } from '../../../domain/plan/document.ts'
import { exercise, plan } from '../../domain/plan/build-plan.ts'
import { planClient } from './plan-client.ts'

const { call } = await planClient(t)
const exercises = [
  exercise({ id: 'squat', role: 'core', sets: 5, primaryMuscles: ['quads'] }),
  exercise({ id: 'curl' }),
  exercise({ id: 'raise' }),
]
const good = (change: object = {}) => ({ ...plan(exercises), ...change })
const created = async (as: string, document: object = good()) => (await call('POST', '', as, document)).body
const ifMatch = (etag: string) => ({ 'if-match': etag })

t.test('GET answers 200 with every default filled in', async (t) => {
  const { id } = await created('athlete-1')
  const answer = await call('GET', `/${id}/amendment`, 'athlete-1')
  t.match(answer, { status: 200, headers: { etag: '"1"' } })
  t.same(answer.body, { version: 1, amendment: defaultAmendment })
})

t.test('an amendment comes with a new plan: 201, and read back in full', async (t) => {
  const amendment: AmendmentDocument = {
    coreSetFloor: 3,
    coreSetCap: 4,
    maxStations: 0,
    priorities: { curl: 'high' },
    pinned: [{ exerciseId: 'squat', minSets: 5 }],
    banned: ['raise'],
    neverPair: [['curl'], ['curl', 'raise']],
  }
  const { id } = await created('athlete-1', good({ amendment }))
  const { body } = await call('GET', `/${id}/amendment`, 'athlete-1')
  t.same(body.amendment, { ...defaultAmendment, ...amendment })
})

t.test('PUT answers 200, replaces the whole, and raises both versions', async (t) => {
  const { id } = await created('athlete-1', good({ amendment: { coreSetFloor: 4 } }))
  const put = await call(
    'PUT',
    `/${id}/amendment`,
    'athlete-1',
    { amendment: { coreSetCap: 3 } },
    ifMatch('"1"'),
  )
  t.match(put, { status: 200, headers: { etag: '"2"' } })
  t.same(put.body, { version: 2, amendment: { ...defaultAmendment, coreSetCap: 3 } })
  t.equal((await call('GET', `/${id}`, 'athlete-1')).body.version, 2)
  const again = await call('PUT', `/${id}/amendment`, 'athlete-1', put.body, ifMatch('"2"'))
  t.match(again, { status: 200, body: { ...put.body, version: 3 } }, 'read, edit, write')
  const bare = await call('PUT', `/${id}/amendment`, 'athlete-1', { banned: ['curl'] }, ifMatch('"3"'))
  t.same(
    bare.body,
    { version: 4, amendment: { ...defaultAmendment, banned: ['curl'] } },
    'the bare amendment',
  )
  const none = await call('PUT', `/${id}/amendment`, 'athlete-1', {}, ifMatch('*'))
  t.same(none.body, { version: 5, amendment: defaultAmendment })
})

t.test('PUT of a plan ignores its amendment and leaves the stored one', async (t) => {
  const { id } = await created('athlete-1', good({ amendment: { coreSetFloor: 4 } }))
  await call('PUT', `/${id}`, 'athlete-1', good({ amendment: { coreSetFloor: 1 } }), ifMatch('"1"'))
  const { body, headers } = await call('GET', `/${id}/amendment`, 'athlete-1')
  t.match(body, { version: 1, amendment: { coreSetFloor: 4 } })
  t.equal(headers.etag, '"1"', 'its own ETag still holds')
})

t.test('If-Match: 428, 409, 400', async (t) => {
  const { id } = await created('athlete-1')
  const path = `/${id}/amendment`
  t.match(await call('PUT', path, 'athlete-1', {}), { status: 428, body: { error: 'precondition_required' } })
  t.match(await call('PUT', path, 'athlete-1', {}, ifMatch('"2"')), {
    status: 409,
    body: { error: 'version_conflict' },
  })
  t.match(await call('PUT', path, 'athlete-1', {}, ifMatch('W/"1"')), { status: 400 })
})

t.test('400 invalid_request: shape and bounds', async (t) => {
  const { id } = await created('athlete-1')
  const rows: [object, path: RegExp][] = [
    [{ coreSetFloor: 0 }, /coreSetFloor/],
    [{ coreSetFloor: 11 }, /coreSetFloor/],
    [{ coreSetFloor: 2.5 }, /coreSetFloor/],
    [{ coreSetFloor: '2' }, /coreSetFloor/],
    [{ coreSetFloor: null }, /coreSetFloor/],
    [{ coreSetCap: 0 }, /coreSetCap/],
    [{ coreSetCap: 11 }, /coreSetCap/],
    [{ maxStations: -1 }, /maxStations/],
    [{ maxStations: 4 }, /maxStations/],
    [{ allowSupersets: 'no' }, /allowSupersets/],
    [{ allowBlocks: 1 }, /allowBlocks/],
    [{ bufferSeconds: -1 }, /bufferSeconds/],
    [{ bufferSeconds: 601 }, /bufferSeconds/],
    [{ accessorySetFloor: 11 }, /accessorySetFloor/],
    [{ priorities: { curl: 'urgent' } }, /priorities/],
    [{ priorities: { 'Curl!': 'high' } }, /priorities/],
    [{ priorities: [] }, /priorities/],
    [{ pinned: ['curl'] }, /pinned/],
    [{ pinned: [{ exerciseId: 'curl', minSets: 0 }] }, /pinned/],
    [{ pinned: [{ minSets: 1 }] }, /pinned/],
    [{ pinned: [{ exerciseId: 'curl', sets: 1 }] }, /pinned/],
    [{ banned: 'curl' }, /banned/],
    [{ banned: [1] }, /banned/],
    [{ neverPair: ['curl'] }, /neverPair/],
    [{ coreSetFlor: 2 }, /coreSetFlor/],
  ]
  for (const [amendment, path] of rows) {
    for (const payload of [amendment, { amendment }]) {
      const { status, body } = await call('PUT', `/${id}/amendment`, 'athlete-1', payload, ifMatch('"1"'))
      const title = `PUT ${JSON.stringify(payload)} is 400`
      t.match({ status, body }, { status: 400, body: { error: 'invalid_request' } }, title)
      t.ok(
        body.errors?.some((fault: { path: string }) => path.test(fault.path)),
        JSON.stringify(body.errors),
      )
    }
    const posted = await call('POST', '', 'athlete-1', good({ amendment }))
    t.equal(posted.status, 400, `POST with ${JSON.stringify(amendment)} is 400`)
  }
  const twice = { amendment: {}, coreSetFloor: 3 }
  t.match(await call('PUT', `/${id}/amendment`, 'athlete-1', twice, ifMatch('"1"')), {
    status: 400,
    body: { errors: [{ path: '/coreSetFloor' }] },
  })
  for (const payload of [[], null, 'x', 1]) {
    const { status } = await call('PUT', `/${id}/amendment`, 'athlete-1', JSON.stringify(payload), {
      ...ifMatch('"1"'),
      'content-type': 'application/json',
    })
    t.equal(status, 400, `PUT ${JSON.stringify(payload)} is 400`)
  }
})

t.test(
  '422 amendment_contradiction: on PUT, with a new plan, and when a plan leaves its amendment behind',
  async (t) => {
    const rows: [AmendmentDocument, path: string][] = [
      [{ coreSetFloor: 5, coreSetCap: 4 }, '/coreSetFloor'],
      [{ banned: ['squat'] }, '/banned/0'],
      [{ pinned: [{ exerciseId: 'curl', minSets: 4 }] }, '/pinned/0/minSets'],
      [{ priorities: { nope: 'low' } }, '/priorities/nope'],
    ]
    const { id } = await created('athlete-1')
    for (const [amendment, path] of rows) {
      const put = await call('PUT', `/${id}/amendment`, 'athlete-1', amendment, ifMatch('"1"'))
      t.match(put, { status: 422, body: { error: 'amendment_contradiction', errors: [{ path }] } })
      const wrapped = await call('PUT', `/${id}/amendment`, 'athlete-1', { amendment }, ifMatch('"1"'))
      t.match(wrapped.body.errors, [{ path: `/amendment${path}` }])
      const post = await call('POST', '', 'athlete-1', good({ amendment }))
      t.match(post, {
        status: 422,
        body: { error: 'amendment_contradiction', errors: [{ path: `/amendment${path}` }] },
      })
    }
    const named = await created(
      'athlete-1',
      good({ amendment: { banned: ['curl'], priorities: { raise: 'low' } } }),
    )
    const without = good({ microcycles: plan([exercises[0]!, exercises[1]!]).microcycles })
    t.match(await call('PUT', `/${named.id}`, 'athlete-1', without, ifMatch('"1"')), {
      status: 422,
      body: {
        error: 'amendment_contradiction',
        errors: [{ path: '/microcycles', message: /"raise".*version 1/ }],
      },
    })
  },
)

t.test('who may: the coach, an admin, the owner of a plan without another coach; else 403', async (t) => {
  const rows: [coachId: string | undefined, as: string, allowed: boolean][] = [
    [undefined, 'athlete-1', true],
    ['athlete-1', 'athlete-1', true],
    ['coach-1', 'coach-1', true],
    ['coach-1', 'coach-1:coach', true],
    ['coach-1', 'root:admin', true],
    [undefined, 'root:admin', true],
    ['coach-1', 'athlete-1', false],
    ['coach-1', 'athlete-1:coach', false],
  ]
  for (const [coachId, as, allowed] of rows) {
    const { id } = await created('athlete-1', good(coachId === undefined ? {} : { coachId }))
    const { status, body } = await call('PUT', `/${id}/amendment`, as, {}, ifMatch('"1"'))
    t.equal(status, allowed ? 200 : 403, `${as}, coach ${coachId}: ${allowed ? 200 : 403}`)
    if (!allowed) t.equal(body.error, 'forbidden')
    t.equal((await call('GET', `/${id}/amendment`, as)).status, 200, 'everybody who sees the plan reads it')
  }
  const theirs = await call('POST', '', 'athlete-1', good({ coachId: 'coach-1', amendment: {} }))
  t.match(theirs, { status: 403, body: { error: 'forbidden' } })
  t.equal((await call('POST', '', 'coach-1', good({ coachId: 'coach-1', amendment: {} }))).status, 201)
  t.equal((await call('POST', '', 'root:admin', good({ coachId: 'coach-1', amendment: {} }))).status, 201)
})
