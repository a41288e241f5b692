/** What may stand in for a movement, in which order, and why. */
import t from 'tap'
import { alternativesOf } from '../../../domain/movements/alternatives.ts'
import { likenessPoints, muscleLikeness } from '../../../domain/movements/likeness.ts'
import { type Wanted, wantedOf } from '../../../domain/movements/wanted.ts'
import { movementsOfRelease } from '../../../movements/movements-of-release.ts'
import { movement } from './build-movement.ts'

const bench = movement()
const dumbbell = movement({ slug: 'dumbbell-press', name: 'Dumbbell press', equipment: 'dumbbell' })
const wanted = wantedOf(bench)
const slugs = (list: readonly { movement: { slug: string } }[]) => list.map(({ movement: { slug } }) => slug)

t.test('likeness of muscles: what two share of what either trains', async (t) => {
  const chest = { primaryMuscles: ['chest'], secondaryMuscles: [] }
  t.equal(muscleLikeness(chest, chest), 1)
  t.equal(muscleLikeness(chest, { primaryMuscles: ['lats'], secondaryMuscles: [] }), 0)
  // 1 of chest in common; 1 + 0.5 + 0.5 in either.
  t.equal(muscleLikeness(chest, bench), 0.5)
  t.equal(muscleLikeness({ primaryMuscles: [], secondaryMuscles: [] }, chest), 0)
})

t.test('points: the muscles, less what else is different', async (t) => {
  const pointsOf = (change: Parameters<typeof movement>[0]) => likenessPoints(wanted, movement(change))
  t.equal(pointsOf({}), 100)
  t.equal(pointsOf({ equipment: 'dumbbell' }), 97, 'another free weight')
  t.equal(pointsOf({ equipment: 'cable' }), 95, 'a load of another kind')
  t.equal(pointsOf({ equipment: 'bands' }), 92, 'no load')
  t.equal(pointsOf({ level: 'advanced' }), 94)
  t.equal(pointsOf({ level: 'beginner' }), 100, 'what is easier can be done well too')
  t.equal(pointsOf({ mechanic: 'isolation' }), 88)
  t.equal(pointsOf({ tags: ['unilateral'] }), 96)
  t.equal(pointsOf({ tags: ['timed'] }), 96)
})

t.test('who does not know the level is not sent to the advanced first', async (t) => {
  const { level: _, ...unknown } = wanted
  t.equal(likenessPoints(unknown, movement({ level: 'beginner' })), 100)
  t.equal(likenessPoints(unknown, movement({ level: 'advanced' })), 94)
})

t.test('the same pattern and a main muscle in common, or it is no substitute', async (t) => {
  const others = [
    dumbbell,
    movement({ slug: 'other-pattern', pattern: 'vertical_push' }),
    movement({ slug: 'other-muscles', primaryMuscles: ['lats'] }),
    movement({ slug: 'helper-only', primaryMuscles: ['triceps'], secondaryMuscles: ['chest', 'shoulders'] }),
    movement({ slug: 'little-in-common', secondaryMuscles: ['lats', 'biceps', 'forearms'] }),
  ]
  t.strictSame(slugs(alternativesOf(wanted, [bench, ...others])), ['dumbbell-press'])
})

t.test(
  'without a pattern the main muscles must be the same, and the mechanic where it is known',
  async (t) => {
    const unknown: Wanted = {
      names: ['Unheard of'],
      primaryMuscles: ['chest'],
      secondaryMuscles: [],
      isUnilateral: false,
      isTimed: false,
    }
    const both = movement({ slug: 'both', primaryMuscles: ['chest', 'triceps'], secondaryMuscles: [] })
    const fly = movement({ slug: 'fly', pattern: 'isolation', mechanic: 'isolation', secondaryMuscles: [] })
    t.strictSame(slugs(alternativesOf(unknown, [bench, both, fly])), ['fly', 'bench-press'])
    t.strictSame(slugs(alternativesOf({ ...unknown, mechanic: 'compound' }, [bench, both, fly])), [
      'bench-press',
    ])
  },
)

t.test(
  'best first, equals by the nearer name, then by slug, whatever the order of the library; only what suits',
  async (t) => {
    const twin = movement({ slug: 'a-press', name: 'Dumbbell push', equipment: 'dumbbell' })
    const namesake = movement({ slug: 'z-press', name: 'Dumbbell bench press', equipment: 'dumbbell' })
    const cable = movement({ slug: 'cable-press', equipment: 'cable' })
    const expected = ['z-press', 'dumbbell-press', 'a-press', 'cable-press']
    t.strictSame(slugs(alternativesOf(wanted, [cable, dumbbell, twin, namesake])), expected)
    t.strictSame(slugs(alternativesOf(wanted, [twin, namesake, dumbbell, cable])), expected)
    const other = movement({ slug: 'b-press', name: 'Dumbbell push', equipment: 'dumbbell' })
    t.strictSame(slugs(alternativesOf(wanted, [other, twin])), ['a-press', 'b-press'])
    t.strictSame(slugs(alternativesOf(wanted, [twin, cable], ({ equipment }) => equipment !== 'dumbbell')), [
      'cable-press',
    ])
  },
)

t.test('reasons say what it shares, and each difference', async (t) => {
  const [found] = alternativesOf(wanted, [
    movement({
      slug: 'odd',
      primaryMuscles: ['chest', 'triceps'],
      secondaryMuscles: ['shoulders'],
      equipment: 'body_only',
      level: 'beginner',
      mechanic: 'isolation',
      tags: ['unilateral', 'timed'],
    }),
  ])
  t.strictSame(found!.reasons, [
    'Trains chest in the same pattern (horizontal push).',
    'Works triceps more.',
    'Moves one joint only.',
    'One side at a time.',
    'Held for a time.',
    'Of another level: beginner.',
    'Needs no equipment.',
  ])
  const [back] = alternativesOf(
    wantedOf(movement({ primaryMuscles: ['chest', 'triceps', 'lats'], tags: ['unilateral', 'timed'] })),
    [movement({ slug: 'plain', secondaryMuscles: ['triceps'] })],
  )
  t.strictSame(back!.reasons, [
    'Trains chest in the same pattern (horizontal push).',
    'Leaves out lats.',
    'Works triceps less.',
    'Both sides together.',
    'Counted in repetitions.',
    'Needs a barbell.',
  ])
})

t.test('twins give no reason but what they share and need', async (t) => {
  t.strictSame(alternativesOf(wanted, [dumbbell])[0]!.reasons, [
    'Trains chest in the same pattern (horizontal push).',
    'Needs dumbbells.',
  ])
})

t.test('bands, balls and the body are alike, and so are guided loads', async (t) => {
  const pointsOf = (from: string, to: string) =>
    likenessPoints(wantedOf(movement({ equipment: from })), movement({ equipment: to }))
  t.equal(pointsOf('bands', 'body_only'), 97)
  t.equal(pointsOf('machine', 'cable'), 97)
  t.equal(pointsOf('other', 'dumbbell'), 92)
})

const bestInPlace: readonly [slug: string, equipment: string, best: string][] = [
  ['bench-press', 'dumbbell', 'dumbbell-bench-press'],
  ['lat-pulldown', 'bands', 'band-pulldown'],
  ['seated-leg-curl', 'exercise_ball', 'exercise-ball-leg-curl'],
  ['dumbbell-front-raise', 'cable', 'cable-front-raise'],
  ['standing-calf-raise', 'body_only', 'bodyweight-calf-raise'],
  ['triceps-pressdown', 'bands', 'band-pressdown'],
  ['treadmill-run', 'body_only', 'running'],
]
for (const [slug, equipment, best] of bestInPlace) {
  t.test(`in the release, ${slug} becomes ${best} where there is only ${equipment}`, async (t) => {
    const one = movementsOfRelease.find((each) => each.slug === slug)!
    const found = alternativesOf(wantedOf(one), movementsOfRelease, (other) => other.equipment === equipment)
    t.equal(found[0]?.movement.slug, best, slugs(found).join(', '))
  })
}
