/** The library by slug and by name: one look-up each, made once for a list of movements. Slugs are names too. */
import { nameKey } from '../curation/name-key.ts'
import type { Movement } from './movement.ts'

export interface MovementIndex {
  readonly movements: readonly Movement[]
  bySlug(slug: string): Movement | undefined
  /** The one movement that goes by this name, alias or slug, however it is spelt; undefined when there is none, or more than one. */
  byName(name: string): Movement | undefined
}

export const indexMovements = (movements: readonly Movement[]): MovementIndex => {
  const slugs = new Map(movements.map((movement) => [movement.slug, movement]))
  const names = new Map<string, Movement | null>()
  for (const movement of movements) {
    for (const key of new Set([movement.slug, movement.name, ...movement.aliases].map(nameKey))) {
      names.set(key, names.has(key) ? null : movement)
    }
  }
  return {
    movements,
    bySlug: (slug) => slugs.get(slug),
    byName: (name) => names.get(nameKey(name)) ?? undefined,
  }
}
