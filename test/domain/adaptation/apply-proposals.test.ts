/** Which proposals go together. */
import t from 'tap'
import { applyProposals, findConflict } from '../../../domain/adaptation/apply-proposals.ts'
import { evidenceOf } from '../../../domain/adaptation/evidence.ts'
import type { PlanChange, Proposal, ProposalKind } from '../../../domain/adaptation/proposal.ts'
import { proposalId } from '../../../domain/adaptation/proposal.ts'
import { planOfWeeks } from './build-adaptation.ts'

const change = (weekNumber: number, exerciseId: string | null, after: number): PlanChange => ({
  weekNumber,
  sessionId: exerciseId === null ? null : `w${weekNumber}-d1`,
  exerciseId,
  field: 'sets',
  before: 4,
  after,
})
const proposal = (kind: ProposalKind, exerciseId: string, ...changes: PlanChange[]): Proposal => {
  const target = { name: exerciseId, exerciseId }
  return {
    id: proposalId({ kind, target, changes }),
    kind,
    target,
    changes,
    reason: 'Because.',
    evidence: evidenceOf({ deviations: [], completions: [] }),
    confidence: 1,
    needsCoach: false,
  }
}

t.test('add and cut of the same lift contradict each other, in any order', async (t) => {
  const add = proposal('add_set', 'bench', change(2, 'bench', 5))
  const cut = proposal('cut_set', 'bench', change(2, 'bench', 3))
  t.same(findConflict([add, cut]), { one: add, other: cut })
  t.same(findConflict([cut, add]), { one: cut, other: add })
})

t.test('the same lift in other weeks, another lift in the same week, and holds go together', async (t) => {
  const together = [
    proposal('cut_set', 'bench', change(2, 'bench', 3)),
    proposal('add_set', 'bench', change(3, 'bench', 5)),
    proposal('cut_set', 'curl', change(2, 'curl', 3)),
    proposal('hold', 'bench'),
    proposal('hold', 'curl'),
  ]
  t.equal(findConflict(together), undefined)
  const before = planOfWeeks(3)
  const after = applyProposals(before, together)
  const sets = after.microcycles.map(({ sessions }) => sessions[0]?.exercises.map((one) => one.sets))
  t.same(sets, [
    [4, 4],
    [3, 3],
    [5, 4],
  ])
  t.equal(after.microcycles[0]?.sessions[0]?.exercises[0], before.microcycles[0]?.sessions[0]?.exercises[0])
})

t.test('an id is its content: any other value makes another', async (t) => {
  const ids = [
    proposal('cut_set', 'bench', change(2, 'bench', 3)),
    proposal('add_set', 'bench', change(2, 'bench', 3)),
    proposal('cut_set', 'curl', change(2, 'bench', 3)),
    proposal('cut_set', 'bench', change(3, 'bench', 3)),
    proposal('cut_set', 'bench', change(2, 'bench', 2)),
    proposal('cut_set', 'bench', { ...change(2, 'bench', 3), before: 5 }),
    proposal('cut_set', 'bench'),
  ].map(({ id }) => id)
  t.equal(new Set(ids).size, ids.length)
  t.equal(proposal('cut_set', 'bench', change(2, 'bench', 3)).id, ids[0])
})
