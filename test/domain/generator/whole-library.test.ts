/** The generator with the library that the release brings: the same laws, and what a gym or a living room must reach. */
import fc from 'fast-check'
import t from 'tap'
import { generatePlan } from '../../../domain/generator/generate-plan.ts'
import { experiences, goals, type IntentDocument } from '../../../domain/generator/intent.ts'
import { nearestPossible } from '../../../domain/generator/nearest-possible.ts'
import { movementsOfRelease } from '../../../movements/movements-of-release.ts'
import { anyIntent, brokenLaws, deepFreeze } from './any-intent.ts'

const library = deepFreeze([...movementsOfRelease])

t.test('whatever is generated keeps every law', async (t) => {
  let generated = 0
  fc.assert(
    fc.property(anyIntent(library), (given) => {
      const intent = deepFreeze(given)
      const generation = generatePlan(intent, library)
      if (generation.outcome !== 'generated') return generation.outcome === 'impossible'
      generated += 1
      const broken = brokenLaws(intent, generation, library)
      if (broken.length > 0) throw new Error(broken.slice(0, 5).join('\n'))
      return true
    }),
    { numRuns: 80 },
  )
  t.ok(generated > 50, `${generated} of 80`)
})

const gym = ['barbell', 'dumbbell', 'cable', 'machine', 'ez_curl_bar']

for (const goal of goals) {
  for (const experience of experiences) {
    t.test(`${goal}, ${experience}: four hours a week in a gym reach every minimum`, async (t) => {
      const intent: IntentDocument = {
        goal,
        experience,
        daysPerWeek: 4,
        minutesPerSession: 75,
        equipment: gym,
      }
      const generation = generatePlan(intent, library)
      if (generation.outcome !== 'generated') throw new Error(JSON.stringify(generation))
      for (const { weekNumber, muscles } of generation.weeklySets) {
        t.strictSame(
          muscles.filter(({ state }) => state !== 'within').map(({ muscle, sets }) => `${muscle} ${sets}`),
          [],
          `week ${weekNumber}`,
        )
      }
    })
  }
}

t.test('every number of days has a plan without any equipment, but not for strength', async (t) => {
  for (const daysPerWeek of [1, 2, 3, 4, 5, 6, 7]) {
    for (const minutesPerSession of [15, 45]) {
      const intent = { experience: 'beginner', daysPerWeek, minutesPerSession, equipment: [] } as const
      const which = `${daysPerWeek} days of ${minutesPerSession} minutes`
      t.equal(generatePlan({ ...intent, goal: 'general_fitness' }, library).outcome, 'generated', which)
      const strength = generatePlan({ ...intent, goal: 'strength' }, library)
      t.equal(strength.outcome, 'impossible', which)
      t.strictSame(
        nearestPossible({ ...intent, goal: 'strength' }, ['equipment'], library).map(({ path }) => path),
        ['/goal', '/equipment'],
      )
    }
  }
})

t.test('without a gym nothing hangs from a bar that may not be there', async (t) => {
  const stationed = (equipment: string[]) => {
    const generation = generatePlan(
      {
        goal: 'hypertrophy',
        experience: 'intermediate',
        daysPerWeek: 3,
        minutesPerSession: 60,
        equipment,
        weeks: 1,
      },
      library,
    )
    if (generation.outcome !== 'generated') throw new Error(JSON.stringify(generation))
    return generation.plan.microcycles[0]!.sessions.flatMap(({ exercises }) => exercises)
      .filter((exercise) => exercise.equipment === 'body_only' && (exercise.station ?? 'none') !== 'none')
      .map(({ id }) => id)
  }
  t.strictSame(stationed([]), [])
  t.strictSame(stationed(['dumbbell']), [])
  t.ok(stationed(['other']).length > 0, 'whoever has a bar says other')
})
