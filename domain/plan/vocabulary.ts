/** The words for muscles and equipment (free-exercise-db's, in snake_case), and how other spellings find them. */
import { equipmentAliases, muscleAliases } from './vocabulary-aliases.ts'

export const muscles = Object.freeze([
  'abdominals',
  'abductors',
  'adductors',
  'biceps',
  'calves',
  'chest',
  'forearms',
  'glutes',
  'hamstrings',
  'lats',
  'lower_back',
  'middle_back',
  'neck',
  'quadriceps',
  'shoulders',
  'traps',
  'triceps',
] as const)

export const equipment = Object.freeze([
  'bands',
  'barbell',
  'body_only',
  'cable',
  'dumbbell',
  'exercise_ball',
  'ez_curl_bar',
  'foam_roll',
  'kettlebells',
  'machine',
  'medicine_ball',
  'other',
] as const)

/** No muscle: what conditioning trains. Allowed beside the muscles on conditioning, warm-ups and cool-downs. */
export const cardio = 'cardio'

const knownMuscles: ReadonlySet<string> = new Set(muscles)
const knownEquipment: ReadonlySet<string> = new Set(equipment)

/** "Lower Back", "lower-back" and "lower_back" are one word. */
const fold = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')

/** The muscles that a word means, `cardio` included; undefined when nobody knows the word. */
export const resolveMuscle = (word: string): readonly string[] | undefined => {
  const folded = fold(word)
  return knownMuscles.has(folded) || folded === cardio ? [folded] : muscleAliases.get(folded)
}

/** The equipment that a word means; undefined when nobody knows the word. */
export const resolveEquipment = (word: string): string | undefined => {
  const folded = fold(word)
  return knownEquipment.has(folded) ? folded : equipmentAliases.get(folded)
}
