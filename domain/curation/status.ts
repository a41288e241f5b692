/** The states of a draft and the moves between them, as data: whatever is not in the table does not happen. */

export const draftStatuses = Object.freeze([
  'DRAFT',
  'READY_FOR_REVIEW',
  'CHANGES_REQUESTED',
  'APPROVED',
  'PUBLISHED',
  'ARCHIVED',
] as const)

export type DraftStatus = (typeof draftStatuses)[number]

export const draftMoves = Object.freeze([
  'update',
  'submit',
  'approve',
  'request-changes',
  'publish',
  'archive',
] as const)

export type DraftMove = (typeof draftMoves)[number]

const transitions: Readonly<Record<DraftStatus, Readonly<Partial<Record<DraftMove, DraftStatus>>>>> =
  Object.freeze({
    DRAFT: { update: 'DRAFT', submit: 'READY_FOR_REVIEW' },
    READY_FOR_REVIEW: { approve: 'APPROVED', 'request-changes': 'CHANGES_REQUESTED' },
    CHANGES_REQUESTED: { update: 'CHANGES_REQUESTED', submit: 'READY_FOR_REVIEW' },
    APPROVED: { publish: 'PUBLISHED' },
    PUBLISHED: { archive: 'ARCHIVED' },
    ARCHIVED: {},
  })

/** Not yet in the library: of these there is at most one a slug. */
export const openStatuses: readonly DraftStatus[] = Object.freeze([
  'DRAFT',
  'READY_FOR_REVIEW',
  'CHANGES_REQUESTED',
  'APPROVED',
])

export const movesFrom = (status: DraftStatus): DraftMove[] =>
  draftMoves.filter((move) => transitions[status][move] !== undefined)

/** Where a move leads; undefined when it is not allowed from there. */
export const statusAfter = (status: DraftStatus, move: DraftMove): DraftStatus | undefined =>
  transitions[status][move]

const listed = (moves: readonly DraftMove[]): string =>
  moves.length === 0 ? 'nothing any more' : moves.join(' or ')

/** Why a move is refused, and what would not be. */
export const moveRefusal = (status: DraftStatus, move: DraftMove): string =>
  `The draft is ${status}; ${move} is not allowed from there, but ${listed(movesFrom(status))}`
