/** An adaptation as an answer. */
import type { Proposal } from '../../domain/adaptation/proposal.ts'
import type { Adaptation } from '../../domain/adaptation/propose.ts'
import type { StoredPlan } from '../../store/plan-row.ts'

const presentProposal = ({ changes, replacement, ...proposal }: Proposal) => ({
  ...proposal,
  changes: [...changes],
  ...(replacement && {
    replacement: {
      movement: replacement.movement.slug,
      name: replacement.movement.name,
      reasons: [...replacement.reasons],
    },
  }),
})

export const presentAdaptation = (
  { id, version }: StoredPlan,
  { generatedFrom, analysis, proposals }: Adaptation,
) => ({
  planId: id,
  planVersion: version,
  generatedFrom: { ...generatedFrom, weeksToChange: [...generatedFrom.weeksToChange] },
  analysis: {
    plan: analysis.plan,
    exercises: analysis.exercises.map(({ exerciseId, name, verdict, evidence }) => ({
      exerciseId,
      name,
      verdict,
      evidence,
    })),
    muscles: [...analysis.muscles],
  },
  proposals: proposals.map(presentProposal),
})
