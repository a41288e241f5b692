/**
 * Whole names that are similar to a search: what is left of its meaning after a slip of the finger. Similarity is the share
 * of groups of three letters that two texts have in common, counted as pg_trgm does, but that a group which a name
 * holds twice counts twice. With the extension an index says which names are worth comparing; without it all of about
 * that length are compared, with the same result. Two neighbours that changed places spoil every group of a short
 * word, so such names are looked up as they are.
 */
import type { Knex } from 'knex'
import { filtered } from './movement-matches.ts'
import type { FindMatches, MovementPosition } from './movement-query.ts'

/** Shorter searches are similar to everything. */
const shortestTerm = 4
/** In thousandths, as the similarity of "benhcpress" and "benchpress" is 466. Above pg_trgm's own bound, 0.3. */
const leastSimilarity = 400
const swappedDistance = 100
/** Whoever has not found it among these made another mistake. */
const mostSimilar = 40

/** The groups of three letters of a text, with two spaces before and one behind it. */
const trigramsOf = (term: string): string[] => {
  const letters = [...`  ${term} `]
  return [...new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))]
}

/** The term with each pair of neighbours changed over. */
const swapsOf = (term: string): string[] => {
  const letters = [...term]
  return letters.slice(1).map((letter, index) => {
    const [before, after] = [letters.slice(0, index), letters.slice(index + 2)]
    return [...before, letter, letters[index], ...after].join('')
  })
}

/** How many of the search's groups a term has. */
const shared = `select count(*)::int as groups from unnest(?::text[]) g where position(g in '  ' || t.term || ' ') > 0`

/**
 * Terms and how far they are; of the names that only changed letters, whole ones a little nearer. A term of n letters has
 * n + 1 groups. The count stands in the condition too, where it tells the planner what it costs to do without the index,
 * and behind an offset, so that it is not written out wherever it is used.
 */
const candidates = (hasTrigrams: boolean): string => `
  select t.slug, t.term, 1000 - 1000 * groups / (? + char_length(t.term) + 1 - groups) as distance
  from movement_terms t cross join lateral (${shared} offset 0) compared
  where not t.is_inner and char_length(t.term) between ? and ? ${hasTrigrams ? 'and t.term % ?' : ''}
    and (${shared}) * (1000 + ${leastSimilarity}) >= ${leastSimilarity} * (? + char_length(t.term) + 1)
  union all
  select t.slug, t.term, t.is_inner::int + ${swappedDistance}
  from movement_terms t
  where t.is_inner in (false, true) and t.term = any(?)`

const similarMovements = (knex: Knex, term: string, hasTrigrams: boolean): Knex.QueryBuilder => {
  const trigrams = trigramsOf(term)
  const groups = trigrams.length
  // No term that is shorter or longer can share enough.
  const share = leastSimilarity / 1000
  const lengths = [Math.floor(groups * share) - 1, Math.ceil(groups / share) - 1]
  const compared = [groups, trigrams, ...lengths, ...(hasTrigrams ? [term] : []), trigrams, groups]
  return knex
    .with('candidates', knex.raw(candidates(hasTrigrams), [...compared, swapsOf(term)]))
    .with('best', knex.raw('select distinct on (slug) * from candidates order by slug, distance, term'))
    .from('best')
    .join('movements as m', 'm.slug', 'best.slug')
    .select('best.slug', 'best.term', 'best.distance', { document: 'm.document' })
    .orderBy(['best.distance', 'best.term', 'best.slug'])
    .limit(mostSimilar)
}

interface Row {
  readonly slug: string
  readonly term: string
  readonly distance: number
  readonly document: unknown
}

const isBehind = (one: MovementPosition, other: MovementPosition): boolean => {
  if (one.distance !== other.distance) return one.distance > other.distance
  if (one.term !== other.term) return one.term > other.term
  return one.slug > other.slug
}

export const createSimilar = (knex: Knex): FindMatches => {
  let trigrams: Promise<boolean> | undefined
  /** Asked once; again where there was no answer. */
  const hasTrigrams = (): Promise<boolean> => {
    trigrams ??= knex
      .raw(`select to_regprocedure('similarity(text, text)') is not null as present`)
      .then(({ rows }) => rows[0].present as boolean)
      .catch((error: unknown) => {
        trigrams = undefined
        throw error
      })
    return trigrams
  }

  return async ({ term }, filter, limit, after) => {
    if (term.length < shortestTerm) return []
    const query = filtered(similarMovements(knex, term, await hasTrigrams()), filter)
    const rows: Row[] = await query
    const found = rows.map(({ term: matched, slug, distance, document }) => ({
      document,
      position: { match: 'similar' as const, distance, term: matched, slug },
    }))
    return found.filter(({ position }) => after === undefined || isBehind(position, after)).slice(0, limit)
  }
}
