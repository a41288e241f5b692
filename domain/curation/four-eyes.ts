/** Nobody approves their own work: whoever had a hand in a draft is not its second pair of eyes. */

export interface Handled {
  /** Everybody who created or edited the draft. */
  readonly authors: readonly string[]
  /** Who put it up for review; null before anybody has. */
  readonly submittedBy: string | null
}

/**
 * Why this person can't review the draft; undefined when they can. Submitting counts as a hand: an imported draft has no
 * person for an author, and one curator alone could otherwise submit and approve it.
 */
export const ownWork = ({ authors, submittedBy }: Handled, personId: string): string | undefined => {
  if (authors.includes(personId)) return 'wrote it'
  return submittedBy === personId ? 'submitted it' : undefined
}
