/** The published movements by their names: which of a draft's are taken there, and what a search finds. */
import { draftOf, type MovementDraft } from '../../domain/curation/movement-draft.ts'
import { nameClaims } from '../../domain/curation/name-key.ts'
import type { Movement } from '../../domain/movements/movement.ts'
import type { TakenName } from '../../store/curation-names.ts'

interface NamedMovement {
  readonly movement: Movement
  readonly keys: readonly string[]
}

interface NameIndex {
  /** Name key → slug. */
  readonly slugs: ReadonlyMap<string, string>
  readonly bySlug: readonly NamedMovement[]
}

/** The library gives the same list until it changes, so its names are indexed once a list. */
const indexed = new WeakMap<readonly Movement[], NameIndex>()

const buildIndex = (movements: readonly Movement[]): NameIndex => {
  const slugs = new Map<string, string>()
  const named = movements.map((movement) => {
    const keys = nameClaims(draftOf(movement)).map(({ key }) => key)
    for (const key of keys) if (!slugs.has(key)) slugs.set(key, movement.slug)
    return { movement, keys }
  })
  return { slugs, bySlug: named.sort((one, other) => (one.movement.slug < other.movement.slug ? -1 : 1)) }
}

const indexOf = (movements: readonly Movement[]): NameIndex => {
  const known = indexed.get(movements)
  if (known) return known
  const index = buildIndex(movements)
  indexed.set(movements, index)
  return index
}

/** Names that belong to published movements of other slugs. */
export const takenInLibrary = (draft: MovementDraft, movements: readonly Movement[]): TakenName[] => {
  const { slugs } = indexOf(movements)
  return nameClaims(draft).flatMap((claim) => {
    const owner = slugs.get(claim.key)
    return owner === undefined || owner === draft.slug ? [] : [{ ...claim, owner }]
  })
}

/** Those with the key anywhere in a name, in the order of their slugs, from behind one. */
export const searchLibrary = (
  movements: readonly Movement[],
  key: string | undefined,
  afterSlug: string | undefined,
): Movement[] =>
  indexOf(movements)
    .bySlug.filter(({ movement }) => afterSlug === undefined || movement.slug > afterSlug)
    .filter(({ keys }) => key === undefined || keys.some((name) => name.includes(key)))
    .map(({ movement }) => movement)
