/** An exercise's muscles in the vocabulary's words: aliases resolved, each muscle once, primary before secondary. */
import type { MovementFacts } from '../movements/movement.ts'
import type { ExerciseDocument, Role } from './document.ts'
import type { Fault } from './faults.ts'
import { cardio, muscles, resolveMuscle } from './vocabulary.ts'

export interface Muscles {
  readonly primaryMuscles: string[]
  readonly secondaryMuscles: string[]
}

const known = muscles.join(', ')

const resolveList = (words: readonly string[], role: Role, path: string, faults: Fault[]): string[] => {
  const strength = role === 'core' || role === 'accessory'
  const found = words.flatMap((word, index) => {
    const resolved = resolveMuscle(word)
    if (resolved && !(strength && resolved.includes(cardio))) return resolved
    const message = resolved
      ? `"${cardio}" is no muscle, and trains nothing in the role ${role}; known muscles: ${known}`
      : `unknown muscle "${word}"; known muscles: ${strength ? known : `${known}, ${cardio}`}`
    faults.push({ path: `${path}/${index}`, message, kind: 'unknown_vocabulary' })
    return []
  })
  return [...new Set(found)]
}

/** What the exercise leaves out it takes from its movement; an empty primary list counts as left out. */
export const normaliseMuscles = (
  exercise: ExerciseDocument,
  role: Role,
  movement: MovementFacts | undefined,
  path: string,
  faults: Fault[],
): Muscles => {
  const written = exercise.primaryMuscles ?? []
  const primaries =
    written.length > 0
      ? resolveList(written, role, `${path}/primaryMuscles`, faults)
      : [...(movement?.primaryMuscles ?? [])]
  const secondaries = exercise.secondaryMuscles
    ? resolveList(exercise.secondaryMuscles, role, `${path}/secondaryMuscles`, faults)
    : [...(movement?.secondaryMuscles ?? [])]
  const needed = role === 'core' || role === 'accessory'
  if (needed && written.length === 0 && primaries.length === 0) {
    const message =
      exercise.movement === undefined
        ? `without a movement, the role ${role} needs at least one primary muscle`
        : `movement "${exercise.movement}" is not in the library, so the role ${role} needs at least one primary muscle`
    faults.push({ path: `${path}/primaryMuscles`, message, kind: 'invalid' })
  }
  return {
    primaryMuscles: primaries,
    secondaryMuscles: secondaries.filter((muscle) => !primaries.includes(muscle)),
  }
}
