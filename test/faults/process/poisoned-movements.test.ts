/** A movement, or a draft of one, that a hand has written: the library goes on without it, from the start of a service on. */
import t from 'tap'
import type { Movement } from '../../../domain/movements/movement.ts'
import { availableKinds } from '../../database.ts'
import { bearer, testApp } from '../../helper.ts'
import { marker, ourFault, poisonedApp } from './poisoned-app.ts'

// biome-ignore lint/suspicious/noExplicitAny: what is changed need not fit anywhere
type Change = (movement: any) => void

const slug = 'kettlebell-goblet-squat'
const otherSlug = 'cable-romanian-deadlift'
const as = 'curator-1'
const roles = ['curator']

const movements: Record<string, Change | string> = {
  null: 'null',
  'nothing in it': '{}',
  'a text': JSON.stringify(marker),
  'no aliases': (movement) => delete movement.aliases,
  'an unknown pattern': (movement) => Object.assign(movement, { pattern: marker }),
  'a muscle that nobody has': (movement) => Object.assign(movement, { primaryMuscles: [marker] }),
  'no muscle': (movement) => Object.assign(movement, { primaryMuscles: [] }),
  'a set-up of a year': (movement) => Object.assign(movement, { setupSeconds: 31_536_000 }),
  'the slug of another': (movement) => Object.assign(movement, { slug: otherSlug }),
}

for (const kind of await availableKinds()) {
  t.test(`${kind}: a movement of the library`, async (t) => {
    const client = await poisonedApp(t, kind)
    const { app, call, poison, changed, told, counted } = client
    const get = (path: string) => call('GET', `/api/v1/movements${path}`, { as })
    const { movement } = (await app.movementStore.findBySlug(slug))!
    const all = app.movementLibrary.all().length

    for (const [what, change] of Object.entries(movements)) {
      await t.test(`${what}: left out of lists, searches and plans, 500 for itself`, async (t) => {
        const before = await counted('movements')
        await poison(
          'movements',
          'document',
          typeof change === 'string' ? change : changed(movement, change),
          {
            slug,
          },
        )
        await app.database.knex('movement_library').increment('revision', 1)
        await app.movementLibrary.refresh()

        t.equal(app.movementLibrary.all().length, all - 1)
        t.equal(app.movementLibrary.bySlug(otherSlug)?.slug, otherSlug)
        t.match(await get(`/${slug}`), ourFault)
        t.match(await get(`/${slug}/alternatives`), { status: 404, body: { error: 'movement_not_found' } })
        t.match(await get(`/${otherSlug}/alternatives`), { status: 200 })
        const found = await get('?search=squat&limit=100')
        t.ok(found.body.items.length > 5)
        t.notOk(found.body.items.some((one: Movement) => one.slug === slug))
        let [seen, cursor] = [0, '']
        do {
          const { status, body } = await get(`?limit=100${cursor && `&cursor=${cursor}`}`)
          t.equal(status, 200)
          seen += body.items.length
          cursor = body.nextCursor
        } while (cursor)
        t.equal(seen, all - 1, 'every other one, page by page')
        t.equal(told('movements', slug), 1)
        t.ok((await counted('movements')) > before)
      })
    }

    await t.test('a service that starts over it is ready', async (t) => {
      const other =
        kind === 'postgres' ? await testApp(t, { config: { databaseUrl: client.databaseUrl } }) : app
      t.equal((await other.inject('/health/ready')).statusCode, 200)
      t.equal(
        (await other.inject({ url: `/api/v1/movements/${otherSlug}`, headers: bearer(as) })).statusCode,
        200,
      )
      t.equal(other.movementLibrary.all().length, all - 1)
    })
    t.same(client.indiscreet(), [])
  })

  t.test(`${kind}: a draft, and a curator who brings the movement back`, async (t) => {
    const client = await poisonedApp(t, kind)
    const { app, call, poison, told } = client
    const path = '/api/internal/curation/movements'
    const { movement } = (await app.movementStore.findBySlug(slug))!
    const { coreLift: _, ...draft } = movement
    const write = async (payload: object) =>
      (await call('POST', path, { as, roles, payload })).body.id as string
    const soundId = await write({ ...draft, slug: 'another-squat', name: 'Another squat', aliases: [] })
    const brokenId = await write({ ...draft, slug: 'third-squat', name: 'Third squat', aliases: [] })
    await poison('movement_drafts', 'document', JSON.stringify({ name: marker }), { id: brokenId })
    const { body } = await call('GET', `${path}?limit=100`, { as, roles })
    t.same(
      body.items.map(({ id }: { id: string }) => id),
      [soundId],
    )
    t.match(await call('GET', `${path}/${brokenId}`, { as, roles }), ourFault)
    t.equal(told('movement_drafts', brokenId), 1)

    await poison('movements', 'document', '{}', { slug })
    const id = await write(draft)
    for (const [move, by] of [
      ['submit', as],
      ['approve', 'curator-2'],
      ['publish', 'curator-2'],
    ] as const) {
      t.equal((await call('POST', `${path}/${id}/${move}`, { as: by, roles })).status, 200, move)
    }
    t.match(await call('GET', `/api/v1/movements/${slug}`, { as }), { status: 200, body: { slug } })
    t.same(client.indiscreet(), [])
  })
}
