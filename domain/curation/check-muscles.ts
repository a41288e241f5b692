/** A draft's muscles in the vocabulary's words: aliases resolved, each muscle once, primary before secondary. */
import type { Fault } from '../plan/faults.ts'
import { cardio, muscles, resolveMuscle } from '../plan/vocabulary.ts'
import type { DraftDocument, MovementDraft } from './movement-draft.ts'

const known = muscles.join(', ')

const resolveList = (
  words: readonly string[],
  allowsCardio: boolean,
  path: string,
  faults: Fault[],
): string[] => {
  const found = words.flatMap((word, index) => {
    const resolved = resolveMuscle(word)
    if (resolved && (allowsCardio || !resolved.includes(cardio))) return resolved
    const message = resolved
      ? `"${cardio}" is no muscle; only conditioning trains it; known muscles: ${known}`
      : `unknown muscle "${word}"; known muscles: ${known}${allowsCardio ? `, ${cardio}` : ''}`
    faults.push({ path: `${path}/${index}`, kind: 'unknown_vocabulary', message })
    return []
  })
  return [...new Set(found)]
}

export const checkMuscles = (
  { pattern, primaryMuscles = [], secondaryMuscles = [] }: DraftDocument,
  faults: Fault[],
): Pick<MovementDraft, 'primaryMuscles' | 'secondaryMuscles'> => {
  const allowsCardio = pattern === 'conditioning'
  const primary = resolveList(primaryMuscles, allowsCardio, '/primaryMuscles', faults)
  const secondary = resolveList(secondaryMuscles, allowsCardio, '/secondaryMuscles', faults)
  return {
    primaryMuscles: primary,
    secondaryMuscles: secondary.filter((muscle) => !primary.includes(muscle)),
  }
}
