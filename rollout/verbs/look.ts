/** One look at everything: the flag, since when it stands so, and the gates; and what that amounts to. */
import { type Since, standsSince } from '../core/audit-trail.ts'
import { type Decision, decide } from '../core/decide.ts'
import type { Measurement } from '../core/gates.ts'
import { type GateState, judge, type Reading, rollsBack } from '../core/readings.ts'
import type { SeenFlag } from '../launchdarkly/client.ts'
import { readGates } from '../prometheus/read-gates.ts'
import type { Rollout } from '../rollout.ts'
import { exitCodes, RolloutError, sentenceOf } from '../rollout-error.ts'

export interface Look {
  readonly atMs: number
  /** Undefined where LaunchDarkly did not say; then `fault` does. */
  readonly flag: SeenFlag | undefined
  readonly fault: RolloutError | undefined
  readonly since: Since | undefined
  readonly elapsedSeconds: number | undefined
  readonly states: readonly GateState[]
  readonly requests: Measurement
  readonly decision: Decision
  /** What an operator should know besides. */
  readonly notes: readonly string[]
}

const withoutPrometheus = (atMs: number): Reading => {
  const unknown = 'no Prometheus is configured: set PROMETHEUS_URL'
  return { atMs, requests: { unknown }, gates: {} }
}

const readings = ({ prometheus, settings }: Rollout, nowMs: number): Promise<Reading[]> =>
  prometheus === undefined
    ? Promise.resolve([withoutPrometheus(nowMs)])
    : readGates(prometheus, nowMs, { ...settings, count: settings.readingsToRollBack })

const readFlag = async ({ launchDarkly }: Rollout): Promise<SeenFlag | RolloutError> => {
  try {
    return await launchDarkly.readFlag()
  } catch (error) {
    return error instanceof RolloutError ? error : new RolloutError(exitCodes.failed, sentenceOf(error))
  }
}

/** Without the flag the gates can still say "back": better one switch too many than one too few. */
const decideBlind = (states: readonly GateState[], fault: RolloutError): Decision => {
  const firing = states.filter(rollsBack).map(({ gate }) => `${gate.title} is over its line`)
  return firing.length > 0
    ? { action: 'roll_back', reasons: [...firing, fault.message] }
    : { action: 'hold', reasons: [fault.message] }
}

export const look = async (rollout: Rollout): Promise<Look> => {
  const { launchDarkly, settings, nowMs } = rollout
  const atMs = nowMs()
  const [seen, trail, read] = await Promise.all([
    readFlag(rollout),
    launchDarkly.readTrail().catch((error: unknown) => sentenceOf(error)),
    readings(rollout, atMs),
  ])
  const flag = seen instanceof RolloutError ? undefined : seen
  const fault = seen instanceof RolloutError ? seen : undefined
  const since =
    flag === undefined || typeof trail === 'string'
      ? undefined
      : standsSince(trail, flag.on ? flag.percent : 0, flag.lastModifiedMs)
  const elapsedSeconds = since && Math.max(0, (atMs - since.atMs) / 1_000)
  const states = judge(read, { ...settings, sinceMs: since?.atMs })
  const decision =
    flag === undefined
      ? decideBlind(states, fault as RolloutError)
      : decide({ ...flag, elapsedSeconds }, states, settings.phases)
  const notes = [
    ...(flag?.warnings ?? []),
    ...(since?.by === 'hand' && flag?.on
      ? ['somebody changed the flag by hand: the phase counts from then']
      : []),
    ...(typeof trail === 'string' && flag !== undefined ? [`the audit log can't be read: ${trail}`] : []),
  ]
  return {
    atMs,
    flag,
    fault,
    since,
    elapsedSeconds,
    states,
    requests: read[0]?.requests ?? { unknown: 'it was not read' },
    decision,
    notes,
  }
}

/** For verbs that can do nothing without the flag. */
export const lookAtFlag = async (rollout: Rollout): Promise<Look & { readonly flag: SeenFlag }> => {
  const seen = await look(rollout)
  if (seen.flag === undefined) throw seen.fault
  return { ...seen, flag: seen.flag }
}
