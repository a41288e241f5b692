/** Laws of generated plans, over many intents: valid, in time, within the equipment, the limits and the ranges. */
import fc from 'fast-check'
import t from 'tap'
import { generatePlan } from '../../../domain/generator/generate-plan.ts'
import { nearestPossible } from '../../../domain/generator/nearest-possible.ts'
import { anyIntent, brokenLaws, deepFreeze } from './any-intent.ts'
import { smallLibrary } from './small-library.ts'

const library = deepFreeze(smallLibrary)

t.test(
  'whatever is generated keeps every law, and what is impossible has a nearest that is not',
  async (t) => {
    const outcomes = new Map<string, number>()
    fc.assert(
      fc.property(anyIntent(library), (given) => {
        const intent = deepFreeze(given)
        const generation = generatePlan(intent, library)
        outcomes.set(generation.outcome, (outcomes.get(generation.outcome) ?? 0) + 1)
        if (generation.outcome === 'generated') {
          const broken = brokenLaws(intent, generation, library)
          if (broken.length > 0) throw new Error(broken.slice(0, 5).join('\n'))
        }
        if (generation.outcome === 'impossible') {
          const parts = generation.impossible.map(({ part }) => part)
          for (const proposal of nearestPossible(intent, parts, library)) {
            if (generatePlan(proposal.intent, library).outcome !== 'generated')
              throw new Error(proposal.message)
          }
        }
        return generation.outcome !== 'invalid'
      }),
      { numRuns: 150 },
    )
    t.ok((outcomes.get('generated') ?? 0) > 75, JSON.stringify([...outcomes]))
    t.ok((outcomes.get('impossible') ?? 0) > 0, JSON.stringify([...outcomes]))
  },
)

t.test('the same seed gives the same plan, in whatever order the library comes', async (t) => {
  fc.assert(
    fc.property(anyIntent(library, 4), (intent) => {
      const again = generatePlan({ ...intent }, library.toReversed())
      return JSON.stringify(generatePlan(intent, library)) === JSON.stringify(again)
    }),
    { numRuns: 30 },
  )
  t.pass('30 intents')
})

t.test('other seeds give other plans, all good; 7 and "7" are one seed', async (t) => {
  const intent = {
    goal: 'hypertrophy',
    experience: 'intermediate',
    daysPerWeek: 4,
    minutesPerSession: 60,
    equipment: ['barbell', 'dumbbell', 'cable', 'machine'],
    weeks: 2,
  } as const
  const microcyclesOf = (seed: string | number) => {
    const generation = generatePlan({ ...intent, seed }, library)
    return generation.outcome === 'generated' ? JSON.stringify(generation.plan.microcycles) : ''
  }
  const plans = Array.from({ length: 20 }, (_, seed) => microcyclesOf(seed))
  t.ok(new Set(plans).size > 5, `${new Set(plans).size} different plans of 20`)
  t.notOk(plans.includes(''))
  t.equal(microcyclesOf('7'), microcyclesOf(7))
})
