/** A sent draft in its normal form, or the answer that says what is wrong with it or already there. */
import { checkDraft } from '../../domain/curation/check-draft.ts'
import type { DraftDocument, MovementDraft } from '../../domain/curation/movement-draft.ts'
import type { Movement } from '../../domain/movements/movement.ts'
import { problem } from '../../problems.ts'
import { faultsProblem } from '../refuse-faults.ts'
import { takenInLibrary } from './library-names.ts'
import { namesTaken } from './refusals.ts'

interface Library {
  all(): readonly Movement[]
  bySlug(slug: string): Movement | undefined
}

/** A new version of a published movement is begun on purpose: its slug is written out, not made from a name. */
const requireMeantSlug = (sent: DraftDocument, { slug }: MovementDraft, library: Library): void => {
  if (sent.slug !== undefined || library.bySlug(slug) === undefined) return
  throw problem('state_conflict', `The library has a movement "${slug}"; to change it, write out its slug`, {
    errors: [{ path: '/name', message: `makes the slug "${slug}", which is a published movement` }],
  })
}

export const acceptDraft = (sent: DraftDocument, library: Library): MovementDraft => {
  const checked = checkDraft(sent)
  if (!checked.ok) throw faultsProblem(checked.faults)
  requireMeantSlug(sent, checked.value, library)
  const taken = takenInLibrary(checked.value, library.all())
  if (taken.length > 0) throw namesTaken(taken)
  return checked.value
}
