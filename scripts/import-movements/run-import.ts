/** The import: what is known is read, every entry is decided on, and what is new is written batch by batch. */
import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { type NewDraft, type Skipped, sortEntries } from '../../domain/curation/import/sort-entries.ts'
import { importBatch, readKnownDrafts } from '../../store/curation-import.ts'
import { readLibraryNames } from './library-names.ts'
import type { Progress } from './progress.ts'

/** A transaction each: a break loses at most one, and the next run goes on where this one ended. */
const batchSize = 100

export interface ImportResult {
  readonly entries: number
  readonly drafts: readonly NewDraft[]
  readonly skipped: readonly Skipped[]
  /** From the first look into the database to the last write. */
  readonly seconds: number
}

export interface RunOptions {
  readonly author: string
  readonly dryRun: boolean
  readonly progress: Progress
}

/** Somebody else took the name between our look and our write. */
const lostTo = (values: readonly unknown[], lost: readonly NewDraft[]): Skipped[] =>
  lost.map(({ draft, source }) => ({
    index: values.findIndex((value) => source.endsWith(`:${(value as { id?: unknown } | null)?.id}`)),
    name: draft.name,
    reason: 'in_drafts',
    detail: draft.slug,
  }))

export const runImport = async (
  knex: Knex,
  values: readonly unknown[],
  { author, dryRun, progress }: RunOptions,
): Promise<ImportResult> => {
  const startedMs = performance.now()
  const seconds = () => Math.round(performance.now() - startedMs) / 1_000
  const [library, { names, sources }] = await Promise.all([readLibraryNames(knex), readKnownDrafts(knex)])
  const { created, skipped } = sortEntries(values, { library, drafts: names, sources })
  if (dryRun) return { entries: values.length, drafts: created, skipped, seconds: seconds() }
  const written: NewDraft[] = []
  const lost: NewDraft[] = []
  try {
    for (let start = 0; start < created.length; start += batchSize) {
      const batch = created.slice(start, start + batchSize)
      const won = await importBatch(knex, randomUUID, batch, author)
      for (const fresh of batch) (won.has(fresh.source) ? written : lost).push(fresh)
      progress.show(start + batch.length, created.length)
    }
  } finally {
    progress.end()
  }
  const all = [...skipped, ...lostTo(values, lost)].sort((one, other) => one.index - other.index)
  return { entries: values.length, drafts: written, skipped: all, seconds: seconds() }
}
