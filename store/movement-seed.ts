/**
 * Brings a release's movements into the library. A movement that is not there is added; one that an earlier release
 * brought is brought up to date; what curators have published or archived is theirs, and stays. Done again, it changes
 * nothing.
 */
import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Movement } from '../domain/movements/movement.ts'
import { searchTerms } from '../domain/movements/search-terms.ts'
import { movementRow, raiseRevision, writeTerms } from './movement-row.ts'
import { now } from './plan-row.ts'

export interface SeedOutcome {
  readonly added: number
  readonly updated: number
  /** Slugs of movements that stay out, or as they were, because their name belongs to another one by now. */
  readonly skipped: readonly string[]
}

const digestOf = (movement: Movement): string =>
  createHash('sha256').update(JSON.stringify(movement)).digest('base64url')

type Names = Pick<Movement, 'slug' | 'name' | 'aliases'>

const wholeTerms = (names: Names): string[] =>
  searchTerms(names).flatMap(({ term, isInner }) => (isInner ? [] : [term]))

/** A movement without the aliases that belong to others by now; undefined when its very name does. */
const withOwnNames = (movement: Movement, owners: ReadonlyMap<string, string>): Movement | undefined => {
  const { slug, name } = movement
  const isForeign = (text: string): boolean =>
    wholeTerms({ slug, name: text, aliases: [] }).some((term) => (owners.get(term) ?? slug) !== slug)
  if (isForeign(name)) return undefined
  const aliases = movement.aliases.filter((alias) => !isForeign(alias))
  return aliases.length === movement.aliases.length ? movement : { ...movement, aliases }
}

/** Whose names are taken: those of movements that this seed does not write. */
const readOwners = async (
  transaction: Knex.Transaction,
  written: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await transaction('movement_terms')
    .where({ is_inner: false })
    .whereRaw('slug <> all(?::text[])', [[...written]])
    .select('term', 'slug')
  return new Map(rows.map(({ term, slug }) => [term, slug]))
}

const write = async (transaction: Knex.Transaction, movements: readonly Movement[]): Promise<void> => {
  const moment = now(transaction)
  await transaction('movements')
    .insert(
      movements.map((movement) => ({
        ...movementRow(movement),
        version: 1,
        published: true,
        release_digest: digestOf(movement),
        created_at: moment,
        updated_at: moment,
      })),
    )
    .onConflict('slug')
    .merge({
      name_key: transaction.raw('excluded.name_key'),
      pattern: transaction.raw('excluded.pattern'),
      equipment: transaction.raw('excluded.equipment'),
      primary_muscles: transaction.raw('excluded.primary_muscles'),
      document: transaction.raw('excluded.document'),
      release_digest: transaction.raw('excluded.release_digest'),
      updated_at: transaction.raw('excluded.updated_at'),
      version: transaction.raw('movements.version + 1'),
    })
  await writeTerms(transaction, movements)
  await raiseRevision(transaction)
}

/**
 * In one transaction. Nobody else writes movements meanwhile: several instances may start at once, and what a curator
 * publishes in the same moment comes either before, and is seen, or after, and stays.
 */
export const seedMovements = (knex: Knex, movements: readonly Movement[]): Promise<SeedOutcome> =>
  knex.transaction(async (transaction) => {
    await transaction.raw('lock table movements in share row exclusive mode')
    const rows = await transaction('movements').select('slug', 'release_digest')
    const known = new Map<string, string | null>(rows.map((row) => [row.slug, row.release_digest]))
    const ours = movements.filter(({ slug }) => known.get(slug) !== null)
    const owners = await readOwners(
      transaction,
      ours.map(({ slug }) => slug),
    )
    const wanted = ours.map((movement) => [movement.slug, withOwnNames(movement, owners)] as const)
    const changed = wanted.flatMap(([slug, movement]) =>
      movement !== undefined && digestOf(movement) !== known.get(slug) ? [movement] : [],
    )
    if (changed.length > 0) await write(transaction, changed)
    const added = changed.filter(({ slug }) => !known.has(slug)).length
    return {
      added,
      updated: changed.length - added,
      skipped: wanted.flatMap(([slug, movement]) => (movement === undefined ? [slug] : [])),
    }
  })
