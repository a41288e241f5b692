/** tap on some folders: a line a test file as it ends, and of a file that failed everything it said. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** tap's own count at the end: `# { total: 12, pass: 11, fail: 1 }`. */
const countForm = /^# \{ total: \d+(?<rest>.*) \}$/
const countOf = (rest: string, word: string): number =>
  Number(new RegExp(`\\b${word}: (\\d+)`).exec(rest)?.[1] ?? 0)

/** Inside a test of tap's (this one has some) it would report to that, and say nothing here. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(_?TAP|_TAPJS)/.test(name)),
)

const patternOf = (path: string): string => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)

/** `tests` are folders, or single files. */
export const runTests = async (tests: readonly string[], say: (line: string) => void): Promise<Tally> => {
  const words = ['--no-install', 'tap', '--reporter=tap', ...tests.map(patternOf)]
  const child = spawn('npx', words, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
  let said: string[] = []
  let tally: Tally | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    const count = countForm.exec(line)?.groups?.rest
    if (count !== undefined) tally = { passed: countOf(count, 'pass'), failed: countOf(count, 'fail') }
    if (/^(not )?ok \d+ - /.test(line)) {
      say(`  ${line.startsWith('ok') ? line : [...said, line].join('\n')}`)
      said = []
    } else said.push(line)
  }
  const code = await ended
  // Nothing to run, a file that timed out or ended early: no failed assertion, and yet no pass.
  if (tally === undefined || tally.passed + tally.failed === 0) return { passed: 0, failed: 1 }
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
