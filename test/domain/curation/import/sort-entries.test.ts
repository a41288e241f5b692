/** Which entries of a free-exercise-db file become drafts. The whole dataset is read from where the tests' data lie. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { type KnownNames, sortEntries } from '../../../../domain/curation/import/sort-entries.ts'
import { nameKey } from '../../../../domain/curation/name-key.ts'

const nothing: KnownNames = { library: new Map(), drafts: new Map(), sources: new Set() }

const entry = (change: Record<string, unknown> = {}) => ({
  id: 'Snatch_Deadlift',
  name: 'Snatch Deadlift',
  force: 'pull',
  level: 'expert',
  mechanic: 'compound',
  equipment: 'e-z curl bar',
  primaryMuscles: ['hamstrings'],
  secondaryMuscles: ['lower back', 'hamstrings', 'lower back'],
  instructions: ['Lift it.'],
  category: 'olympic weightlifting',
  images: [],
  ...change,
})

t.test('its words become ours; nobody becomes a core lift by a name', async (t) => {
  const { created, skipped } = sortEntries([entry()], nothing)
  t.same(skipped, [])
  t.same(created, [
    {
      source: 'free-exercise-db:Snatch_Deadlift',
      draft: {
        slug: 'snatch-deadlift',
        name: 'Snatch Deadlift',
        pattern: 'olympic',
        mechanic: 'compound',
        level: 'advanced',
        equipment: 'ez_curl_bar',
        primaryMuscles: ['hamstrings'],
        secondaryMuscles: ['lower_back'],
        station: null,
        setupSeconds: null,
        aliases: [],
        tags: ['olympic-weightlifting'],
      },
    },
  ])
})

t.test('what it does not say stays open', async (t) => {
  const rows: [change: Record<string, unknown>, expected: object][] = [
    [
      { equipment: null, mechanic: null },
      { equipment: null, mechanic: null },
    ],
    [{ category: 'strength' }, { pattern: null, tags: ['strength'] }],
    [{ category: 'plyometrics' }, { pattern: null }],
    [{ category: 'strength', mechanic: 'isolation' }, { pattern: 'isolation' }],
    [{ category: 'stretching', mechanic: 'isolation' }, { pattern: 'mobility' }],
    [
      { category: 'cardio', mechanic: undefined },
      { pattern: 'conditioning', mechanic: null },
    ],
    [
      { level: 'godlike', category: null },
      { level: null, tags: [] },
    ],
    [
      { level: 'constructor', category: 'toString' },
      { level: null, pattern: null },
    ],
  ]
  for (const [change, draft] of rows) {
    t.match(sortEntries([entry(change)], nothing).created, [{ draft }], JSON.stringify(change))
  }
})

t.test('skipped, and why', async (t) => {
  const known: KnownNames = {
    library: new Map([[nameKey('snatch dead-lift'), 'snatch-pull']]),
    drafts: new Map([[nameKey('Good Morning'), 'good-morning']]),
    sources: new Set(['free-exercise-db:Old']),
  }
  const { created, skipped } = sortEntries(
    [
      entry(),
      entry({ id: 'GM', name: 'good morning' }),
      entry({ id: 'Old', name: 'Renamed since' }),
      entry({ id: 'New', name: 'New One' }),
      entry({ id: 'New2', name: 'new-one' }),
      entry({ id: 'New', name: 'Another' }),
      entry({ id: 'Odd', name: 'Odd', equipment: 'sandbag', primaryMuscles: ['legs'] }),
      entry({ id: 'Жим', name: 'Жим' }),
      entry({ id: 7, name: undefined, primaryMuscles: 'chest' }),
      null,
      [],
    ],
    known,
  )
  t.same(
    created.map(({ source }) => source),
    ['free-exercise-db:New'],
  )
  t.match(skipped, [
    { index: 0, name: 'Snatch Deadlift', reason: 'in_library', detail: 'snatch-pull' },
    { index: 1, reason: 'in_drafts', detail: 'good-morning' },
    { index: 2, reason: 'imported_before', detail: 'free-exercise-db:Old' },
    { index: 4, reason: 'repeated_in_file', detail: 'new-one' },
    { index: 5, reason: 'repeated_in_file', detail: 'free-exercise-db:New' },
    { index: 6, reason: 'unusable', detail: /"sandbag".*"legs"/ },
    { index: 7, reason: 'unusable', detail: /slug|write one out/ },
    { index: 8, name: '', reason: 'unusable', detail: /id must be.*name must be.*primaryMuscles must be/ },
    { index: 9, reason: 'unusable', detail: /object/ },
    { index: 10, reason: 'unusable', detail: /object/ },
  ])
})

t.test('all 873 of the dataset can be used', async (t) => {
  const file = new URL('../../../../../shared/data/free-exercise-db.json', import.meta.url)
  const values: { name: string; equipment: string | null }[] = JSON.parse(await readFile(file, 'utf8'))
  const { created, skipped } = sortEntries(values, nothing)
  t.same(skipped, [])
  t.equal(created.length, 873)
  t.equal(new Set(created.map(({ draft }) => draft.slug)).size, 873)
  t.equal(
    created.filter(({ draft }) => draft.equipment === null).length,
    values.filter(({ equipment }) => equipment === null).length,
  )
  t.ok(created.every(({ draft }) => draft.level !== null && draft.primaryMuscles.length > 0))
  t.notOk(created.some(({ draft }) => draft.tags.includes('core-lift')))
})
