/** What every verb of the rollout command works with: who is asked, what holds, and the one clock. */
import type { Gate } from './core/gates.ts'
import type { Phase } from './core/phases.ts'
import type { LaunchDarkly } from './launchdarkly/client.ts'
import type { Prometheus } from './prometheus/client.ts'
import type { ExitCode } from './rollout-error.ts'

export interface RolloutSettings {
  readonly phases: readonly Phase[]
  readonly gates: readonly Gate[]
  /** What rates are taken over. */
  readonly windowSeconds: number
  /** Between two readings. */
  readonly intervalSeconds: number
  readonly readingsToRollBack: number
  readonly fewestRequests: number
  readonly namespace?: string | undefined
  readonly dryRun: boolean
  /** Why, in the words of whoever runs this; kept in the audit log. */
  readonly reason?: string | undefined
}

export interface Rollout {
  readonly launchDarkly: LaunchDarkly
  /** Undefined where none is configured: then every gate is without a verdict. */
  readonly prometheus: Prometheus | undefined
  readonly settings: RolloutSettings
  /** Goes into each comment, so that the steps of one run are found together. */
  readonly runId: string
  readonly nowMs: () => number
  /** Ends early when the run is to end. */
  readonly sleep: (ms: number) => Promise<unknown>
  /** Tells whoever follows from afar; never throws, and changes nothing if it fails. */
  readonly notify: (text: string) => Promise<void>
}

/** What a verb has to say, for people and for programs. */
export interface Result {
  readonly exitCode: ExitCode
  readonly lines: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
}
