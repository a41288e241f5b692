/** What can be asked of the movement library, and what comes back: a page of matches, each with its place in the order. */
import type { Movement } from '../domain/movements/movement.ts'
import type { SearchKey } from '../domain/movements/search-terms.ts'

/** How well a movement matches, the best first. Without a search every movement is in the first class. */
export const matchClasses = ['name', 'word', 'words', 'similar'] as const
export type MatchClass = (typeof matchClasses)[number]

/** Where in the order of its list a movement stands. */
export interface MovementPosition {
  readonly match: MatchClass
  /** Similar names only: thousandths that are missing to equality; 0 otherwise. */
  readonly distance: number
  /** The text that the order goes by: what was matched, or the name. */
  readonly term: string
  readonly slug: string
}

export interface FoundMovement {
  /** Undefined where the row can't be read. */
  readonly movement: Movement | undefined
  readonly position: MovementPosition
}

/** As it stands in the table. */
export interface MatchedMovement {
  readonly document: unknown
  readonly position: MovementPosition
}

export interface MovementFilter {
  /** Any of these; each list left out means all. Muscles: one of the primary ones. */
  readonly muscles?: readonly string[]
  readonly equipment?: readonly string[]
  readonly patterns?: readonly string[]
}

export interface MovementQuery extends MovementFilter {
  /** Left out: the whole library, by name. */
  readonly key?: SearchKey
  readonly limit: number
  readonly after?: MovementPosition
}

/** A page of one class, from behind a position. */
export type FindMatches = (
  key: SearchKey,
  filter: MovementFilter,
  limit: number,
  after: MovementPosition | undefined,
) => Promise<MatchedMovement[]>
