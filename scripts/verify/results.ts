/** What was found, as JSON for programs and as Markdown for people. */
import { spokenHours, spokenStrategy } from '../demo/words.ts'
import type { VerifiedPlan } from './read-plan.ts'
import { runFaults, type TargetResult } from './verify-targets.ts'

export interface Results {
  readonly url: string
  readonly planId: string
  readonly planName: string
  readonly planVersion: number
  readonly startedAt: string
  readonly passed: number
  readonly failed: number
  /** Of the run as a whole. */
  readonly faults: readonly string[]
  readonly targets: readonly TargetResult[]
}

export const resultsOf = (
  url: string,
  { id, name, version }: VerifiedPlan,
  startedAt: Date,
  targets: readonly TargetResult[],
): Results => {
  const passed = targets.filter(({ faults }) => faults.length === 0).length
  return {
    url,
    planId: id,
    planName: name,
    planVersion: version,
    startedAt: startedAt.toISOString(),
    passed,
    failed: targets.length - passed,
    faults: runFaults(targets),
    targets,
  }
}

export const isFaultless = ({ failed, faults }: Results): boolean => failed === 0 && faults.length === 0

/** 2025-10-22T16:01:39Z → "20251022-160139" */
export const stampOf = (startedAt: string): string =>
  startedAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')

const row = ({ targetMinutes, tookMs, answer, faults }: TargetResult): string => {
  const cells = answer
    ? [
        spokenHours(answer.compressedDurationSeconds),
        answer.meetsTimeConstraint ? 'yes' : 'no',
        spokenStrategy(answer.strategy),
        `${(answer.retained.size * 100).toFixed(1)} %`,
        `${(answer.retained.strength * 100).toFixed(1)} %`,
      ]
    : ['–', '–', '–', '–', '–']
  return `| ${[`${targetMinutes} min`, ...cells, `${tookMs} ms`, faults.length === 0 ? 'ok' : `${faults.length} faults`].join(' | ')} |`
}

export const resultsPage = (results: Results): string => {
  const { planName, planId, planVersion, url, startedAt, passed, targets } = results
  const faults = [
    ...results.faults,
    ...targets.flatMap(({ targetMinutes, faults: found }) =>
      found.map((fault) => `${targetMinutes} min: ${fault}`),
    ),
  ]
  return [
    '# Time Crunch Mode, verified',
    '',
    `${planName} (${planId}, version ${planVersion}) at ${url}, ${startedAt}: ${passed} of ${targets.length} targets without fault.`,
    '',
    '| Target | In total | Within time | Strategy | Size | Strength | Took | |',
    '|---|---|---|---|---|---|---|---|',
    ...targets.map(row),
    '',
    ...(faults.length === 0
      ? ['Every answer has the form of the schema, takes the time it says, and holds all articles.']
      : ['## Faults', '', ...faults.map((fault) => `- ${fault}`)]),
    '',
  ].join('\n')
}
