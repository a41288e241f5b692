/** 422 unknown_vocabulary for words in a request that the vocabulary does not hold; it names those that it does. */
import { movementPatterns } from '../domain/movements/movement.ts'
import { cardio, equipment, muscles } from '../domain/plan/vocabulary.ts'
import { type ProblemError, problem } from '../problems.ts'

export interface UnknownWord {
  readonly word: string
  readonly path: string
}

const refusal =
  (kind: string, known: readonly string[]) =>
  (unknown: readonly UnknownWord[]): ProblemError =>
    problem('unknown_vocabulary', `The request uses words for ${kind} that are not in the vocabulary`, {
      errors: unknown.map(({ word, path }) => ({
        path,
        message: `unknown ${kind} "${word}"; known: ${known.join(', ')}`,
      })),
    })

export const unknownEquipment = refusal('equipment', equipment)
export const unknownMuscles = refusal('muscles', [...muscles, cardio])
export const unknownPatterns = refusal('patterns', movementPatterns)
