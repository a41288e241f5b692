/** An answer about a session with swapped exercises, whose change records say so. */
import type { Change, ChangeKind, SessionAnswer } from '../compressor/answer.ts'
import type { Swap } from './swap.ts'
import { takesPlaceSentence } from './swap-sentences.ts'

export interface SwappedChange extends Omit<Change, 'kinds'> {
  kinds: (ChangeKind | 'swapped')[]
}

export interface SwappedAnswer extends Omit<SessionAnswer, 'changes'> {
  changes: SwappedChange[]
  swaps: readonly Swap[]
}

/** `swapped` comes first, and in the place of `kept`: what was swapped is not as programmed, whatever else it keeps. */
const tellSwap = (change: Change, { from }: Swap): SwappedChange => {
  const kinds = change.kinds.filter((kind) => kind !== 'kept')
  const isKept = kinds.length === 0
  const sentence = takesPlaceSentence(change.name, from, isKept)
  return {
    ...change,
    kinds: ['swapped', ...kinds],
    reason: isKept ? sentence : `${sentence} ${change.reason}`,
  }
}

/** Everything else in the answer is about the swapped session; what was left out of it has no change record. */
export const tellSwaps = (answer: SessionAnswer, swaps: readonly Swap[]): SwappedAnswer => {
  const swapped = new Map(
    swaps.filter(({ outcome }) => outcome === 'swapped').map((swap) => [swap.exerciseId, swap]),
  )
  const changes = answer.changes.map((change): SwappedChange => {
    const swap = swapped.get(change.exerciseId)
    return swap === undefined ? change : tellSwap(change, swap)
  })
  return { ...answer, changes, swaps }
}
