/** What a coach looks for in a generated plan, case by case. */
import t from 'tap'
import { layoutSeconds, programmedLayout } from '../../../domain/clock/layout.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { levels } from '../../../domain/generator/dosage.ts'
import { type GeneratedPlan, generatePlan } from '../../../domain/generator/generate-plan.ts'
import { experiences, goals, type IntentDocument } from '../../../domain/generator/intent.ts'
import { nearestPossible } from '../../../domain/generator/nearest-possible.ts'
import { seededRandom } from '../../../domain/generator/seeded-random.ts'
import type { NormalExercise, NormalPlan } from '../../../domain/plan/document.ts'
import { seededRandom as mulberry32 } from '../compressor/oracle/seeded-random.ts'
import { smallLibrary } from './small-library.ts'

const gym = ['barbell', 'dumbbell', 'cable', 'machine']
const intent = (changes: Partial<IntentDocument> = {}): IntentDocument => ({
  goal: 'strength',
  experience: 'intermediate',
  daysPerWeek: 3,
  minutesPerSession: 60,
  equipment: gym,
  ...changes,
})

const generated = (changes: Partial<IntentDocument> = {}): GeneratedPlan => {
  const generation = generatePlan(intent(changes), smallLibrary)
  if (generation.outcome !== 'generated') throw new Error(JSON.stringify(generation))
  return generation
}

const exercisesOf = ({ microcycles }: NormalPlan, week: number): NormalExercise[] =>
  microcycles[week]!.sessions.flatMap(({ exercises }) => exercises)
const setsOf = (exercises: readonly NormalExercise[]): number =>
  exercises.reduce((sum, { sets }) => sum + (sets as number), 0)
const textOf = ({ explanations }: GeneratedPlan, topic: string, subject?: string): string =>
  explanations
    .filter((one) => one.topic === topic && one.subject === subject)
    .map(({ text }) => text)
    .join('\n')

const splits: [days: number, names: string[], daysOfWeek: number[]][] = [
  [1, ['Full body'], [1]],
  [2, ['Full body A', 'Full body B'], [1, 4]],
  [3, ['Full body A', 'Full body B', 'Full body C'], [1, 3, 5]],
  [4, ['Upper A', 'Lower A', 'Upper B', 'Lower B'], [1, 2, 4, 5]],
  [5, ['Upper', 'Lower', 'Push', 'Pull', 'Legs'], [1, 2, 4, 5, 6]],
  [6, ['Push A', 'Pull A', 'Legs A', 'Push B', 'Pull B', 'Legs B'], [1, 2, 3, 4, 5, 6]],
  [7, ['Push A', 'Pull A', 'Legs A', 'Push B', 'Pull B', 'Legs B', 'Full body, easy'], [1, 2, 3, 4, 5, 6, 7]],
]
for (const [daysPerWeek, names, daysOfWeek] of splits) {
  t.test(`${daysPerWeek} days: ${names.join(', ')}`, async (t) => {
    const [week] = generated({ daysPerWeek }).plan.microcycles
    t.strictSame(
      week!.sessions.map(({ name }) => name),
      names,
    )
    t.strictSame(
      week!.sessions.map(({ dayOfWeek }) => dayOfWeek),
      daysOfWeek,
    )
  })
}

t.test('the seventh day is shorter, light, and has no core lift', async (t) => {
  const { plan } = generated({ daysPerWeek: 7, goal: 'hypertrophy', progression: 'undulating' })
  for (const { weekNumber, sessions } of plan.microcycles) {
    const easy = sessions[6]!
    t.ok(layoutSeconds(programmedLayout(prepareSession(easy, weekNumber))) <= 0.6 * 60 * 60)
    t.notOk(easy.exercises.some(({ role }) => role === 'core'))
    t.equal(easy.name, 'Full body, easy')
    const big = easy.exercises.filter(
      ({ mechanic, equipment }) => mechanic === 'compound' && gym.includes(equipment!),
    )
    t.ok(big.length > 0)
    t.ok(big.every(({ reps }) => reps === '10-12'))
  }
})

t.test(
  'strength is led by core lifts: heavy, rested, and with the loads that RPE and repetitions mean',
  async (t) => {
    const { plan } = generated({ weeks: 12, deloadEvery: 6 })
    for (const { exercises } of plan.microcycles[0]!.sessions) {
      const first = exercises.find(({ role }) => role !== 'warmup')
      t.match(first, { role: 'core', equipment: 'barbell', reps: 8, rpe: 7, restSeconds: 150, load: '70%' })
    }
    const peak = exercisesOf(plan, 10).filter(({ role }) => role === 'core')
    t.ok(peak.length > 0)
    for (const lift of peak) t.match(lift, { reps: 3, rpe: 9, load: '90%', restSeconds: 180 })
    const loads = [0, 1, 2, 3].map((week) =>
      Number.parseFloat(String(exercisesOf(plan, week).find(({ role }) => role === 'core')!.load)),
    )
    t.strictSame(
      loads,
      loads.toSorted((one, other) => one - other),
    )
    t.ok(loads[3]! > loads[0]!, `linear: ${loads}`)
  },
)

t.test('beginners go by the RPE, without a maximum', async (t) => {
  for (const lift of exercisesOf(generated({ experience: 'beginner' }).plan, 11))
    t.notOk('load' in lift, lift.name)
})

t.test('a deload is flagged, has half the sets of the week before, and an easy effort', async (t) => {
  const { plan, weeklySets } = generated({ weeks: 6, deloadEvery: 6 })
  t.strictSame(
    plan.microcycles.map(({ deload }) => deload ?? false),
    [false, false, false, false, false, true],
  )
  const [before, easy] = [exercisesOf(plan, 4), exercisesOf(plan, 5)]
  t.strictSame(
    easy.map(({ id }) => id),
    before.map(({ id }) => id),
  )
  t.ok(setsOf(easy) < 0.7 * setsOf(before), `${setsOf(easy)} of ${setsOf(before)}`)
  t.ok(easy.every(({ rpe = 0 }) => rpe <= 6.5))
  t.equal(weeklySets[5]!.deload, true)
})

t.test('block: accessories give up sets from phase to phase, core lifts and minimums stay', async (t) => {
  const generation = generated({ progression: 'block', weeks: 6, deloadEvery: 6, minutesPerSession: 90 })
  const { plan, weeklySets } = generation
  const of = (week: number, role: string) => exercisesOf(plan, week).filter((one) => one.role === role)
  t.equal(plan.microcycles[0]!.phase, 'accumulation')
  t.equal(plan.microcycles[4]!.phase, 'realisation')
  t.equal(setsOf(of(4, 'core')), setsOf(of(0, 'core')))
  t.ok(setsOf(of(4, 'accessory')) < setsOf(of(0, 'accessory')))
  for (const { muscle, state } of weeklySets[0]!.muscles) {
    if (state === 'within')
      t.equal(weeklySets[4]!.muscles.find((one) => one.muscle === muscle)!.state, 'within', muscle)
  }
})

t.test('undulating: the day says how heavy it is, and every session is each in turn', async (t) => {
  const { plan } = generated({ progression: 'undulating', weeks: 3, deloadEvery: null })
  t.strictSame(
    plan.microcycles.map(({ sessions }) => sessions[0]!.name),
    levels
      .toReversed()
      .map((level) => `Full body A (${level})`)
      .toSorted((one, other) => {
        const order = ['heavy', 'light', 'medium']
        return order.findIndex((word) => one.includes(word)) - order.findIndex((word) => other.includes(word))
      }),
  )
  const reps = plan.microcycles.map(
    ({ sessions }) => sessions[0]!.exercises.find(({ role }) => role === 'core')!.reps,
  )
  t.strictSame(reps, [3, 8, 5])
})

t.test('priorities get more than they would', async (t) => {
  const bicepsOf = (changes: Partial<IntentDocument>) =>
    generated({ goal: 'hypertrophy', daysPerWeek: 4, ...changes }).weeklySets[0]!.muscles.find(
      ({ muscle }) => muscle === 'biceps',
    )!.sets
  t.ok(bicepsOf({ priorities: ['biceps'] }) > bicepsOf({}))
  const neck = generated({ priorities: ['traps'], minutesPerSession: 90 }).weeklySets[0]!.muscles
  t.ok(neck.find(({ muscle }) => muscle === 'traps')!.sets >= 5, 'a helper that is a priority has a minimum')
})

t.test('general fitness has conditioning at the end, and a short session has none', async (t) => {
  const last = (minutesPerSession: number) =>
    generated({ goal: 'general_fitness', minutesPerSession }).plan.microcycles[0]!.sessions[0]!.exercises.at(
      -1,
    )!
  t.match(last(45), { role: 'conditioning', seconds: 60, primaryMuscles: ['cardio'] })
  t.equal(last(20).role, 'accessory')
})

t.test('a warm-up from half an hour on: something easy, and with more time a drill', async (t) => {
  const warmups = (minutesPerSession: number) =>
    generated({ minutesPerSession }).plan.microcycles[0]!.sessions[0]!.exercises.filter(
      ({ role }) => role === 'warmup',
    )
  t.strictSame(warmups(25), [])
  t.match(warmups(30), [{ primaryMuscles: ['cardio'], seconds: 180, rpe: 4 }])
  t.match(warmups(60), [{ seconds: 300 }, { reps: 10 }])
})

t.test(
  'a warm-up is something that can be kept easy: never a sprint, which conditioning may be',
  async (t) => {
    const names = (role: string) =>
      Array.from(
        { length: 12 },
        (_, seed) => generated({ goal: 'general_fitness', equipment: [], minutesPerSession: 60, seed }).plan,
      ).flatMap(({ microcycles: [week] }) =>
        week!.sessions.flatMap(({ exercises }) =>
          exercises.filter((exercise) => exercise.role === role).map(({ name }) => name),
        ),
      )
    t.notOk(names('warmup').includes('Hill sprint'))
    t.ok(names('conditioning').includes('Hill sprint'))
  },
)

t.test('an empty region of the split makes it full body', async (t) => {
  const legs = ['quadriceps', 'hamstrings', 'glutes', 'calves', 'lower_back', 'abdominals']
  const generation = generated({ daysPerWeek: 4, goal: 'hypertrophy', limitations: legs })
  t.match(textOf(generation, 'split'), /full body/)
  t.match(textOf(generation, 'volume', 'calves'), /no sets at all, as asked/)
})

t.test('what is missing is explained: equipment, time, library, lead', async (t) => {
  const atHome = generated({ goal: 'general_fitness', equipment: [], minutesPerSession: 30 })
  t.match(textOf(atHome, 'volume', 'biceps'), /under the 4.*other equipment/)
  t.match(textOf(atHome, 'left_out', 'horizontal_pull'), /no horizontal pull to lead/)
  const hurried = generated({ goal: 'hypertrophy', experience: 'advanced', minutesPerSession: 15 })
  t.match(textOf(hurried, 'volume', 'calves'), /under the 10.*minutes are used up/)
  const neck = generated({ priorities: ['neck'] })
  t.match(textOf(neck, 'volume', 'neck'), /library has no movement/)
  t.match(textOf(neck, 'left_out', 'olympic'), /coach/)
})

t.test('every exercise of the week is explained, and every muscle', async (t) => {
  const { plan, explanations } = generated({ goal: 'general_fitness' })
  for (const { name, exercises } of plan.microcycles[0]!.sessions) {
    for (const { id } of exercises) {
      t.equal(
        explanations.filter(({ session, subject }) => session === name && subject === id).length,
        1,
        `${name} ${id}`,
      )
    }
  }
  t.equal(explanations.filter(({ topic }) => topic === 'volume').length, 17)
  for (const { text } of explanations) t.match(text, /^[A-Z0-9].*\.$/)
})

t.test('ranges of the table are between 4 and 20', async (t) => {
  for (const goal of goals) {
    for (const experience of experiences) {
      const { muscles } = generated({ goal, experience, weeks: 1 }).weeklySets[0]!
      for (const { muscle, minimum, maximum } of muscles) {
        t.ok(
          (minimum === 0 || minimum >= 4) && minimum < maximum && maximum <= 20,
          `${goal} ${experience} ${muscle}`,
        )
      }
    }
  }
})

const seven = intent({ daysPerWeek: 7, minutesPerSession: 15, equipment: ['none'] })
const impossible: [
  title: string,
  intent: IntentDocument,
  path: string,
  message: RegExp,
  nearest: string[],
][] = [
  ['strength without a load', seven, '/equipment', /loads that grow.*body_only/, ['/goal', '/equipment']],
  [
    'everything avoided',
    intent({
      goal: 'hypertrophy',
      limitations: ['squat', 'hinge', 'lunge', 'trunk', 'isolation', 'carry', 'chest', 'shoulders', 'back'],
    }),
    '/limitations',
    /to be avoided/,
    ['/limitations/0'],
  ],
  [
    'more days than one muscle has sets for',
    intent({
      goal: 'hypertrophy',
      daysPerWeek: 7,
      equipment: [],
      limitations: ['quads', 'chest', 'glutes', 'shoulders', 'calves'],
    }),
    '/daysPerWeek',
    /would be empty/,
    ['/daysPerWeek', '/equipment'],
  ],
]
for (const [title, wanted, path, message, nearest] of impossible) {
  t.test(`impossible: ${title}; the nearest that are not are found`, async (t) => {
    const generation = generatePlan(wanted, smallLibrary)
    t.match(generation, { outcome: 'impossible', impossible: [{ path, message }] })
    if (generation.outcome !== 'impossible') return
    const parts = generation.impossible.map(({ part }) => part)
    const proposals = nearestPossible(wanted, parts, smallLibrary)
    t.strictSame(
      proposals.map((proposal) => proposal.path),
      nearest,
    )
    for (const proposal of proposals) {
      t.equal(generatePlan(proposal.intent, smallLibrary).outcome, 'generated', proposal.message)
    }
  })
}

t.test('an empty library makes nothing, and proposes nothing', async (t) => {
  t.match(generatePlan(intent(), []), { outcome: 'impossible', impossible: [{ part: 'library', path: '' }] })
  t.strictSame(nearestPossible(intent(), ['library'], []), [])
})

t.test('a plan that could not be sent back is refused, and fewer weeks are proposed', async (t) => {
  const long = smallLibrary.map((movement) => ({ ...movement, name: movement.name.padEnd(190, '.') }))
  const wanted = intent({ goal: 'hypertrophy', daysPerWeek: 7, minutesPerSession: 180, weeks: 60 })
  t.match(generatePlan(wanted, long), {
    outcome: 'impossible',
    impossible: [{ path: '/weeks', message: /weeks fit/ }],
  })
  const [nearest] = nearestPossible(wanted, ['weeks'], long)
  t.equal(nearest?.path, '/weeks')
  t.equal(generatePlan(nearest!.intent, long).outcome, 'generated')
})

t.test('random numbers: mulberry32 from the FNV-1a hash of the seed', async (t) => {
  const random = seededRandom('a')
  const reference = mulberry32(0xe40c292c)
  for (let count = 0; count < 5; count += 1) t.equal(random(), reference.next())
})
