/** What the rollout command is told on the command line. */
import { parseArgs } from 'node:util'
import { gates, gatesWithoutCluster } from '../../rollout/core/gates.ts'
import { defaultPhases, type Phase } from '../../rollout/core/phases.ts'
import type { RolloutSettings } from '../../rollout/rollout.ts'
import { exitCodes, RolloutError } from '../../rollout/rollout-error.ts'
import { type Verb, verbs } from './usage.ts'

export interface RolloutOptions {
  readonly verb: Verb
  readonly settings: RolloutSettings
  readonly flagKey: string
  readonly json: boolean
  readonly promote: boolean
  readonly once: boolean
  readonly forever: boolean
  readonly reportEverySeconds: number
  readonly output?: string | undefined
  readonly webhook: boolean
}

const misused = (message: string): RolloutError =>
  new RolloutError(exitCodes.usage, `${message}\nTry npm run rollout -- --help`)

const text = { type: 'string' } as const
const toggle = { type: 'boolean', default: false } as const

const optionsOf = {
  'dry-run': toggle,
  reason: text,
  promote: toggle,
  once: toggle,
  forever: toggle,
  'report-every': { type: 'string', default: '1h' },
  output: text,
  webhook: toggle,
  phases: text,
  interval: { type: 'string', default: '60s' },
  window: { type: 'string', default: '5m' },
  readings: { type: 'string', default: '2' },
  'min-requests': { type: 'string', default: '20' },
  namespace: text,
  'no-cluster-gates': toggle,
  flag: { type: 'string', default: 'feature.stream5_time_crunch_mode' },
  json: toggle,
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Options that only some verbs understand: misplaced, they would be silently without effect. */
const belongsTo: Record<string, readonly Verb[]> = {
  'dry-run': ['start', 'promote', 'rollback', 'pause', 'resume', 'watch'],
  reason: ['start', 'promote', 'rollback', 'pause', 'resume', 'watch'],
  promote: ['watch'],
  once: ['watch'],
  forever: ['watch'],
  output: ['report'],
  webhook: ['report'],
}

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: optionsOf })
  } catch (error) {
    throw misused((error as Error).message)
  }
}

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 }

const secondsOf = (name: string, written: string, least = 1): number => {
  const [, amount = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(written) ?? []
  const seconds = Number(amount) * (unitSeconds[unit] ?? Number.NaN)
  if (amount !== '' && seconds >= least) return seconds
  throw misused(`--${name}: found ${JSON.stringify(written)}, expected a time such as 90s, 5m, 4h or 1d`)
}

const countOf = (name: string, written: string, least: number, most: number): number => {
  const count = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN
  if (count >= least && count <= most) return count
  throw misused(`--${name}: found ${JSON.stringify(written)}, expected a number from ${least} to ${most}`)
}

/** "10:4h,100:1d"; the shares rise, and the last is everybody. */
const phasesOf = (written: string | undefined): readonly Phase[] => {
  if (written === undefined) return defaultPhases
  const phases = written.split(',').map((part, index): Phase => {
    const [share = '', time = '', ...rest] = part.trim().split(':')
    const percent = /^\d{1,3}(\.\d{1,3})?$/.test(share) && rest.length === 0 ? Number(share) : Number.NaN
    if (!(percent > 0 && percent <= 100)) {
      throw misused(`--phases: found ${JSON.stringify(part)}, expected a share and a time such as 10:4h`)
    }
    return { number: index + 1, percent, dwellSeconds: secondsOf('phases', time, 0) }
  })
  const rises = phases.every(({ percent }, index) => percent > (phases[index - 1]?.percent ?? 0))
  if (rises && phases.at(-1)?.percent === 100) return phases
  throw misused(`--phases: found ${JSON.stringify(written)}, expected shares that rise to 100`)
}

const verbOf = ([word, ...others]: readonly string[], given: readonly string[]): Verb => {
  const verb = verbs.find((known) => known === word)
  if (verb === undefined) {
    throw misused(
      `VERB: found ${word === undefined ? 'nothing' : JSON.stringify(word)}, expected one of ${verbs.join(', ')}`,
    )
  }
  if (others.length > 0) throw misused(`found ${JSON.stringify(others[0])} after ${verb}, expected nothing`)
  const stray = given.find((name) => belongsTo[name]?.includes(verb) === false)
  if (stray !== undefined) throw misused(`--${stray} means nothing to ${verb}`)
  return verb
}

/** Undefined when help is asked for. Throws a RolloutError for anything that is not in the usage. */
export const readOptions = (words: readonly string[]): RolloutOptions | undefined => {
  const { values, positionals } = parse(words)
  if (values.help) return undefined
  const given = Object.entries(values).flatMap(([name, value]) => (value === false ? [] : [name]))
  const verb = verbOf(positionals, given)
  if (values.once && values.forever) throw misused('--once and --forever: expected one of the two')
  return {
    verb,
    settings: {
      phases: phasesOf(values.phases),
      gates: values['no-cluster-gates'] ? gatesWithoutCluster : gates,
      windowSeconds: secondsOf('window', values.window),
      intervalSeconds: secondsOf('interval', values.interval),
      readingsToRollBack: countOf('readings', values.readings, 1, 10),
      fewestRequests: countOf('min-requests', values['min-requests'], 1, 1_000_000),
      namespace: values.namespace,
      dryRun: values['dry-run'],
      reason: values.reason,
    },
    flagKey: values.flag,
    json: values.json,
    promote: values.promote,
    once: values.once,
    forever: values.forever,
    reportEverySeconds: secondsOf('report-every', values['report-every']),
    output: values.output,
    webhook: values.webhook,
  }
}
