/** Every pair of muscles there is: seven pairs oppose each other, a muscle is its own rival, all others do not compete. */
import t from 'tap'
import { muscles } from '../../../domain/plan/vocabulary.ts'
import { pairClassOf } from '../../../domain/stimulus/pairing.ts'

const opposed = new Set([
  'chest middle_back',
  'chest lats',
  'shoulders lats',
  'quadriceps hamstrings',
  'biceps triceps',
  'abdominals lower_back',
  'abductors adductors',
])
const primary = (muscle: string) => ({ primaryMuscles: [muscle], secondaryMuscles: [] })
const expectedClass = (one: string, other: string) => {
  if (one === other) return 'same_primary'
  return opposed.has(`${one} ${other}`) || opposed.has(`${other} ${one}`) ? 'antagonist' : 'non_competing'
}

t.test('289 pairs of primary muscles', async (t) => {
  for (const one of muscles) {
    const classes = muscles.map((other) => pairClassOf(primary(one), primary(other)))
    t.same(
      classes,
      muscles.map((other) => expectedClass(one, other)),
      one,
    )
  }
})

t.test('only primaries oppose each other, and only rivals both ways are the same', async (t) => {
  const flat = { primaryMuscles: ['chest'], secondaryMuscles: ['triceps'] }
  t.equal(pairClassOf(flat, primary('biceps')), 'non_competing', 'a secondary triceps opposes nothing')
  t.equal(
    pairClassOf(flat, { primaryMuscles: ['triceps'], secondaryMuscles: ['chest'] }),
    'same_primary',
    "each works the other's primary",
  )
  t.equal(pairClassOf(flat, primary('triceps')), 'shared_synergist', 'only one of them does')
  t.equal(pairClassOf(primary('triceps'), flat), 'shared_synergist', 'either way round')
  t.equal(
    pairClassOf(flat, { primaryMuscles: ['chest', 'lats'], secondaryMuscles: [] }),
    'same_primary',
    'before antagonist',
  )
  t.equal(
    pairClassOf(
      { primaryMuscles: ['biceps'], secondaryMuscles: ['forearms'] },
      { primaryMuscles: ['triceps'], secondaryMuscles: ['forearms'] },
    ),
    'antagonist',
    'before shared synergist',
  )
})
