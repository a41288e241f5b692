/** The names of the published movements, straight from the database: an import runs beside the service. */
import type { Knex } from 'knex'
import { draftOf } from '../../domain/curation/movement-draft.ts'
import { nameClaims } from '../../domain/curation/name-key.ts'
import { createMovementStore } from '../../store/movement-store.ts'

/** Name key → slug. */
export const readLibraryNames = async (knex: Knex): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>()
  for (const movement of await createMovementStore(knex).all()) {
    for (const { key } of nameClaims(draftOf(movement))) names.set(key, movement.slug)
  }
  return names
}
