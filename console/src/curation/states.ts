/** The states of a draft as columns of the board, in the order in which a draft passes them. */
import type { Draft } from '../service/answers.ts'

export type Status = Draft['status']
export type Move = Exclude<Draft['moves'][number], 'update'>

export const columns: readonly { status: Status; title: string }[] = [
  { status: 'DRAFT', title: 'Draft' },
  { status: 'READY_FOR_REVIEW', title: 'Ready for review' },
  { status: 'CHANGES_REQUESTED', title: 'Changes requested' },
  { status: 'APPROVED', title: 'Approved' },
  { status: 'PUBLISHED', title: 'Published' },
  { status: 'ARCHIVED', title: 'Archived' },
]

export const titleOf = (status: Status): string =>
  columns.find((column) => column.status === status)?.title ?? status

export const moveTitles: Readonly<Record<Move, string>> = {
  submit: 'Submit for review',
  approve: 'Approve',
  'request-changes': 'Request changes',
  publish: 'Publish',
  archive: 'Archive',
}
