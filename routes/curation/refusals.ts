/** The store's refusals, and what is missing or taken, as answers. All are conflicts with what is there: 409. */
import type { Fault } from '../../domain/plan/faults.ts'
import { type ProblemError, problem } from '../../problems.ts'
import type { TakenName } from '../../store/curation-names.ts'
import type { Refusal, Written } from '../../store/curation-outcome.ts'
import type { StoredDraft } from '../../store/curation-row.ts'
import { versionConflict } from '../if-match.ts'

export const namesTaken = (taken: readonly TakenName[]): ProblemError =>
  problem('state_conflict', 'A name can belong to one movement only, and these belong to others', {
    errors: taken.map(({ path, name, owner }) => ({
      path,
      message: `"${name}" is a name of the movement "${owner}"`,
    })),
  })

export const draftIncomplete = (open: readonly Fault[]): ProblemError =>
  problem('state_conflict', 'The draft is not complete, so it can’t be submitted yet', {
    errors: open.map(({ path, message }) => ({ path, message })),
  })

const refusalProblem = (refusal: Refusal): ProblemError => {
  if (refusal.reason === 'stale') return versionConflict('draft')
  if (refusal.reason === 'names_taken') return namesTaken(refusal.taken)
  return problem('state_conflict', `Draft ${refusal.draftId} of this slug is open; go on with that one`, {
    errors: [{ path: '/slug', message: 'has an open draft' }],
  })
}

export const storedOrRefused = (written: Written): StoredDraft => {
  if (!written.ok) throw refusalProblem(written)
  return written.stored
}
