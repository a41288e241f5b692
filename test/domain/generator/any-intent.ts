/** Intents of all kinds, and what has to be true of whatever is generated from one. */
import fc from 'fast-check'
import { layoutSeconds, programmedLayout } from '../../../domain/clock/layout.ts'
import { prepareSession } from '../../../domain/clock/prepare-session.ts'
import { type GeneratedPlan, mostPlanCharacters } from '../../../domain/generator/generate-plan.ts'
import { experiences, goals, type IntentDocument, progressions } from '../../../domain/generator/intent.ts'
import { type Movement, movementPatterns } from '../../../domain/movements/movement.ts'
import type { NormalExercise } from '../../../domain/plan/document.ts'
import { normalisePlan } from '../../../domain/plan/normalise.ts'
import { equipment, muscles } from '../../../domain/plan/vocabulary.ts'

export const anyIntent = (library: readonly Movement[], mostWeeks = 16): fc.Arbitrary<IntentDocument> =>
  fc
    .record(
      {
        goal: fc.constantFrom(...goals),
        experience: fc.constantFrom(...experiences),
        daysPerWeek: fc.integer({ min: 1, max: 7 }),
        minutesPerSession: fc.oneof(
          fc.constantFrom(15, 30, 45, 60, 90, 180),
          fc.integer({ min: 15, max: 180 }),
        ),
        equipment: fc.oneof(
          fc.constantFrom([], ['barbell', 'dumbbell', 'cable', 'machine'], ['dumbbell'], ['bands']),
          fc.subarray([...equipment]),
        ),
        limitations: fc.array(
          fc.constantFrom(...muscles, ...movementPatterns, ...library.map(({ slug }) => slug)),
          { maxLength: 4 },
        ),
        priorities: fc.array(fc.constantFrom(...muscles), { maxLength: 3 }),
        weeks: fc.integer({ min: 1, max: mostWeeks }),
        progression: fc.constantFrom(...progressions),
        deloadEvery: fc.option(fc.integer({ min: 3, max: 16 })),
        seed: fc.oneof(fc.integer(), fc.string({ minLength: 1, maxLength: 20 })),
      },
      { requiredKeys: ['goal', 'experience', 'daysPerWeek', 'minutesPerSession', 'equipment'] },
    )
    .map((intent) =>
      intent.priorities === undefined
        ? intent
        : {
            ...intent,
            priorities: intent.priorities.filter((muscle) => !intent.limitations?.includes(muscle)),
          },
    )

/** Whatever writes to it from here on throws. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    for (const entry of Object.values(value)) deepFreeze(entry)
    Object.freeze(value)
  }
  return value
}

const fractional = (exercise: NormalExercise): [muscle: string, sets: number][] => {
  if (exercise.role !== 'core' && exercise.role !== 'accessory') return []
  const { primaryMuscles, secondaryMuscles } = exercise
  const sets = typeof exercise.sets === 'number' ? exercise.sets : exercise.sets.length
  const half = Math.min(0.5, 1.5 / Math.max(1, secondaryMuscles.length))
  return [
    ...primaryMuscles.map((muscle): [string, number] => [muscle, sets]),
    ...secondaryMuscles.map((muscle): [string, number] => [muscle, sets * half]),
  ]
}

const roleOrder = ['warmup', 'core', 'accessory', 'conditioning']

/** Every law that the plan breaks, in words; none for a good one. */
export const brokenLaws = (
  intent: IntentDocument,
  { plan, explanations, weeklySets }: GeneratedPlan,
  library: readonly Movement[],
): string[] => {
  const broken: string[] = []
  const law = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words)
  }
  const bySlug = new Map(library.map((movement) => [movement.slug, movement]))
  const limits = intent.limitations ?? []
  const checked = normalisePlan(plan)
  law(checked.ok, `valid: ${JSON.stringify(checked)}`)
  if (checked.ok) {
    const canonical = (value: object) => JSON.stringify(Object.entries(value).sort())
    law(
      checked.value.microcycles.every(({ sessions }, week) =>
        sessions.every(({ exercises }, day) =>
          exercises.every(
            (exercise, index) =>
              canonical(exercise) === canonical(plan.microcycles[week]!.sessions[day]!.exercises[index]!),
          ),
        ),
      ),
      'in normal form already',
    )
  }
  law(JSON.stringify(plan).length <= mostPlanCharacters, 'small enough to come back')
  law(!('amendment' in plan) && !('coachId' in plan), 'no coach speaks in it')
  law(plan.microcycles.length === (intent.weeks ?? 12), 'as many weeks as asked for')
  for (const [week, { weekNumber, sessions, phase, deload }] of plan.microcycles.entries()) {
    law(weekNumber === week + 1 && (phase ?? '') !== '', 'weeks are numbered and have a phase')
    law(sessions.length === intent.daysPerWeek, 'as many sessions as days')
    law(new Set(sessions.map(({ dayOfWeek }) => dayOfWeek)).size === sessions.length, 'a day each')
    for (const session of sessions) {
      const where = `week ${weekNumber}, ${session.name}`
      const seconds = layoutSeconds(programmedLayout(prepareSession(session, weekNumber)))
      law(seconds <= intent.minutesPerSession * 60, `${where}: ${seconds} s fit`)
      const lifts = session.exercises.filter(({ role }) => role === 'core' || role === 'accessory')
      law(lifts.length > 0, `${where} has something to lift`)
      const places = session.exercises.map(({ role }) => roleOrder.indexOf(role))
      law(
        places.every((place, index) => place >= (places[index - 1] ?? 0)),
        `${where} is in order`,
      )
      for (const exercise of session.exercises) {
        const movement = bySlug.get(exercise.movement!)!
        const which = `${where}: ${exercise.name}`
        law([...intent.equipment, 'body_only'].includes(exercise.equipment!), `${which}: equipment`)
        law(
          ![movement.slug, movement.pattern, ...movement.primaryMuscles, ...movement.secondaryMuscles].some(
            (word) => limits.includes(word),
          ),
          `${which} is not limited`,
        )
        law(exercise.role !== 'core' || movement.coreLift, `${which} is a core lift in the library`)
        law(exercise.group === undefined && exercise.pinned === undefined, `${which} is nobody's word`)
        law(typeof exercise.sets === 'number' && exercise.sets <= 8, `${which} has a few sets`)
      }
    }
    const counted = new Map<string, number>()
    for (const [muscle, sets] of sessions.flatMap(({ exercises }) => exercises.flatMap(fractional))) {
      counted.set(muscle, (counted.get(muscle) ?? 0) + sets)
    }
    const said = weeklySets[week]!
    for (const [muscle, sets] of counted) {
      law(
        Math.abs((said.muscles.find((one) => one.muscle === muscle)?.sets ?? -1) - sets) < 0.01,
        `week ${weekNumber}: ${muscle} is counted`,
      )
    }
    for (const { muscle, sets, minimum, maximum, state } of said.muscles) {
      law(sets <= maximum + 0.01 && maximum <= 20, `week ${weekNumber}: ${muscle} is not over its most`)
      const isUnder = sets < minimum - 0.01
      law((state === 'under') === isUnder, `week ${weekNumber}: ${muscle} is ${state}`)
      if (!isUnder) continue
      law(deload !== true, `week ${weekNumber}: a deload is not called too little`)
      law(
        explanations.some(({ topic, subject, text }) => {
          return topic === 'volume' && subject === muscle && text.includes('under')
        }),
        `week ${weekNumber}: ${muscle} is under ${minimum} and nobody says why`,
      )
    }
  }
  return broken
}
