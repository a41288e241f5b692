/** redocly's word on a contract, by the rules of `redocly.yaml`. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const command = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')

export interface LintProblem {
  readonly rule: string
  /** JSON Pointer into the contract. */
  readonly pointer: string
  readonly message: string
}

interface Report {
  readonly problems: {
    readonly ruleId: string
    readonly message: string
    readonly location: { readonly pointer?: string }[]
  }[]
}

export const lintContract = (file = 'openapi.json'): LintProblem[] => {
  const { stdout, stderr } = spawnSync(process.execPath, [command, 'lint', file, '--format=json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Nothing is sent anywhere, and nobody is asked for a newer version.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  let report: Report
  try {
    report = JSON.parse(stdout)
  } catch {
    throw new Error(`redocly did not answer: ${stderr.trim()}`)
  }
  return report.problems.map(({ ruleId, message, location }) => ({
    rule: ruleId,
    pointer: location[0]?.pointer ?? '',
    message,
  }))
}
