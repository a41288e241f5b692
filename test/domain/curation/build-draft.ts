/** Drafts for tests: complete unless said otherwise. */
import { checkDraft } from '../../../domain/curation/check-draft.ts'
import type { DraftDocument, MovementDraft } from '../../../domain/curation/movement-draft.ts'

export const draftDocument = (change: Partial<DraftDocument> = {}): DraftDocument => ({
  name: 'Zercher Squat',
  pattern: 'squat',
  mechanic: 'compound',
  level: 'advanced',
  equipment: 'barbell',
  primaryMuscles: ['quadriceps'],
  secondaryMuscles: ['glutes', 'lower_back'],
  aliases: ['Elbow Squat'],
  tags: ['strongman'],
  ...change,
})

export const movementDraft = (change: Partial<DraftDocument> = {}): MovementDraft => {
  const checked = checkDraft(draftDocument(change))
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.value
}
