/** Decides for every entry of a file whether it becomes a draft, and says why not where it does not. */
import { checkDraft } from '../check-draft.ts'
import type { MovementDraft } from '../movement-draft.ts'
import { nameClaims } from '../name-key.ts'
import { readExerciseEntry } from './exercise-entry.ts'
import { draftFromEntry } from './map-entry.ts'

/** What is there already, by name key: whose name it is. */
export interface KnownNames {
  /** Name key → slug of the published movement. */
  readonly library: ReadonlyMap<string, string>
  /** Name key → slug of the draft, or of a curated movement. */
  readonly drafts: ReadonlyMap<string, string>
  /** Sources that became a draft before, whatever happened to it since. */
  readonly sources: ReadonlySet<string>
}

export interface NewDraft {
  readonly source: string
  readonly draft: MovementDraft
}

export type SkipReason = 'imported_before' | 'in_library' | 'in_drafts' | 'repeated_in_file' | 'unusable'

export interface Skipped {
  /** Where in the file, counted from 0. */
  readonly index: number
  readonly name: string
  readonly reason: SkipReason
  readonly detail: string
}

export interface SortedEntries {
  readonly created: readonly NewDraft[]
  readonly skipped: readonly Skipped[]
}

const sourceOf = (id: string): string => `free-exercise-db:${id}`

type Decision = { readonly fresh: NewDraft } | { readonly reason: SkipReason; readonly detail: string }

const decide = (
  value: unknown,
  known: KnownNames,
  inFile: ReadonlyMap<string, string>,
  sourcesInFile: ReadonlySet<string>,
): Decision => {
  const read = readExerciseEntry(value)
  if (!read.ok) return { reason: 'unusable', detail: read.faults.join('; ') }
  const source = sourceOf(read.entry.id)
  if (known.sources.has(source)) return { reason: 'imported_before', detail: source }
  if (sourcesInFile.has(source)) return { reason: 'repeated_in_file', detail: source }
  const checked = checkDraft(draftFromEntry(read.entry))
  if (!checked.ok) {
    return { reason: 'unusable', detail: checked.faults.map((fault) => fault.message).join('; ') }
  }
  const places: readonly [SkipReason, ReadonlyMap<string, string>][] = [
    ['in_library', known.library],
    ['in_drafts', known.drafts],
    ['repeated_in_file', inFile],
  ]
  for (const [reason, names] of places) {
    for (const { key } of nameClaims(checked.value)) {
      const owner = names.get(key)
      if (owner !== undefined) return { reason, detail: owner }
    }
  }
  return { fresh: { source, draft: checked.value } }
}

const nameIn = (value: unknown): string => {
  const name = (value as { name?: unknown } | null)?.name
  return typeof name === 'string' ? name.slice(0, 200) : ''
}

/** In the order of the file: of two entries with one name, the first is taken. */
export const sortEntries = (values: readonly unknown[], known: KnownNames): SortedEntries => {
  const created: NewDraft[] = []
  const skipped: Skipped[] = []
  const inFile = new Map<string, string>()
  const sourcesInFile = new Set<string>()
  values.forEach((value, index) => {
    const decision = decide(value, known, inFile, sourcesInFile)
    if ('reason' in decision) {
      skipped.push({ index, name: nameIn(value), ...decision })
      return
    }
    const { fresh } = decision
    created.push(fresh)
    sourcesInFile.add(fresh.source)
    for (const { key } of nameClaims(fresh.draft)) inFile.set(key, fresh.draft.slug)
  })
  return { created, skipped }
}
