/**
 * Decides from a flag's data whether no user at all can have it on.
 *
 * The SDK cannot say: it evaluates one user at a time, and a percentage gives reason FALLTHROUGH on both sides. So
 * every variation that some user could be served is collected the way the SDK's evaluator would reach it. Where only
 * the users themselves could tell (does anybody match this rule? do two prerequisites share a user?) the flag counts
 * as on for someone: the caller without a token is then asked for one, which gives nothing away.
 */
import type { FlagData, Rollout, ServedVariation, Target } from './flag-data.ts'

export type FindFlag = (flagKey: string) => FlagData | undefined

const wholeRollout = 100_000

/** Contexts are always `{ kind: 'user', key }`, so that a rollout by anything else puts everyone in bucket 0. */
function rolloutVariations({ variations, contextKind, bucketBy }: Rollout): number[] {
  const weighted = variations.filter(({ weight }) => weight > 0)
  const sum = variations.reduce((total, { weight }) => total + weight, 0)
  const last = variations.at(-1)
  if (last !== undefined && sum < wholeRollout) weighted.push(last)
  const splitsUsers = (contextKind ?? 'user') === 'user' && (bucketBy ?? 'key') === 'key'
  return (splitsUsers ? weighted : weighted.slice(0, 1)).map(({ variation }) => variation)
}

const served = ({ variation, rollout }: ServedVariation): number[] =>
  variation !== undefined ? [variation] : rollout !== undefined ? rolloutVariations(rollout) : []

const reachesUsers = ({ values, contextKind }: Target): boolean =>
  values.length > 0 && (contextKind ?? 'user') === 'user'

/** Whether every prerequisite could be met by some user; a circle of prerequisites is an error and never met. */
const couldBeMet = (flag: FlagData, find: FindFlag, visited: readonly string[]): boolean =>
  (flag.prerequisites ?? []).every(({ key, variation }) => {
    const prerequisite = visited.includes(key) ? undefined : find(key)
    if (!prerequisite?.on) return false
    const reachable = reachableVariations(prerequisite, find, [...visited, key])
    // A prerequisite whose own prerequisites fail serves its off variation, and that may be the one asked for.
    const fallsBack = (prerequisite.prerequisites ?? []).length > 0 && prerequisite.offVariation === variation
    return reachable.includes(variation) || fallsBack
  })

/** The variations that some user could be served by a flag that is on and whose prerequisites are met. */
function reachableVariations(flag: FlagData, find: FindFlag, visited: readonly string[]): number[] {
  if (!flag.on || !couldBeMet(flag, find, visited)) return []
  const targets = [...(flag.targets ?? []), ...(flag.contextTargets ?? [])].filter(reachesUsers)
  const rules = (flag.rules ?? []).filter(({ clauses }) => clauses !== undefined)
  return [
    ...targets.map(({ variation }) => variation),
    ...rules.flatMap(served),
    ...(flag.fallthrough === undefined ? [] : served(flag.fallthrough)),
  ]
}

/** True also for a flag that is unknown. */
export function offForAll(flagKey: string, find: FindFlag): boolean {
  const flag = find(flagKey)
  if (flag === undefined) return true
  return !reachableVariations(flag, find, [flagKey]).some((index) => flag.variations[index] === true)
}
