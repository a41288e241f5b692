/** The states of a draft: every state against every move. */
import t from 'tap'
import {
  type DraftMove,
  type DraftStatus,
  draftMoves,
  draftStatuses,
  moveRefusal,
  movesFrom,
  openStatuses,
  statusAfter,
} from '../../../domain/curation/status.ts'

const allowed: readonly (readonly [from: DraftStatus, move: DraftMove, to: DraftStatus])[] = [
  ['DRAFT', 'update', 'DRAFT'],
  ['DRAFT', 'submit', 'READY_FOR_REVIEW'],
  ['READY_FOR_REVIEW', 'approve', 'APPROVED'],
  ['READY_FOR_REVIEW', 'request-changes', 'CHANGES_REQUESTED'],
  ['CHANGES_REQUESTED', 'update', 'CHANGES_REQUESTED'],
  ['CHANGES_REQUESTED', 'submit', 'READY_FOR_REVIEW'],
  ['APPROVED', 'publish', 'PUBLISHED'],
  ['PUBLISHED', 'archive', 'ARCHIVED'],
]

t.test('these moves and no others', async (t) => {
  for (const from of draftStatuses) {
    for (const move of draftMoves) {
      const row = allowed.find(([state, name]) => state === from && name === move)
      t.equal(statusAfter(from, move), row?.[2], `${move} from ${from}`)
    }
    t.same(
      movesFrom(from),
      allowed.filter(([state]) => state === from).map(([, move]) => move),
    )
  }
})

t.test('a refusal names the state and what it allows', async (t) => {
  t.match(moveRefusal('READY_FOR_REVIEW', 'publish'), /READY_FOR_REVIEW.*publish.*approve or request-changes/)
  t.match(moveRefusal('ARCHIVED', 'submit'), /ARCHIVED.*nothing any more/)
})

t.test('open is what can still reach the library', async (t) => {
  t.same(
    draftStatuses.filter((status) => !openStatuses.includes(status)),
    ['PUBLISHED', 'ARCHIVED'],
  )
})
