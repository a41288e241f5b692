/** Search in the library, on every kind of database that can be had here, with the extension and without: the same. */
import type { Knex } from 'knex'
import t from 'tap'
import { searchKey } from '../../domain/movements/search-terms.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'
import type { MovementFilter, MovementPosition, MovementQuery } from '../../store/movement-query.ts'
import { createMovementSearch } from '../../store/movement-search.ts'
import { seedMovements } from '../../store/movement-seed.ts'
import { createMovementStore } from '../../store/movement-store.ts'
import { availableKinds, testDatabase } from '../database.ts'
import { movement } from '../domain/movements/build-movement.ts'
import { openDatabase } from '../plugins/database/open-database.ts'

type Search = ReturnType<typeof createMovementSearch>

const finding =
  (search: Search) =>
  async (text: string, filter: MovementFilter = {}, limit = 100): Promise<string[]> =>
    (await search({ key: searchKey(text)!, ...filter, limit })).map(({ position: { slug } }) => slug)

/** Every page, one after the other. */
const walk = async (search: Search, query: Omit<MovementQuery, 'after'>): Promise<string[][]> => {
  const pages: string[][] = []
  let after: MovementPosition | undefined
  for (;;) {
    const found = await search({ ...query, ...(after && { after }) })
    if (found.length === 0) return pages
    pages.push(found.map(({ position: { slug } }) => slug))
    after = found.at(-1)!.position
  }
}

for (const kind of await availableKinds()) {
  t.test(kind, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    await seedMovements(knex, movementsOfRelease)
    const search = createMovementSearch(knex)
    const find = finding(search)

    t.test(
      'the exact name is first, however it is spelt; then names that begin, then words that do',
      async (t) => {
        for (const text of ['Push-up', 'push up', 'PUSHUP', '  pùsh—up! ']) {
          t.equal((await find(text))[0], 'push-up', text)
        }
        const found = await find('bench press')
        t.equal(found[0], 'bench-press')
        t.ok(found.includes('incline-bench-press'))
        const dips = await find('dip')
        t.ok(dips.indexOf('chest-dip') < dips.indexOf('assisted-dip'), dips.join(' '))
      },
    )

    t.test('aliases and slugs find too', async (t) => {
      t.equal((await find('rdl'))[0], 'romanian-deadlift')
      t.equal((await find('ohp'))[0], 'overhead-press')
      t.equal((await find('low cable fly'))[0], 'low-cable-fly')
    })

    t.test('as it is typed, letter by letter', async (t) => {
      for (const text of ['z', 'ze', 'zer', 'zerch', 'zercher squ']) {
        t.ok((await find(text)).includes('zercher-squat'), text)
      }
    })

    t.test('words in any order, each at the beginning of a word', async (t) => {
      t.equal((await find('press bench'))[0], 'bench-press')
      t.ok((await find('row dumb')).includes('one-arm-dumbbell-row'))
      t.notOk((await find('row umb')).includes('one-arm-dumbbell-row'))
    })

    t.test('a slip of the finger', async (t) => {
      t.equal((await find('benhc press'))[0], 'bench-press')
      t.equal((await find('dumbell row'))[0], 'one-arm-dumbbell-row')
      t.ok((await find('sqaut')).includes('barbell-back-squat'))
      t.ok((await find('romanain dedlift')).includes('romanian-deadlift'))
    })

    t.test('similar names only where nothing else is found', async (t) => {
      t.same(await find('zercher squat'), ['zercher-squat'])
      t.same(await find('qqqqqq'), [])
      t.same(await find('sqt'), [], 'three letters are similar to everything')
    })

    t.test('by muscle, equipment and pattern, any of each, all of them together', async (t) => {
      const all = async (filter: MovementFilter) =>
        (await search({ ...filter, limit: 1_000 })).flatMap(({ movement: one }) => one ?? [])
      const neck = await all({ muscles: ['neck', 'calves'] })
      t.ok(neck.length > 5)
      t.ok(
        neck.every(({ primaryMuscles }) => primaryMuscles.some((word) => ['neck', 'calves'].includes(word))),
      )
      const balls = await all({ equipment: ['exercise_ball', 'foam_roll'] })
      t.equal(
        balls.length,
        movementsOfRelease.filter(({ equipment }) => ['exercise_ball', 'foam_roll'].includes(equipment))
          .length,
      )
      const rows = await all({ muscles: ['lats'], equipment: ['cable'], patterns: ['horizontal_pull'] })
      t.same(
        rows.map(({ slug }) => slug),
        ['seated-cable-row', 'single-arm-cable-row'],
      )
      t.same(await find('row', { equipment: ['kettlebells'] }), ['kettlebell-row', 'gorilla-row'].sort())
      t.ok(
        (await find('benhc press', { equipment: ['dumbbell'] })).every((slug) => slug.includes('dumbbell')),
      )
    })

    t.test('pages: every movement once, in one order, whatever the size of a page', async (t) => {
      for (const text of ['press', 'row dumb', 'sqaut', 'a']) {
        const key = searchKey(text)!
        const whole = (await search({ key, limit: 1_000 })).map(({ position: { slug } }) => slug)
        t.equal(new Set(whole).size, whole.length, text)
        for (const limit of [1, 7])
          t.same((await walk(search, { key, limit })).flat(), whole, `${text}, ${limit}`)
      }
      const pages = await walk(search, { limit: 50 })
      t.equal(pages.flat().length, movementsOfRelease.length)
      t.equal(new Set(pages.flat()).size, movementsOfRelease.length)
    })

    t.test('what is published meanwhile shifts no page', async (t) => {
      const first = await search({ limit: 50 })
      const after = first.at(-1)!.position
      const second = await search({ limit: 50, after })
      const store = createMovementStore(knex)
      const early = movement({ slug: 'aaa', name: 'Aaa', aliases: [] })
      await knex.transaction((transaction) => store.publish(transaction, early))
      t.same(await search({ limit: 50, after }), second)
      await knex.transaction((transaction) => store.archive(transaction, 'aaa'))
      t.same(await search({ limit: 50 }), first)
    })

    t.test('with trigrams and without, the same names are similar', async (t) => {
      const { rows } = await knex.raw(
        `select to_regprocedure('similarity(text, text)') is not null as present`,
      )
      t.equal(rows[0].present, kind === 'postgres')
      if (kind === 'pglite') return
      const texts = [
        'benhc press',
        'dumbell row',
        'laterl rase',
        'romanain dedlift',
        'kettelbel swing',
        'sqaut',
      ]
      const withIndex = await Promise.all(texts.map((text) => find(text)))
      await knex.raw('drop extension pg_trgm cascade')
      const without = finding(createMovementSearch(knex))
      t.same(await Promise.all(texts.map((text) => without(text))), withIndex)
    })
  })

  t.test(`${kind}: page 500 of 10,000 costs what page 1 costs`, async (t) => {
    const { url } = await testDatabase(t, kind)
    const { knex } = (await openDatabase(t, url, { migrate: true })).database
    await fill(knex, 10_500)
    const search = createMovementSearch(knex)
    const limit = 20
    const start = {
      match: 'name',
      distance: 0,
      term: nameOf(499 * limit),
      slug: slugOf(499 * limit),
    } as const
    const costs = []
    for (const after of [undefined, start]) {
      const plan = await explained(knex, () => search({ limit, ...(after && { after }) }))
      t.notMatch(plan.text, /Seq Scan|Sort/)
      t.match(plan.text, /Index Scan using movements_by_name on movements/)
      t.notMatch(plan.text, /Rows Removed by Filter/)
      costs.push(plan.rowsRead)
      if (after) t.match(plan.text, /Index Cond: \(ROW\(name_key, slug\) > /)
    }
    t.same(costs, [limit, limit], 'rows that were read')
    const page = await search({ limit, after: start })
    t.same(
      page.map(({ position: { slug } }) => slug),
      Array.from({ length: limit }, (_, index) => slugOf(499 * limit + index + 1)),
    )
    const deep = { match: 'name', distance: 0, term: nameOf(9_980), slug: slugOf(9_980) } as const
    const found = await explained(knex, () => search({ key: searchKey('move')!, limit, after: deep }))
    t.match(found.text, /movement_terms_pkey on movement_terms t/)
    t.notMatch(found.text, /Seq Scan/)
  })
}

const digits = (index: number): string => String(index).padStart(5, '0')
const nameOf = (index: number): string => `move${digits(index)}`
const slugOf = (index: number): string => `move-${digits(index)}`

async function fill(knex: Knex, count: number): Promise<void> {
  const document = JSON.stringify(movement())
  await knex.raw(
    `insert into movements (slug, name_key, pattern, equipment, primary_muscles, document, version, published,
       created_at, updated_at)
     select 'move-' || lpad(i::text, 5, '0'), 'move' || lpad(i::text, 5, '0'), 'squat', 'barbell', '{chest}',
       jsonb_set(?::jsonb, '{slug}', to_jsonb('move-' || lpad(i::text, 5, '0')))::json, 1, true, now(), now()
     from generate_series(1, ?::int) i`,
    [document, count],
  )
  await knex.raw(
    `insert into movement_terms (slug, is_inner, term) select slug, false, name_key from movements`,
  )
  await knex.raw('vacuum analyze movements')
  await knex.raw('vacuum analyze movement_terms')
}

/** The plan of the one statement that the work sends, as it really ran. */
async function explained(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<{ text: string; rowsRead: number }> {
  const sent: { sql: string; bindings: Knex.RawBinding[] }[] = []
  const listen = (query: (typeof sent)[number]) => sent.push(query)
  knex.on('query', listen)
  await work()
  knex.removeListener('query', listen)
  const { sql, bindings } = sent[0]!
  const { rows } = await knex.raw(`explain analyze ${sql.replaceAll(/\$\d+/g, '?')}`, bindings)
  const text = rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
  const [, rowsRead] = /Index Scan using \S+ .*actual time=\S+ rows=(\d+)/.exec(text) ?? []
  return { text, rowsRead: Number(rowsRead) }
}
