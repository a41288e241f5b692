/** LaunchDarkly's REST API, as far as a rollout needs it: read the flag and its audit log, and patch it. */
import type { TrailEntry } from '../core/audit-trail.ts'
import { type FlagPosition, positionOf } from '../core/flag-position.ts'
import type { SemanticPatch } from '../core/semantic-patches.ts'
import { exitCodes, RolloutError } from '../rollout-error.ts'
import { trailEntryOf } from './audit-entries.ts'
import type { Place } from './faults.ts'
import { auditSchema, flagSchema, type RestFlag } from './schemas.ts'
import { createSender, type SenderOptions } from './send.ts'

/** A flag's position, and when its environment was changed last. */
export interface SeenFlag extends FlagPosition {
  readonly lastModifiedMs: number
}

export interface PatchOptions {
  /** LaunchDarkly checks everything and changes nothing. */
  readonly dryRun?: boolean
  /** Goes through whatever is scheduled or pending for this flag. */
  readonly ignoreConflicts?: boolean
}

const pageSize = 20
const mostPages = 5

export interface LaunchDarkly {
  readonly place: Place
  readFlag(): Promise<SeenFlag>
  /** Newest first: until one changed the targeting, or a hundred. */
  readTrail(): Promise<TrailEntry[]>
  /** The flag as it has become, or would. */
  patch(patch: SemanticPatch, options?: PatchOptions): Promise<SeenFlag>
}

const seen = (flag: RestFlag, { environment, project }: Place): SeenFlag => {
  const targeting = flag.environments[environment]
  if (targeting === undefined) {
    throw new RolloutError(
      exitCodes.launchDarkly,
      `The project ${project} has no environment ${environment}: check LAUNCHDARKLY_ENVIRONMENT`,
    )
  }
  const position = positionOf(flag, targeting, environment)
  if (typeof position === 'string') throw new RolloutError(exitCodes.flag, position)
  return { ...position, lastModifiedMs: targeting.lastModified ?? 0 }
}

export const createLaunchDarkly = (options: SenderOptions): LaunchDarkly => {
  const { place } = options
  const { project, environment, flagKey } = place
  const send = createSender(options)
  const flagPath = `flags/${encodeURIComponent(project)}/${encodeURIComponent(flagKey)}`
  const spec = encodeURIComponent(`proj/${project}:env/${environment}:flag/${flagKey}`)

  return {
    place,
    readFlag: async () =>
      seen(
        await send({ path: `${flagPath}?env=${encodeURIComponent(environment)}`, answer: flagSchema }),
        place,
      ),

    async readTrail() {
      const trail: TrailEntry[] = []
      for (let page = 0; page < mostPages; page += 1) {
        const before = trail.at(-1)?.atMs
        const path = `auditlog?spec=${spec}&limit=${pageSize}${before === undefined ? '' : `&before=${before}`}`
        const { items } = await send({ path, answer: auditSchema })
        trail.push(...items.map((item) => trailEntryOf(item, place)))
        if (items.length < pageSize || trail.some(({ isTargeting }) => isTargeting)) break
      }
      return trail
    },

    patch: async (patch, { dryRun = false, ignoreConflicts = false } = {}) => {
      const query = new URLSearchParams({
        ...(dryRun && { dryRun: 'true' }),
        ...(ignoreConflicts && { ignoreConflicts: 'true' }),
      })
      return seen(await send({ path: `${flagPath}?${query}`, answer: flagSchema, patch }), place)
    },
  }
}
