/** Semantic patches as LaunchDarkly applies them: all of the instructions or none. */
import type { Flag } from './flag-table.ts'

export interface Instruction {
  kind: string
  variationId?: string
  rolloutContextKind?: string
  rolloutWeights?: Record<string, number>
  values?: string[]
}

export interface Patched {
  parts: Partial<Flag>
  tags: string[]
  /** What was done, in the words of LaunchDarkly's access control. */
  actions: string[]
}

export class RefusedPatch extends Error {}

const wholeRollout = 100_000

/** Variation ids are made up by LaunchDarkly and say nothing about the value. */
export const variationId = (index: number): string => `0a1b2c3d-0000-4000-8000-00000000000${index}`

const indexOf = (flag: Flag, id: string | undefined): number => {
  const index = flag.variations.findIndex((_, candidate) => variationId(candidate) === id)
  if (index < 0) throw new RefusedPatch(`Invalid variation ID: ${id}`)
  return index
}

const fallthroughOf = (flag: Flag, instruction: Instruction): Flag['fallthrough'] => {
  const { rolloutWeights, rolloutContextKind } = instruction
  if (rolloutWeights === undefined) return { variation: indexOf(flag, instruction.variationId) }
  const weights = Object.entries(rolloutWeights)
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  if (sum !== wholeRollout) throw new RefusedPatch(`Rollout weights must sum to ${wholeRollout}, not ${sum}`)
  const variations = weights
    .map(([id, weight]) => ({ variation: indexOf(flag, id), weight }))
    .sort((one, other) => one.variation - other.variation)
  return { rollout: { contextKind: rolloutContextKind ?? 'user', variations } }
}

type Apply = (flag: Flag, instruction: Instruction) => { parts: Partial<Flag>; action: string }

const targeting: Record<string, Apply> = {
  turnFlagOn: () => ({ parts: { on: true }, action: 'updateOn' }),
  turnFlagOff: () => ({ parts: { on: false }, action: 'updateOn' }),
  updateOffVariation: (flag, instruction) => ({
    parts: { offVariation: indexOf(flag, instruction.variationId) },
    action: 'updateOffVariation',
  }),
  updateFallthroughVariationOrRollout: (flag, instruction) => ({
    parts: { fallthrough: fallthroughOf(flag, instruction) },
    action: 'updateFallthrough',
  }),
}

export function applyPatch(
  flag: Flag,
  tagsBefore: readonly string[],
  { environmentKey, instructions }: { environmentKey?: string; instructions: Instruction[] },
): Patched {
  let tags = [...tagsBefore]
  const parts: Partial<Flag> = {}
  const actions: string[] = []
  for (const instruction of instructions) {
    const { kind, values = [] } = instruction
    const apply = targeting[kind]
    if (kind === 'addTags' || kind === 'removeTags') {
      tags = tags.filter((tag) => !values.includes(tag))
      if (kind === 'addTags') tags.push(...values)
      actions.push('updateTags')
    } else if (apply === undefined) {
      throw new RefusedPatch(`Unknown instruction kind: ${kind}`)
    } else {
      if (environmentKey === undefined) throw new RefusedPatch(`${kind} requires environmentKey`)
      const applied = apply(flag, instruction)
      Object.assign(parts, applied.parts)
      actions.push(applied.action)
    }
  }
  return { parts, tags, actions }
}
