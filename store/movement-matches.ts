/** Matches by letters: the statements behind the pages of a search, and of the library without one. */
import type { Knex } from 'knex'
import type { SearchKey } from '../domain/movements/search-terms.ts'
import type {
  FindMatches,
  MatchClass,
  MatchedMovement,
  MovementFilter,
  MovementPosition,
} from './movement-query.ts'

/** Behind every text that begins with the term: no name holds this character. */
const endOf = (term: string): string => `${term}\u{10FFFF}`

export const filtered = (query: Knex.QueryBuilder, filter: MovementFilter): Knex.QueryBuilder => {
  const { muscles, equipment, patterns } = filter
  if (muscles !== undefined) query.whereRaw('m.primary_muscles && ?::text[]', [[...muscles]])
  if (equipment !== undefined) query.whereIn('m.equipment', equipment)
  if (patterns !== undefined) query.whereIn('m.pattern', patterns)
  return query
}

/** Both kinds of terms are named, because the index of the terms begins with the kind. */
const someTerm = `exists (select from movement_terms o
  where o.slug = m.slug and o.is_inner in (false, true) and o.term >= ? and o.term < ?)`
/** A movement that some term of its own finds this way. */
const beginsSomewhere = (term: string): [sql: string, bindings: string[]] => [someTerm, [term, endOf(term)]]

interface Row {
  document: unknown
  term: string
  slug: string
}

const found =
  (match: MatchClass) =>
  ({ term, slug, document }: Row): MatchedMovement => ({
    document,
    position: { match, distance: 0, term, slug },
  })

/** The library by name. */
export const listed = async (
  knex: Knex,
  filter: MovementFilter,
  limit: number,
  after: MovementPosition | undefined,
): Promise<MatchedMovement[]> => {
  const query = filtered(knex('movements as m').where('m.published', true), filter)
    .select('m.slug', { term: 'm.name_key', document: 'm.document' })
    .orderBy(['m.name_key', 'm.slug'])
    .limit(limit)
  if (after) query.whereRaw('(m.name_key, m.slug) > (?, ?)', [after.term, after.slug])
  return (await query).map(found('name'))
}

/**
 * Names that begin with the search, or have a later word that does: each movement once, where it matches best. The
 * terms are walked in their order, and each is skipped whose movement has a better one.
 */
export const beginnings =
  (knex: Knex, isInner: boolean): FindMatches =>
  async ({ term }, filter, limit, after) => {
    const range = [term, endOf(term)]
    const query = filtered(
      knex('movement_terms as t').join('movements as m', 'm.slug', 't.slug').where('t.is_inner', isInner),
      filter,
    )
      .whereRaw('t.term >= ? and t.term < ?', range)
      .whereRaw(
        `not exists (select from movement_terms b where b.slug = t.slug and b.term >= ? and b.term < ?
          and (b.is_inner, b.term) < (t.is_inner, t.term))`,
        range,
      )
      .select('t.slug', 't.term', { document: 'm.document' })
      .orderBy(['t.term', 't.slug'])
      .limit(limit)
    if (after) query.whereRaw('(t.term, t.slug) > (?, ?)', [after.term, after.slug])
    return (await query).map(found(isInner ? 'word' : 'name'))
  }

/** All words of the search, in any order, each at the beginning of a word; by name. */
export const scattered =
  (knex: Knex): FindMatches =>
  async ({ term, words }: SearchKey, filter, limit, after) => {
    if (words.length < 2) return []
    const query = filtered(knex('movements as m').where('m.published', true), filter)
      .select('m.slug', { term: 'm.name_key', document: 'm.document' })
      .orderBy(['m.name_key', 'm.slug'])
      .limit(limit)
    for (const word of words) query.whereRaw(...beginsSomewhere(word))
    const [contiguous, bindings] = beginsSomewhere(term)
    query.whereRaw(`not ${contiguous}`, bindings)
    if (after) query.whereRaw('(m.name_key, m.slug) > (?, ?)', [after.term, after.slug])
    return (await query).map(found('words'))
  }
