/** Words of a query string: a list with commas, each resolved to the vocabulary's own. */
import { type MovementPattern, movementPatterns } from '../../domain/movements/movement.ts'
import { resolveEquipment, resolveMuscle } from '../../domain/plan/vocabulary.ts'
import type { ProblemError } from '../../problems.ts'
import { type UnknownWord, unknownEquipment, unknownMuscles, unknownPatterns } from '../unknown-words.ts'

/** Every meaning once. Throws what `refuse` makes of the words that have none. */
const resolveAll =
  (
    path: string,
    resolve: (word: string) => readonly string[] | undefined,
    refuse: (unknown: readonly UnknownWord[]) => ProblemError,
  ) =>
  (list: string): string[] => {
    const words = list.split(',').map((word) => word.trim())
    const unknown = words.filter((word) => resolve(word) === undefined)
    if (unknown.length > 0) throw refuse(unknown.map((word) => ({ word, path })))
    return [...new Set(words.flatMap((word) => resolve(word) ?? []))]
  }

const one = (word: string | undefined): string[] | undefined => (word === undefined ? undefined : [word])

const resolvePattern = (word: string): MovementPattern | undefined => {
  const folded = word.toLowerCase().replace(/[\s_-]+/g, '_')
  return movementPatterns.find((pattern) => pattern === folded)
}

export const musclesOf = resolveAll('/muscle', resolveMuscle, unknownMuscles)
export const equipmentOf = resolveAll('/equipment', (word) => one(resolveEquipment(word)), unknownEquipment)
export const patternsOf = resolveAll('/pattern', (word) => one(resolvePattern(word)), unknownPatterns)
