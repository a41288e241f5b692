/** Text that no database or reader can hold: U+0000 and halves of surrogate pairs, wherever they stand. */
import type { Fault } from './faults.ts'

const unstorable = /\0|\p{Surrogate}/u

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Looks at every text inside a JSON value. */
export const textFaults = (value: unknown, path = ''): Fault[] => {
  if (typeof value === 'string') {
    if (!unstorable.test(value)) return []
    return [{ path, kind: 'invalid', message: 'text may not hold U+0000 or half of a surrogate pair' }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => textFaults(entry, `${path}/${escapePointer(key)}`))
}
