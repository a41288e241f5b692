/** The movements that the release brings: enough, in the vocabulary's words, and what a coach would sign. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { nameKey } from '../../domain/curation/name-key.ts'
import { type Movement, movementPatterns } from '../../domain/movements/movement.ts'
import { cardio, equipment, muscles } from '../../domain/plan/vocabulary.ts'
import { movementsOfRelease } from '../../movements/movements-of-release.ts'

const slugsOf = (movements: readonly Movement[]): string[] => movements.map(({ slug }) => slug)
const that = (holds: (movement: Movement) => boolean): string[] => slugsOf(movementsOfRelease.filter(holds))

t.test('at least 180, each with a slug of its own', async (t) => {
  t.ok(movementsOfRelease.length >= 180, `${movementsOfRelease.length}`)
  t.equal(new Set(slugsOf(movementsOfRelease)).size, movementsOfRelease.length)
  t.strictSame(
    that(({ slug }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 64),
    [],
  )
})

t.test('the page about the library counts them right', async (t) => {
  const page = await readFile(new URL('../../docs/movements.md', import.meta.url), 'utf8')
  t.match(page, `\n${movementsOfRelease.length} movements come with the release`)
})

t.test('no name or alias twice, neither of two movements nor of one', async (t) => {
  const owners = new Map<string, string>()
  for (const { slug, name, aliases } of movementsOfRelease) {
    for (const key of [name, ...aliases].map(nameKey)) {
      t.notOk(owners.has(key), `${key} of ${slug} is a name of ${owners.get(key)}`)
      owners.set(key, slug)
    }
  }
})

t.test('every pattern, muscle and kind of equipment has movements', async (t) => {
  for (const pattern of movementPatterns) t.ok(that((one) => one.pattern === pattern).length >= 10, pattern)
  for (const word of equipment) t.ok(that((one) => one.equipment === word).length >= 5, word)
  for (const muscle of muscles) {
    t.ok(that(({ primaryMuscles }) => primaryMuscles.includes(muscle)).length >= 3, muscle)
  }
})

t.test('one to three main muscles, none of them a helper too, at most four helpers', async (t) => {
  t.strictSame(
    that(({ primaryMuscles }) => primaryMuscles.length < 1 || primaryMuscles.length > 3),
    [],
  )
  t.strictSame(
    that(({ secondaryMuscles }) => secondaryMuscles.length > 4),
    [],
  )
  t.strictSame(
    that(({ primaryMuscles, secondaryMuscles }) => {
      const all = [...primaryMuscles, ...secondaryMuscles]
      return new Set(all).size !== all.length
    }),
    [],
  )
})

t.test('cardio is what conditioning trains, and nothing else does', async (t) => {
  t.strictSame(
    that(({ primaryMuscles }) => primaryMuscles.includes(cardio)),
    that(({ pattern }) => pattern === 'conditioning'),
  )
  t.strictSame(
    that(({ secondaryMuscles }) => secondaryMuscles.includes(cardio)),
    [],
  )
})

t.test('core lifts are these, and no other', async (t) => {
  t.strictSame(that(({ coreLift }) => coreLift).sort(), [
    'barbell-back-squat',
    'barbell-row',
    'bench-press',
    'clean-and-jerk',
    'deadlift',
    'front-squat',
    'low-bar-squat',
    'overhead-press',
    'pendlay-row',
    'power-clean',
    'snatch',
    'sumo-deadlift',
  ])
})

t.test('only tags that mean something', async (t) => {
  const tags = new Set(movementsOfRelease.flatMap((movement) => movement.tags))
  t.strictSame([...tags].sort(), ['core-lift', 'steady', 'timed', 'unilateral'])
})

const mainMuscles: readonly [slug: string, primary: string[]][] = [
  ['barbell-back-squat', ['quadriceps', 'glutes']],
  ['romanian-deadlift', ['hamstrings', 'glutes']],
  ['bench-press', ['chest']],
  ['pull-up', ['lats']],
  ['triceps-pressdown', ['triceps']],
  ['standing-calf-raise', ['calves']],
  ['face-pull', ['shoulders', 'middle_back']],
  ['rowing-machine', ['cardio']],
]
for (const [slug, primary] of mainMuscles) {
  t.test(`${slug} trains ${primary.join(' and ')}`, async (t) => {
    t.strictSame(movementsOfRelease.find((one) => one.slug === slug)?.primaryMuscles, primary)
  })
}
