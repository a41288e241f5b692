/** A generated library of 10,000 movements, and what people might search it for. */
import type { Movement } from '../domain/movements/movement.ts'
import { searchKey } from '../domain/movements/search-terms.ts'
import { movementsOfRelease } from '../movements/movements-of-release.ts'
import type { MovementQuery } from '../store/movement-query.ts'

const librarySize = 10_000
export const pageSize = 20

/** Each movement of the release in so many manners that there are enough: names as alike as names get. */
const manners = (
  'tempo chained cambered offset partial staggered slow explosive supported cluster ballistic contrast ' +
  'loaded light heavy twin tall long short quick steady braced'
).split(' ')

const inManner = (movement: Movement, manner: string): Movement => ({
  ...movement,
  slug: `${manner}-${movement.slug}`,
  name: `${manner} ${movement.name}`,
  aliases: movement.aliases.map((alias) => `${manner} ${alias}`),
})

export const generatedLibrary = (): Movement[] =>
  ['', ...manners]
    .flatMap((manner) =>
      movementsOfRelease.map((movement) => (manner === '' ? movement : inManner(movement, manner))),
    )
    .slice(0, librarySize)

/** A slip of the finger: a letter in the middle is missing. */
const misspelt = (name: string): string =>
  name.slice(0, Math.floor(name.length / 2)) + name.slice(Math.floor(name.length / 2) + 1)

const every = <T>(step: number, list: readonly T[]): T[] => list.filter((_, index) => index % step === 0)

const searching = (text: string, filter: Partial<MovementQuery> = {}): MovementQuery => ({
  ...filter,
  ...(text !== '' && { key: searchKey(text)! }),
  limit: pageSize + 1,
})

/** Kinds of searches, each with the queries of its kind. */
export const searchesIn = (movements: readonly Movement[]): Readonly<Record<string, MovementQuery[]>> => {
  const names = every(Math.ceil(movements.length / 120), movements).map(({ name }) => name)
  const lastWord = (name: string): string => name.split(' ').at(-1)!
  return {
    'as it is typed': names.flatMap((name) => [1, 2, 3, 5].map((length) => searching(name.slice(0, length)))),
    'a whole name': names.map((name) => searching(name)),
    'an alias': every(50, movements).flatMap(({ aliases: [alias] }) => (alias ? [searching(alias)] : [])),
    'a word of many names': ['row', 'press', 'curl', 'squat', 'raise', 'up'].map((word) => searching(word)),
    'words in another order': names.map((name) => searching(name.split(' ').reverse().join(' '))),
    'a slip of the finger': names.map((name) => searching(misspelt(name))),
    'found nowhere': ['zzzzzz', 'bench kettlebell treadmill', 'unheard of'].map((text) => searching(text)),
    'name and equipment': names.map((name) => searching(lastWord(name), { equipment: ['foam_roll'] })),
    'muscle and equipment': ['chest', 'neck', 'calves', 'lats'].map((muscle) =>
      searching('', { muscles: [muscle], equipment: ['bands', 'cable'] }),
    ),
  }
}
