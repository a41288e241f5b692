/** Drafts: created, read, replaced, listed. */
import t from 'tap'
import { bearer } from '../../helper.ts'
import { curationClient, document, ifMatch } from './curation-client.ts'

const { call, created, move, published } = await curationClient(t)

t.test('201: the normal form, with version, location and ETag; 200: read back', async (t) => {
  const sent = document('Anvil Walk', {
    equipment: 'Other',
    primaryMuscles: ['Quads', 'traps'],
    aliases: ['Anvil'],
  })
  const post = await call('POST', '/movements', 'curator-1', sent)
  t.match(post, {
    status: 201,
    headers: { etag: '"1"', location: `/api/internal/curation/movements/${post.body.id}` },
    body: {
      version: 1,
      status: 'DRAFT',
      slug: 'anvil-walk',
      equipment: 'other',
      primaryMuscles: ['quadriceps', 'traps'],
      secondaryMuscles: [],
      coreLift: false,
      authors: ['curator-1'],
      submittedBy: null,
      reviewerId: null,
      source: null,
      station: null,
      moves: ['update', 'submit'],
    },
  })
  const get = await call('GET', `/movements/${post.body.id}`)
  t.match(get, { status: 200, headers: { etag: '"1"' } })
  t.same(get.body, { ...post.body, changesToLibrary: null })
})

t.test('401 without a token, 403 for athletes and coaches, on every address', async (t) => {
  const { id } = await created(document('Guarded Carry'))
  const rows = [
    ['GET', '/movements'],
    ['POST', '/movements'],
    ['GET', `/movements/${id}`],
    ['PUT', `/movements/${id}`],
    ['POST', `/movements/${id}/submit`],
    ['POST', `/movements/${id}/approve`],
    ['POST', `/movements/${id}/request-changes`],
    ['POST', `/movements/${id}/publish`],
    ['POST', `/movements/${id}/archive`],
    ['GET', `/movements/${id}/audit`],
    ['GET', '/library'],
  ] as const
  for (const [method, path] of rows) {
    const none = await call(method, path, '', method === 'GET' ? undefined : {}, { authorization: '' })
    t.match(none, { status: 401, body: { error: 'unauthorized' } }, `${method} ${path} is 401`)
    for (const roles of [['athlete'], ['coach', 'athlete']]) {
      const other = bearer('coach-1', roles)
      const answer = await call(method, path, '', method === 'GET' ? undefined : {}, other)
      t.match(answer, { status: 403, body: { error: 'forbidden' } }, `${method} ${path} is 403 for ${roles}`)
    }
  }
  const admin = bearer('operator-1', ['admin'])
  t.equal((await call('GET', `/movements/${id}`, '', undefined, admin)).status, 200, 'admins may')
})

t.test('404 movement_not_found: an id that is not there, or none at all', async (t) => {
  for (const id of ['6f1c8f52-2a31-4b9a-8a86-3f0a2f3f9f10', 'nope', 'x'.repeat(500), '%00']) {
    const get = await call('GET', `/movements/${id}`)
    t.match(get, { status: 404, body: { error: 'movement_not_found' } }, id)
    t.equal((await call('GET', `/movements/${id}/audit`)).status, 404)
    t.equal((await move(id, 'submit')).status, 404)
  }
})

t.test('400 invalid_request: shape, bounds and rules, each with its path', async (t) => {
  const rows: [change: object, path: string][] = [
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(201) }, '/name'],
    [{ name: '???' }, '/name'],
    [{ name: 7 }, '/name'],
    [{ slug: 'Not A Slug' }, '/slug'],
    [{ pattern: 'wiggle' }, '/pattern'],
    [{ mechanic: 'both' }, '/mechanic'],
    [{ level: 'expert' }, '/level'],
    [{ setupSeconds: 901 }, '/setupSeconds'],
    [{ setupSeconds: 1.5 }, '/setupSeconds'],
    [{ station: 'The Rack' }, '/station'],
    [{ aliases: 'one' }, '/aliases'],
    [{ aliases: Array(31).fill('a') }, '/aliases'],
    [{ tags: ['Not A Tag'] }, '/tags/0'],
    [{ tags: ['core-lift'] }, '/tags/0'],
    [{ primaryMuscles: null }, '/primaryMuscles'],
    [{ status: 'PUBLISHED' }, '/status'],
    [{ coreLift: true }, '/coreLift'],
  ]
  for (const [change, path] of rows) {
    const answer = await call('POST', '/movements', 'curator-1', { ...document('Bad'), ...change })
    t.match(
      answer,
      { status: 400, body: { error: 'invalid_request', errors: [{ path }] } },
      `${JSON.stringify(change).slice(0, 40)} is 400`,
    )
  }
  for (const payload of ['[]', 'null', '"x"', '{}', '{']) {
    const { status } = await call('POST', '/movements', 'curator-1', payload, {
      'content-type': 'application/json',
    })
    t.equal(status, 400, `${payload} is 400`)
  }
})

t.test('422 unknown_vocabulary: names the word and what is known', async (t) => {
  const sent = document('Odd Words', { equipment: 'sandbag', primaryMuscles: ['legs'] })
  t.match(await call('POST', '/movements', 'curator-1', sent), {
    status: 422,
    body: {
      error: 'unknown_vocabulary',
      errors: [
        { path: '/equipment', message: /"sandbag".*kettlebells/ },
        { path: '/primaryMuscles/0', message: /"legs".*quadriceps/ },
      ],
    },
  })
})

t.test('409 state_conflict: a slug with an open draft, a name of another movement', async (t) => {
  const first = await created(document('Anvil Load', { aliases: ['Anvil Lift'] }))
  const again = await call('POST', '/movements', 'curator-2', document('anvil-load'))
  t.match(again, { status: 409, body: { error: 'state_conflict', detail: new RegExp(first.id) } })
  const alias = await call('POST', '/movements', 'curator-2', document('Other', { aliases: ['anvil LIFT'] }))
  t.match(alias, {
    status: 409,
    body: { error: 'state_conflict', errors: [{ path: '/aliases/0', message: /"anvil-load"/ }] },
  })
  await published(document('Anvil Drag', { aliases: ['Smithy Drag'] }))
  const inLibrary = await call('POST', '/movements', 'curator-1', document('Smithy drag'))
  t.match(inLibrary, {
    status: 409,
    body: { error: 'state_conflict', errors: [{ path: '/name', message: /"anvil-drag"/ }] },
  })
  const byName = await call('POST', '/movements', 'curator-1', document('Anvil Drag'))
  t.match(byName, { status: 409, body: { detail: /write out its slug/ } })
  const bySlug = await call('POST', '/movements', 'curator-1', document('Anvil Drag', { slug: 'anvil-drag' }))
  t.equal(bySlug.status, 201, 'written out, it is the next version')
})

t.test('200 PUT: read, edit, write; the editor becomes an author', async (t) => {
  const { id } = await created(document('Anvil Hold'))
  const read = await call('GET', `/movements/${id}`)
  const sent = { ...read.body, level: 'advanced', aliases: ['Static Anvil'] }
  const put = await call('PUT', `/movements/${id}`, 'curator-2', sent, ifMatch(read.headers.etag))
  t.match(put, {
    status: 200,
    headers: { etag: '"2"' },
    body: { version: 2, level: 'advanced', aliases: ['Static Anvil'], authors: ['curator-1', 'curator-2'] },
  })
  const bare = await call('PUT', `/movements/${id}`, 'curator-1', { name: 'Anvil Hold Long' }, ifMatch('*'))
  t.match(bare.body, {
    slug: 'anvil-hold',
    name: 'Anvil Hold Long',
    level: null,
    primaryMuscles: [],
    tags: [],
  })
  t.equal((await call('GET', `/movements/${id}`)).body.version, 3)
})

t.test('PUT: 428, 409 version_conflict, 400, and 409 state_conflict once it is under review', async (t) => {
  const { id } = await created(document('Anvil Carry'))
  const put = (headers: Record<string, string>, change: object = {}) =>
    call('PUT', `/movements/${id}`, 'curator-1', { ...document('Anvil Carry'), ...change }, headers)
  t.match(await put({}), { status: 428, body: { error: 'precondition_required' } })
  t.match(await put(ifMatch('"2"')), { status: 409, body: { error: 'version_conflict' } })
  t.match(await put(ifMatch('W/"1"')), { status: 400 })
  t.match(await put(ifMatch('"1"'), { level: 'expert' }), {
    status: 400,
    body: { errors: [{ path: '/level' }] },
  })
  t.match(await put(ifMatch('"1"'), { equipment: 'x' }), {
    status: 422,
    body: { error: 'unknown_vocabulary' },
  })
  await move(id, 'submit', 'curator-1')
  t.match(await put(ifMatch('"2"')), {
    status: 409,
    body: { error: 'state_conflict', detail: /READY_FOR_REVIEW.*update.*approve or request-changes/ },
  })
  t.match(await put(ifMatch('"1"')), { status: 409, body: { error: 'version_conflict' } })
})

t.test('of two PUTs on one version one is 200, the other 409', async (t) => {
  const { id } = await created(document('Race Carry'))
  const answers = await Promise.all(
    ['curator-1', 'curator-2'].map((as) =>
      call('PUT', `/movements/${id}`, as, document('Race Carry', { level: 'advanced' }), ifMatch('"1"')),
    ),
  )
  t.same(answers.map(({ status }) => status).sort(), [200, 409])
  t.match(answers.find(({ status }) => status === 409)?.body, { error: 'version_conflict' })
})

t.test('lists: filters together, pages by cursor, 400 for what is none', async (t) => {
  const made: string[] = []
  for (let count = 1; count <= 5; count += 1) {
    const { id } = await created(
      document(`Pager ${count}`, { tags: ['paged'], aliases: [`Blätterer ${count}`] }),
    )
    made.push(id)
    if (count > 3) await move(id, 'submit', 'curator-1', { reviewerId: 'curator-3' })
  }
  const ids = async (query: string) =>
    (await call('GET', `/movements?${query}`)).body.items.map(({ id }: { id: string }) => id)
  t.same(await ids('tag=paged'), [...made].reverse(), 'newest first')
  t.same((await ids('tag=paged&status=DRAFT')).sort(), made.slice(0, 3).sort())
  t.same((await ids('reviewer=curator-3&status=READY_FOR_REVIEW')).sort(), made.slice(3).sort())
  t.same(await ids('search=BLATTERER-2'), [made[1]], 'by alias, whatever the spelling')
  t.same(await ids('search=pager%203&tag=paged'), [made[2]])
  t.same(await ids('search=%25'), [])
  const seen: string[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null; page += 1) {
    const { body } = await call('GET', `/movements?tag=paged&limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor
    t.ok(page < 3)
  }
  t.same(seen, [...made].reverse())
  for (const query of [
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=x',
    'cursor=',
    'status=draft',
    'search=',
    'search=%00',
    'tag=a%00',
    'reviewer=%00',
    'nope=1',
  ]) {
    const answer = await call('GET', `/movements?${query}`)
    t.match(answer, { status: 400, body: { error: 'invalid_request' } }, `${query} is 400`)
  }
})
