/**
 * Search in the library, page by page. Matches come in four classes, one after the other: names that begin with the
 * search (the exact one sorts first), names with a later word that does, names that have all its words in any order,
 * and, where nothing has any of that, names that are similar. The first two are walks along an index from where the last
 * page ended; the others are lists that the search itself bounds, so that no page costs more than the first.
 */
import type { Knex } from 'knex'
import { beginnings, listed, scattered } from './movement-matches.ts'
import {
  type FindMatches,
  type FoundMovement,
  type MatchClass,
  type MatchedMovement,
  type MovementQuery,
  matchClasses,
} from './movement-query.ts'
import { findMovement } from './movement-row.ts'
import { createSimilar } from './movement-similar.ts'
import { type RowReader, trustingReader } from './row-reader.ts'

export const createMovementSearch = (
  knex: Knex,
  rows: RowReader = trustingReader,
): ((query: MovementQuery) => Promise<FoundMovement[]>) => {
  const find: Readonly<Record<MatchClass, FindMatches>> = {
    name: beginnings(knex, false),
    word: beginnings(knex, true),
    words: scattered(knex),
    similar: createSimilar(knex),
  }

  const match = async ({ key, limit, after, ...filter }: MovementQuery): Promise<MatchedMovement[]> => {
    if (key === undefined) return listed(knex, filter, limit, after)
    const found: MatchedMovement[] = []
    const first = after === undefined ? 0 : matchClasses.indexOf(after.match)
    // What was found by its letters, on this page or before it, was no slip of the finger.
    const isFound = (): boolean => found.length > 0 || (after !== undefined && after.match !== 'similar')
    for (const one of matchClasses.slice(first)) {
      if (one === 'similar' && isFound()) break
      const from = after?.match === one ? after : undefined
      found.push(...(await find[one](key, filter, limit - found.length, from)))
      if (found.length >= limit) break
    }
    return found
  }

  return async (query) =>
    (await match(query)).map(({ document, position }) => ({
      movement: findMovement({ slug: position.slug, document }, rows),
      position,
    }))
}
