/** Where a flag stands, out of what LaunchDarkly's REST API shows of it, and what about it may surprise a rollout. */
import { wholeRollout } from './phases.ts'

/** The parts of the API's answer that are looked at. Targeting names variations by index, patches by id. */
export interface ShownFlag {
  readonly key: string
  readonly archived?: boolean
  readonly tags: readonly string[]
  readonly variations: readonly { readonly _id: string; readonly value?: unknown }[]
}

export interface ShownTargeting {
  readonly on: boolean
  readonly version: number
  readonly offVariation?: number
  readonly fallthrough: { readonly variation?: number; readonly rollout?: ShownRollout }
  readonly rules?: readonly unknown[]
  readonly targets?: readonly unknown[]
  readonly contextTargets?: readonly { readonly values?: readonly unknown[] }[]
  readonly prerequisites?: readonly unknown[]
}

interface ShownRollout {
  readonly variations: readonly { readonly variation: number; readonly weight: number }[]
  readonly contextKind?: string
  readonly bucketBy?: string
  readonly experimentAllocation?: unknown
}

export interface FlagPosition {
  readonly on: boolean
  /** Share of the users that the fallthrough serves `true`, whether or not the flag is on. */
  readonly percent: number
  /** Rises with each change in this environment. */
  readonly version: number
  readonly trueId: string
  readonly falseId: string
  readonly paused: boolean
  /** Nothing forbidden, but the percentage is then not the whole truth. */
  readonly warnings: readonly string[]
}

/** A tag belongs to the flag, not to an environment: hence the name. */
export const pauseTag = (environment: string): string => `rollout-paused-${environment}`

const percentOf = ({ fallthrough }: ShownTargeting, trueIndex: number): number => {
  if (!fallthrough.rollout) return fallthrough.variation === trueIndex ? 100 : 0
  const weights = fallthrough.rollout.variations.filter(({ variation }) => variation === trueIndex)
  return (weights.reduce((sum, { weight }) => sum + weight, 0) * 100) / wholeRollout
}

const count = (many: readonly unknown[] | undefined): number => many?.length ?? 0

const warningsOf = (targeting: ShownTargeting, falseIndex: number): string[] => {
  const { fallthrough, offVariation } = targeting
  const { rollout } = fallthrough
  const targeted = count(targeting.targets) + (targeting.contextTargets ?? []).length
  const kind = rollout?.contextKind ?? 'user'
  const found: [boolean, string][] = [
    [targeted > 0, 'individual targets are set: these users get what they say, whatever the percentage'],
    [
      count(targeting.rules) > 0,
      'rules are set: whom they match gets what they say, whatever the percentage',
    ],
    [
      count(targeting.prerequisites) > 0,
      'prerequisites are set: where another flag fails them, nobody gets it',
    ],
    [rollout?.experimentAllocation !== undefined, 'an experiment runs on the percentage: a step ends it'],
    [
      kind !== 'user',
      `the percentage is by "${kind}": the service asks for users, and all of them fall in one bucket`,
    ],
    [
      (rollout?.bucketBy ?? 'key') !== 'key',
      `users are divided by "${rollout?.bucketBy}", which the service does not send: all fall in one bucket`,
    ],
    [
      offVariation !== falseIndex,
      'the off variation is not false: the service treats "off" as off all the same, others may not; the next step sets it',
    ],
  ]
  return found.filter(([isSo]) => isSo).map(([, warning]) => warning)
}

/** A sentence instead, where the flag is none that can be rolled out. */
export const positionOf = (
  flag: ShownFlag,
  targeting: ShownTargeting,
  environment: string,
): FlagPosition | string => {
  const trueIndex = flag.variations.findIndex(({ value }) => value === true)
  const falseIndex = flag.variations.findIndex(({ value }) => value === false)
  const trueId = flag.variations[trueIndex]?._id
  const falseId = flag.variations[falseIndex]?._id
  if (trueId === undefined || falseId === undefined || flag.variations.length !== 2) {
    const values = flag.variations.map(({ value }) => JSON.stringify(value)).join(', ')
    return `The flag ${flag.key} is not a boolean: its variations are ${values}, expected true and false`
  }
  if (flag.archived) return `The flag ${flag.key} is archived`
  return {
    on: targeting.on,
    percent: percentOf(targeting, trueIndex),
    version: targeting.version,
    trueId,
    falseId,
    paused: flag.tags.includes(pauseTag(environment)),
    warnings: warningsOf(targeting, falseIndex),
  }
}
