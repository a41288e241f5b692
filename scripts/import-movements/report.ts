/** What an import did, for people and for programs. */
import { openFields } from '../../domain/curation/complete-draft.ts'
import type { Skipped, SkipReason } from '../../domain/curation/import/sort-entries.ts'
import type { ImportResult } from './run-import.ts'

const reasonWords: Readonly<Record<SkipReason, string>> = {
  in_library: 'in the library already',
  in_drafts: 'a draft has the name already',
  imported_before: 'imported before',
  repeated_in_file: 'repeated in the file',
  unusable: 'could not be used',
}
const reasons = Object.keys(reasonWords) as SkipReason[]

/** A second run skips hundreds for one reason; nobody reads them all on a terminal. */
const mostRowsEach = 20
const nameColumns = 40

const fit = (text: string): string =>
  text.length > nameColumns ? `${text.slice(0, nameColumns - 1)}…` : text.padEnd(nameColumns)

const ofReason = (skipped: readonly Skipped[], reason: SkipReason): Skipped[] =>
  skipped.filter((entry) => entry.reason === reason)

const rowsOf = (entries: readonly Skipped[]): string[] => {
  const rows = entries
    .slice(0, mostRowsEach)
    .map(({ index, name, detail }) => `  ${String(index).padStart(5)}  ${fit(name)}  ${detail}`)
  const more = entries.length - rows.length
  return more > 0 ? [...rows, `         … and ${more} more; --json lists them all`] : rows
}

export const reportLines = (
  { entries, drafts, skipped, seconds }: ImportResult,
  dryRun: boolean,
): string[] => {
  const open = drafts.filter(({ draft }) => openFields(draft).length > 0).length
  const verb = dryRun ? 'would become drafts' : 'became drafts'
  const head = `${entries} entries: ${drafts.length} ${verb}, ${skipped.length} skipped, in ${seconds} s`
  const toDo = `${open} of the drafts have fields that a curator must fill before review`
  const groups = reasons.flatMap((reason) => {
    const group = ofReason(skipped, reason)
    return group.length === 0 ? [] : ['', `${group.length} ${reasonWords[reason]}:`, ...rowsOf(group)]
  })
  return [head, ...(drafts.length > 0 ? [toDo] : []), ...groups]
}

export const reportJson = ({ entries, drafts, skipped, seconds }: ImportResult, dryRun: boolean): string =>
  JSON.stringify(
    {
      dryRun,
      seconds,
      entries,
      drafts: drafts.map(({ source, draft }) => ({
        source,
        slug: draft.slug,
        name: draft.name,
        open: openFields(draft).map(({ path }) => path.slice(1)),
      })),
      skippedByReason: Object.fromEntries(
        reasons.map((reason) => [reason, ofReason(skipped, reason).length]),
      ),
      skipped,
    },
    null,
    2,
  )
