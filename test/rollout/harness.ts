/** What the rollout's tests share: both stand-ins, and the command as a process or as its verbs. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { gates } from '../../rollout/core/gates.ts'
import { defaultPhases } from '../../rollout/core/phases.ts'
import { createLaunchDarkly } from '../../rollout/launchdarkly/client.ts'
import { createPrometheus } from '../../rollout/prometheus/client.ts'
import type { Rollout, RolloutSettings } from '../../rollout/rollout.ts'
import { booleanFlag, type Flag } from '../stand-ins/launchdarkly/flag-table.ts'
import { type LaunchDarklyStandIn, startLaunchDarkly } from '../stand-ins/launchdarkly/launchdarkly.ts'
import { startPrometheus } from '../stand-ins/prometheus.ts'

export const flagKey = 'feature.stream5_time_crunch_mode'
const root = fileURLToPath(new URL('../../', import.meta.url))

/** The flag as it is before a launch: off, and `true` behind it for whoever switches it on without looking. */
export const unlaunched = (parts: Partial<Flag> = {}): Flag => booleanFlag(flagKey, { on: false, ...parts })

export const standIns = async (t: Test, flags: Flag[] = [unlaunched()]) => {
  const [launchDarkly, prometheus] = await Promise.all([startLaunchDarkly({ flags }), startPrometheus()])
  t.teardown(() => Promise.all([launchDarkly.close(), prometheus.close()]))
  return { launchDarkly, prometheus }
}

export interface VerbOptions {
  settings?: Partial<RolloutSettings>
  prometheusUrl?: string | undefined
  token?: string
  project?: string
  environment?: string
  flagKey?: string
  uri?: string
}

/** Notices are kept, waits are kept short. */
export const rolloutWith = (standIn: LaunchDarklyStandIn, options: VerbOptions = {}) => {
  const notices: string[] = []
  const waitsMs: number[] = []
  const sleep = async (ms: number) => {
    waitsMs.push(ms)
    await wait(Math.min(ms, 5))
  }
  const { rest } = standIn
  const rollout: Rollout = {
    launchDarkly: createLaunchDarkly({
      uri: options.uri ?? standIn.uri,
      token: options.token ?? rest.token,
      place: {
        project: options.project ?? rest.project,
        environment: options.environment ?? rest.environment,
        flagKey: options.flagKey ?? flagKey,
      },
      sleep,
      nowMs: Date.now,
      random: () => 0.5,
      timeoutMs: 2_000,
    }),
    prometheus:
      options.prometheusUrl === undefined ? undefined : createPrometheus({ url: options.prometheusUrl }),
    settings: {
      phases: defaultPhases.map((phase) => ({ ...phase, dwellSeconds: 0 })),
      gates,
      windowSeconds: 300,
      intervalSeconds: 60,
      readingsToRollBack: 2,
      fewestRequests: 20,
      dryRun: false,
      ...options.settings,
    },
    runId: 'a-run-of-tests',
    nowMs: Date.now,
    sleep,
    notify: async (text) => {
      notices.push(text)
    },
  }
  return { rollout, notices, waitsMs }
}

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly ended: Promise<Run>
}

export const startCommand = (t: Test, env: Record<string, string>, words: readonly string[]): Running => {
  const child = spawn(process.execPath, ['--import=tsx', 'scripts/rollout.ts', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.teardown(() => child.kill('SIGKILL'))
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part
  })
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  return { child, stdout: () => stdout, ended }
}

export const environmentFor = (
  { uri, rest }: LaunchDarklyStandIn,
  prometheusUrl?: string,
): Record<string, string> => ({
  LAUNCHDARKLY_API_URI: uri,
  LAUNCHDARKLY_API_TOKEN: rest.token,
  ...(prometheusUrl !== undefined && { PROMETHEUS_URL: prometheusUrl }),
})
