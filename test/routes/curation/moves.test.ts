/** The moves: from every state, by whom, at the same moment, and what is left of them in the audit. */
import t from 'tap'
import { type DraftMove, type DraftStatus, statusAfter } from '../../../domain/curation/status.ts'
import { bearer } from '../../helper.ts'
import { curationClient, document, ifMatch } from './curation-client.ts'

const { app, call, created, move, approved, published } = await curationClient(t)

const bodies: Record<string, object | undefined> = { 'request-changes': { comment: 'Which grip?' } }
const moves = ['submit', 'approve', 'request-changes', 'publish', 'archive'] as const

let made = 0
const fresh = (change = {}) => {
  made += 1
  return document(`Carry ${made}`, change)
}

const reach: Record<DraftStatus, readonly DraftMove[]> = {
  DRAFT: [],
  READY_FOR_REVIEW: ['submit'],
  CHANGES_REQUESTED: ['submit', 'request-changes'],
  APPROVED: ['submit', 'approve'],
  PUBLISHED: ['submit', 'approve', 'publish'],
  ARCHIVED: ['submit', 'approve', 'publish', 'archive'],
}

t.test(
  'every state against every move: 200 where the table says so, else 409 and nothing happens',
  async (t) => {
    for (const [status, path] of Object.entries(reach) as [DraftStatus, DraftMove[]][]) {
      for (const name of moves) {
        const { id } = await created(fresh())
        for (const step of path)
          await move(id, step, step === 'submit' ? 'curator-1' : 'curator-2', bodies[step])
        const before = (await call('GET', `/movements/${id}`)).body
        t.equal(before.status, status)
        const to = statusAfter(status, name)
        const answer = await move(id, name, name === 'submit' ? 'curator-1' : 'curator-2', bodies[name])
        if (to === undefined) {
          const detail = new RegExp(`${status}.*${name}`)
          t.match(
            answer,
            { status: 409, body: { error: 'state_conflict', detail } },
            `${name} from ${status} is 409`,
          )
          t.same((await call('GET', `/movements/${id}`)).body, before)
        } else {
          const version = before.version + 1
          const expected = { status: 200, headers: { etag: `"${version}"` }, body: { status: to, version } }
          t.match(answer, expected, `${name} from ${status} is 200`)
        }
      }
    }
  },
)

t.test('409 state_conflict: a draft with open fields can’t be submitted, and says which', async (t) => {
  const { id } = await created({ name: 'Half Known' })
  t.match(await move(id, 'submit', 'curator-1'), {
    status: 409,
    body: { error: 'state_conflict', errors: [{ path: '/pattern' }, { path: '/mechanic' }, {}, {}, {}] },
  })
})

t.test(
  'four eyes: 403 for whoever created, edited or submitted it, admins too; 200 for anybody else',
  async (t) => {
    const { id } = await created(fresh(), 'curator-1')
    await call('PUT', `/movements/${id}`, 'curator-2', fresh(), ifMatch('"1"'))
    await move(id, 'submit', 'curator-3')
    for (const as of ['curator-1', 'curator-2', 'curator-3']) {
      t.match(
        await move(id, 'approve', as),
        { status: 403, body: { error: 'forbidden', detail: /own work/ } },
        as,
      )
      const admin = bearer(as, ['admin', 'curator'])
      t.equal((await move(id, 'approve', '', undefined, admin)).status, 403, `${as} as an admin`)
    }
    t.match(await move(id, 'approve', 'curator-4'), {
      status: 200,
      body: { status: 'APPROVED', reviewerId: 'curator-4', submittedBy: 'curator-3' },
    })
  },
)

t.test(
  'request-changes: 400 without a comment; the author may take the draft back, but is no reviewer',
  async (t) => {
    const { id } = await created(fresh())
    await move(id, 'submit', 'curator-1')
    for (const body of [
      undefined,
      {},
      { comment: '' },
      { comment: '  ' },
      { comment: 7 },
      { comment: 'x', y: 1 },
      { comment: 'a\u0000' },
      { comment: 'a\ud800' },
    ]) {
      const { status } = await move(id, 'request-changes', 'curator-2', body)
      t.equal(status, 400, `${JSON.stringify(body)} is 400`)
    }
    const back = await move(id, 'request-changes', 'curator-1', { comment: 'Not yet' })
    t.match(back, { status: 200, body: { status: 'CHANGES_REQUESTED', reviewerId: null } })
    const put = await call('PUT', `/movements/${id}`, 'curator-1', fresh(), ifMatch(back.headers.etag))
    t.match(put, { status: 200, body: { status: 'CHANGES_REQUESTED' } })
    t.equal((await move(id, 'submit', 'curator-1')).status, 200)
  },
)

t.test('submit may ask somebody to review: 400 when it is their own work', async (t) => {
  const { id } = await created(fresh())
  for (const reviewerId of ['curator-1', 'curator-2']) {
    const own = await move(id, 'submit', 'curator-2', { reviewerId })
    t.match(own, { status: 400, body: { errors: [{ path: '/reviewerId' }] } })
  }
  t.equal((await move(id, 'submit', 'curator-2', { reviewerId: 'x\u0000' })).status, 400)
  const asked = await move(id, 'submit', 'curator-2', { reviewerId: 'curator-3', comment: 'Please' })
  t.match(asked, { status: 200, body: { reviewerId: 'curator-3', submittedBy: 'curator-2' } })
})

t.test(
  'If-Match on a move: 409 version_conflict before any state, 400 when malformed, free to be left out',
  async (t) => {
    const { id } = await created(fresh())
    await move(id, 'submit', 'curator-1')
    const stale = await move(id, 'approve', 'curator-2', undefined, ifMatch('"1"'))
    t.match(stale, { status: 409, body: { error: 'version_conflict' } })
    t.equal((await move(id, 'approve', 'curator-2', undefined, ifMatch('2'))).status, 400)
    t.equal((await move(id, 'approve', 'curator-2', undefined, ifMatch('"2"'))).status, 200)
    const late = await move(id, 'approve', 'curator-2', undefined, ifMatch('"2"'))
    t.match(late, { status: 409, body: { error: 'version_conflict' } })
  },
)

t.test('of two publications at once one is 200, the other 409 version_conflict', async (t) => {
  for (let round = 0; round < 5; round += 1) {
    const { id, version, slug } = await approved(fresh())
    const answers = await Promise.all(
      ['curator-2', 'curator-3'].map((as) => move(id, 'publish', as, undefined, ifMatch(`"${version}"`))),
    )
    t.same(answers.map(({ status }) => status).sort(), [200, 409])
    t.match(answers.find(({ status }) => status === 409)?.body, { error: 'version_conflict' })
    const { items } = (await call('GET', `/movements/${id}/audit`)).body
    t.equal(items.filter(({ action }: { action: string }) => action === 'publish').length, 1)
    t.equal(app.movementLibrary.bySlug(slug)?.slug, slug, 'the library has it at once')
  }
})

t.test('a published movement is edited through a new draft of its slug', async (t) => {
  const first = await published(fresh({ aliases: ['First Alias'] }))
  const { slug, name } = first
  const second = await created(document(name, { slug, level: 'advanced', aliases: [] }), 'curator-2')
  const read = await call('GET', `/movements/${second.id}`)
  t.same(read.body.changesToLibrary, [
    { field: 'level', from: 'beginner', to: 'advanced' },
    { field: 'aliases', from: ['First Alias'], to: [] },
  ])
  const search = await call('GET', `/library?search=${slug}`)
  t.match(search.body, { items: [{ slug, level: 'beginner', openDraftId: second.id }], nextCursor: null })
  await move(second.id, 'submit', 'curator-2')
  await move(second.id, 'approve', 'curator-1')
  t.equal(app.movementLibrary.bySlug(slug)?.level, 'beginner', 'not before it is published')
  t.equal((await move(second.id, 'publish', 'curator-1')).status, 200)
  t.match(app.movementLibrary.bySlug(slug), { level: 'advanced', aliases: [] })
  t.equal((await call('GET', `/movements/${first.id}`)).body.status, 'ARCHIVED', 'the older one gives way')
  const audit = (await call('GET', `/movements/${second.id}/audit`)).body.items[0]
  t.match(audit, { action: 'publish', changes: read.body.changesToLibrary })
})

t.test('archive takes the movement out of the library', async (t) => {
  const { id, slug } = await published(fresh())
  t.ok(app.movementLibrary.bySlug(slug))
  t.match(await move(id, 'archive', 'curator-2', { comment: 'Unsafe' }), {
    status: 200,
    body: { status: 'ARCHIVED' },
  })
  t.equal(app.movementLibrary.bySlug(slug), undefined)
  t.same((await call('GET', `/library?search=${slug}`)).body.items, [])
})

t.test('the audit: who, when, from, to, what and why; pages', async (t) => {
  const { id } = await created(fresh())
  await call('PUT', `/movements/${id}`, 'curator-2', fresh({ slug: 'audited', tags: [] }), ifMatch('"1"'))
  await move(id, 'submit', 'curator-2', { comment: ' Ready ' })
  await move(id, 'request-changes', 'curator-3', { comment: 'Which grip?' })
  const { status, body } = await call('GET', `/movements/${id}/audit`)
  t.equal(status, 200)
  t.match(body.items, [
    {
      version: 4,
      actorId: 'curator-3',
      action: 'request-changes',
      from: 'READY_FOR_REVIEW',
      comment: 'Which grip?',
    },
    {
      version: 3,
      actorId: 'curator-2',
      action: 'submit',
      to: 'READY_FOR_REVIEW',
      comment: 'Ready',
      changes: [],
    },
    { version: 2, action: 'update', from: 'DRAFT', to: 'DRAFT', comment: null },
    { version: 1, actorId: 'curator-1', action: 'create', from: null, to: 'DRAFT' },
  ])
  t.same(
    body.items[2].changes.map(({ field }: { field: string }) => field),
    ['slug', 'name', 'tags'],
  )
  t.ok(body.items.every(({ at }: { at: string }) => Math.abs(Date.now() - Date.parse(at)) < 600_000))
  const first = (await call('GET', `/movements/${id}/audit?limit=3`)).body
  const rest = (await call('GET', `/movements/${id}/audit?limit=3&cursor=${first.nextCursor}`)).body
  t.same([...first.items, ...rest.items], body.items)
  t.equal(rest.nextCursor, null)
  for (const query of ['limit=0', 'cursor=x', `cursor=${Buffer.from('v0').toString('base64url')}`]) {
    t.equal((await call('GET', `/movements/${id}/audit?${query}`)).status, 400, `${query} is 400`)
  }
})

t.test('the library: search by alias, pages in the order of slugs', async (t) => {
  for (const letter of ['c', 'a', 'b']) {
    await published(document(`Qq Library ${letter}`, { aliases: [`Quux-${letter}`] }))
  }
  const search = async (query: string) => (await call('GET', `/library?${query}`)).body
  const all = await search('search=QUUX')
  t.same(
    all.items.map(({ slug }: { slug: string }) => slug),
    ['qq-library-a', 'qq-library-b', 'qq-library-c'],
  )
  const first = await search('search=quux&limit=2')
  const rest = await search(`search=quux&limit=2&cursor=${first.nextCursor}`)
  t.same([...first.items, ...rest.items], all.items)
  t.equal(rest.nextCursor, null)
  t.ok((await search('')).items.length > 0)
  t.equal((await call('GET', '/library?cursor=x')).status, 400)
})

t.test('405 with Allow for other methods', async (t) => {
  const { id } = await created(fresh())
  t.match(await call('GET', `/movements/${id}/submit`), { status: 405, headers: { allow: 'POST' } })
  t.match(await call('DELETE', `/movements/${id}`), { status: 405, headers: { allow: /GET.*PUT/ } })
})
