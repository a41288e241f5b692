/** The library over HTTP: searched, filtered, page by page; on every kind of database that can be had here. */
import t from 'tap'
import { movementsOfRelease } from '../../../movements/movements-of-release.ts'
import { availableKinds, testDatabase } from '../../database.ts'
import { movementClient, slugsOf } from './movement-client.ts'

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { get } = await movementClient(t, (await testDatabase(t, kind)).url)

    t.test('200: the library by name, twenty a page, each movement whole', async (t) => {
      const first = await get('')
      t.equal(first.status, 200)
      t.equal(first.body.items.length, 20)
      const names = first.body.items.map(({ name }: { name: string }) => name)
      t.same(names.slice(0, 3), ['45-degree back extension', '90/90 hip switch', 'Ab wheel roll-out'])
      t.match(first.body.items[2], {
        slug: 'ab-wheel-rollout',
        name: 'Ab wheel roll-out',
        pattern: 'trunk',
        mechanic: 'compound',
        primaryMuscles: ['abdominals'],
        secondaryMuscles: ['lats', 'shoulders'],
        equipment: 'other',
        level: 'intermediate',
        coreLift: false,
        aliases: ['ab wheel', 'ab roll-out'],
        tags: [],
      })
    })

    t.test('200: pages to the end, every movement once, null at the last', async (t) => {
      const seen: string[] = []
      let path = '?limit=100'
      for (;;) {
        const page = await get(path)
        seen.push(...slugsOf(page))
        if (page.body.nextCursor === null) break
        path = `?limit=100&cursor=${page.body.nextCursor}`
      }
      t.same([...seen].sort(), movementsOfRelease.map(({ slug }) => slug).sort())
    })

    t.test('200: a search, best first, page by page', async (t) => {
      const first = await get('?search=Bench%20Press&limit=2')
      t.equal(slugsOf(first)[0], 'bench-press')
      const second = await get(`?search=Bench%20Press&limit=2&cursor=${first.body.nextCursor}`)
      t.equal(slugsOf(second).length, 2)
      t.same([...slugsOf(first), ...slugsOf(second)], slugsOf(await get('?search=Bench%20Press&limit=4')))
      t.equal(slugsOf(await get('?search=benhc%20press'))[0], 'bench-press')
    })

    t.test('200: muscle, equipment and pattern, with aliases and lists', async (t) => {
      t.same(slugsOf(await get('?muscle=lats&equipment=cables&pattern=horizontal-pull')), [
        'seated-cable-row',
        'single-arm-cable-row',
      ])
      const balls = await get('?equipment=swiss%20ball,%20foam%20roller&limit=100')
      t.ok(balls.body.items.every(({ equipment }: { equipment: string }) => /ball|foam/.test(equipment)))
      t.ok(balls.body.items.length > 10)
      const back = await get('?muscle=back&search=row&limit=100')
      t.ok(slugsOf(back).includes('barbell-row'))
    })

    t.test('200: nothing found is an empty page', async (t) => {
      for (const search of ['qqqqqq', '---', '%00', '%F0%9F%92%AA']) {
        const { status, body } = await get(`?search=${search}`)
        t.match({ status, body }, { status: 200, body: { items: [], nextCursor: null } }, search)
      }
    })

    t.test('200: signs that mean something to a database mean nothing in a search', async (t) => {
      for (const search of ["'", '%25', '_', '\\', "'; drop table movements; --", 'a%25b']) {
        t.equal((await get(`?search=${encodeURIComponent(search)}`)).status, 200, search)
      }
      t.equal((await get('')).status, 200)
    })

    t.test('422 unknown_vocabulary: the words that nobody knows, and those that are known', async (t) => {
      const rows = [
        ['?muscle=chest,wings', '/muscle', /"wings"; known: .*chest/],
        ['?equipment=anvil', '/equipment', /"anvil"; known: .*barbell/],
        ['?pattern=twist', '/pattern', /"twist"; known: .*hinge/],
        ['?muscle=', '/muscle', undefined],
      ] as const
      for (const [path, at, message] of rows.slice(0, 3)) {
        const { status, body } = await get(path)
        t.match({ status, body }, { status: 422, body: { error: 'unknown_vocabulary' } })
        t.match(body.errors, [{ path: at, message }])
      }
      t.equal((await get(rows[3][0])).status, 400, 'no word at all is no word')
    })

    t.test('400: limits, cursors and parameters that there are not', async (t) => {
      const bad = [
        '?limit=0',
        '?limit=101',
        '?limit=ten',
        '?cursor=nonsense',
        `?cursor=${Buffer.from('["name",0,"a"]').toString('base64url')}`,
        `?cursor=${Buffer.from('["best",0,"a","a"]').toString('base64url')}`,
        `?cursor=${Buffer.from('["name",-1,"a","a"]').toString('base64url')}`,
        `?cursor=${Buffer.from('["name",0,"\\u0000","a"]').toString('base64url')}`,
        '?search=',
        `?search=${'a'.repeat(201)}`,
        '?muscles=chest',
        '?muscle=chest&muscle=lats',
      ]
      for (const path of bad) {
        const { status, body } = await get(path)
        t.match({ status, error: body.error }, { status: 400, error: 'invalid_request' }, path)
      }
    })

    t.test('401 without a token', async (t) => {
      t.match(await get('', {}), { status: 401, body: { error: 'unauthorized' } })
    })
  })
}
