/** The writes of a rollout as LaunchDarkly's semantic patches: each is one request, done as a whole or not at all. */
import type { FlagPosition } from './flag-position.ts'
import { rolloutWeights } from './phases.ts'

export interface SemanticPatch {
  readonly comment: string
  readonly environmentKey: string
  readonly instructions: readonly ({ readonly kind: string } & Readonly<Record<string, unknown>>)[]
}

/** Never the switch alone: that would serve whatever fallthrough was left there. */
export const percentagePatch = (
  environmentKey: string,
  percent: number,
  { trueId, falseId }: Pick<FlagPosition, 'trueId' | 'falseId'>,
  comment: string,
): SemanticPatch => ({
  comment,
  environmentKey,
  instructions: [
    { kind: 'updateOffVariation', variationId: falseId },
    {
      kind: 'updateFallthroughVariationOrRollout',
      rolloutContextKind: 'user',
      rolloutWeights: rolloutWeights(percent, trueId, falseId),
    },
    { kind: 'turnFlagOn' },
  ],
})

export const offPatch = (environmentKey: string, comment: string): SemanticPatch => ({
  comment,
  environmentKey,
  instructions: [{ kind: 'turnFlagOff' }],
})

export const tagPatch = (
  environmentKey: string,
  kind: 'addTags' | 'removeTags',
  tag: string,
  comment: string,
): SemanticPatch => ({ comment, environmentKey, instructions: [{ kind, values: [tag] }] })
