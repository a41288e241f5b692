/** One of many changes alone, so that each can be seen for what it does. */
import type { Amendment } from '../service/answers.ts'

const sorted = (ids: readonly string[]): string => [...ids].sort().join(' ')

/** `before` with the one rule of this key (as in `spokenRules`) as it is in `after`. */
export const withOneChange = (before: Amendment, after: Amendment, key: string): Amendment => {
  const [kind = '', ...ids] = key.split(' ')
  const [id = ''] = ids
  switch (kind) {
    case 'rule':
      return {
        ...before,
        pinned: [
          ...before.pinned.filter(({ exerciseId }) => exerciseId !== id),
          ...after.pinned.filter(({ exerciseId }) => exerciseId === id),
        ],
        banned: [
          ...before.banned.filter((banned) => banned !== id),
          ...after.banned.filter((banned) => banned === id),
        ],
      }
    case 'priority': {
      const { [id]: _, ...others } = before.priorities
      const now = after.priorities[id]
      return { ...before, priorities: now === undefined ? others : { ...others, [id]: now } }
    }
    case 'never':
      return {
        ...before,
        neverPair: [
          ...before.neverPair.filter((entry) => sorted(entry) !== sorted(ids)),
          ...after.neverPair.filter((entry) => sorted(entry) === sorted(ids)),
        ],
      }
    default:
      return { ...before, [kind]: after[kind as keyof Amendment] }
  }
}
