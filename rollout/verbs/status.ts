/** `status` and `report`: what is, as a table, as data, or as the hourly update. */
import { reportMarkdown } from '../core/report.ts'
import { type Status, statusLines } from '../core/status-lines.ts'
import { readActiveUsers } from '../prometheus/read-gates.ts'
import type { Result, Rollout } from '../rollout.ts'
import { exitCodes } from '../rollout-error.ts'
import type { Look } from './look.ts'
import { lookAtFlag } from './look.ts'

export const statusData = ({ flag, since, elapsedSeconds, states, requests, decision, notes }: Look) => ({
  on: flag?.on ?? null,
  percent: flag?.percent ?? null,
  paused: flag?.paused ?? null,
  since: since ? { at: new Date(since.atMs).toISOString(), by: since.by } : null,
  elapsedSeconds: elapsedSeconds ?? null,
  requests: 'unknown' in requests ? null : requests.value,
  gates: states.map(({ gate, measurement, verdict, triggers, triggersNeeded }) => ({
    gate: gate.id,
    ...('unknown' in measurement ? { value: null, why: measurement.unknown } : { value: measurement.value }),
    verdict,
    triggers,
    triggersNeeded,
  })),
  action: decision.action,
  next: decision.action === 'promote' ? decision.next.percent : null,
  reasons: decision.reasons,
  notes,
})

const statusOf = ({ flag, ...seen }: Awaited<ReturnType<typeof lookAtFlag>>): Status => ({ ...seen, ...flag })

export const status = async (rollout: Rollout): Promise<Result> => {
  const seen = await lookAtFlag(rollout)
  const { project, environment, flagKey } = rollout.launchDarkly.place
  const where = `${flagKey} in ${project}/${environment}`
  return {
    exitCode: exitCodes.done,
    lines: statusLines(statusOf(seen), rollout.settings.phases, where),
    data: statusData(seen),
  }
}

export const report = async (rollout: Rollout): Promise<string> => {
  const { prometheus, nowMs, settings } = rollout
  const [seen, users] = await Promise.all([
    lookAtFlag(rollout),
    prometheus ? readActiveUsers(prometheus, nowMs(), settings) : { unknown: 'no Prometheus is configured' },
  ])
  return reportMarkdown(statusOf(seen), users, settings.phases)
}
