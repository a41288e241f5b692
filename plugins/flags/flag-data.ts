/** A flag as LaunchDarkly delivers it, as far as this service looks into it. Variations are named by index. */

export interface FlagData {
  readonly on: boolean
  readonly variations: readonly unknown[]
  readonly offVariation?: number
  readonly fallthrough?: ServedVariation
  readonly rules?: readonly (ServedVariation & { readonly clauses?: readonly unknown[] })[]
  readonly targets?: readonly Target[]
  readonly contextTargets?: readonly Target[]
  readonly prerequisites?: readonly { readonly key: string; readonly variation: number }[]
}

export interface Target {
  readonly variation: number
  readonly values: readonly string[]
  readonly contextKind?: string
}

/** One variation for all, or a percentage rollout. */
export interface ServedVariation {
  readonly variation?: number
  readonly rollout?: Rollout
}

export interface Rollout {
  /** `weight` in thousandths of a percent; the last variation takes what the weights leave over. */
  readonly variations: readonly { readonly variation: number; readonly weight: number }[]
  readonly contextKind?: string
  readonly bucketBy?: string
}
