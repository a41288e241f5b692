/** Movements written as a table. */
import t from 'tap'
import { movementTable } from '../../../domain/movements/movement-table.ts'

const readOne = (row: string) => movementTable('hinge', row)[0]

t.test('a row is a movement, cell by cell', async (t) => {
  t.strictSame(
    readOne(
      'hip-thrust | Hip thrust | barbell | glutes | hamstrings, quadriceps | beginner | thrust, bridge | core-lift, setup=150',
    ),
    {
      slug: 'hip-thrust',
      name: 'Hip thrust',
      pattern: 'hinge',
      mechanic: 'compound',
      primaryMuscles: ['glutes'],
      secondaryMuscles: ['hamstrings', 'quadriceps'],
      equipment: 'barbell',
      level: 'beginner',
      aliases: ['thrust', 'bridge'],
      tags: ['core-lift'],
      coreLift: true,
      setupSeconds: 150,
    },
  )
})

t.test('the pattern implies the mechanic, and a word says otherwise', async (t) => {
  const row = 'a | A | cable | triceps | | beginner | |'
  t.equal(movementTable('isolation', row)[0]!.mechanic, 'isolation')
  t.equal(movementTable('trunk', row)[0]!.mechanic, 'compound')
  t.match(movementTable('trunk', `${row} isolation`)[0], { mechanic: 'isolation', tags: [] })
  t.match(movementTable('isolation', `${row} compound`)[0], { mechanic: 'compound', tags: [] })
})

t.test('what is left out is absent, not undefined', async (t) => {
  const bare = readOne('a | A | body_only | glutes | | beginner | |')!
  t.notOk('station' in bare)
  t.notOk('setupSeconds' in bare)
  t.strictSame([bare.secondaryMuscles, bare.aliases, bare.tags], [[], [], []])
  t.equal(readOne('a | A | body_only | glutes | | beginner | | station=rings')!.station, 'rings')
})

const refused: readonly [why: string, row: string][] = [
  ['seven cells', 'a | A | cable | triceps | | beginner |'],
  ['an unknown muscle', 'a | A | cable | tricep | | beginner | |'],
  ['unknown equipment', 'a | A | rope | triceps | | beginner | |'],
  ['an unknown level', 'a | A | cable | triceps | | expert | |'],
  ['an option that there is not', 'a | A | cable | triceps | | beginner | | stations=rings'],
  ['a set-up that is no number', 'a | A | cable | triceps | | beginner | | setup=long'],
]
for (const [why, row] of refused) {
  t.test(`${why} is refused, with the row`, async (t) => {
    t.throws(() => readOne(row), { message: new RegExp(`in the row: ${row.replaceAll('|', '\\|')}`) })
  })
}
