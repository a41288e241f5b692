/**
 * `npm test`: types, lint, architecture, then every test. The last line is `N passed, N failed`, alone; it counts the
 * assertions that tap reports, and each of the other stages as one.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { postgresAnswers } from '../test/database.ts'

interface Tally {
  passed: number
  failed: number
}

const launch = (command: string, options: string[], output: 'inherit' | 'pipe') =>
  spawn('npx', ['--no-install', command, ...options], { stdio: ['ignore', output, 'inherit'] })

const exitCodeOf = (child: ReturnType<typeof launch>): Promise<number> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })

const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1_000).toFixed(1)} s`

const runStage = async (name: string, command: string, options: string[]): Promise<Tally> => {
  const startedMs = performance.now()
  console.log(`${name} …`)
  const code = await exitCodeOf(launch(command, options, 'inherit'))
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'} (${seconds(startedMs)})`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** tap's own count at the end of its output: `# { total: 12, pass: 11, fail: 1 }`. */
const countForm = /^# \{ total: \d+(?<rest>.*) \}$/
const countOf = (rest: string, word: string): number =>
  Number(new RegExp(`\\b${word}: (\\d+)`).exec(rest)?.[1] ?? 0)

/** Shows one line a test file, and of a file that failed everything it said. */
const runTests = async (): Promise<Tally> => {
  const child = launch('tap', ['--reporter=tap'], 'pipe')
  const exited = exitCodeOf(child)
  let said: string[] = []
  let tally: Tally | undefined
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const count = countForm.exec(line)?.groups?.rest
      if (count !== undefined) tally = { passed: countOf(count, 'pass'), failed: countOf(count, 'fail') }
      if (/^(not )?ok \d+ - /.test(line)) {
        console.log(line.startsWith('ok') ? line : [...said, line].join('\n'))
        said = []
      } else said.push(line)
    }
  }
  const code = await exited
  if (tally === undefined) return { passed: 0, failed: 1 }
  // A file that timed out or ended early fails without a failed assertion.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

const database = (await postgresAnswers())
  ? 'PostgreSQL, a database of its own for each file'
  : 'embedded (PGlite)'
const tallies = [
  await runStage('types', 'tsc', ['--noEmit']),
  await runStage('lint', 'biome', ['check', '--error-on-warnings', '.']),
  await runStage('architecture', 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    '.',
  ]),
]
// A fresh clone's first tap run builds tap's plugins but goes on without what it built.
tallies.push(await runStage('test runner', 'tap', ['build']))
console.log(`tests, database: ${database} …`)
tallies.push(await runTests())

const sum = (pick: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + pick(tally), 0)
const failed = sum((tally) => tally.failed)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${sum((tally) => tally.passed)} passed, ${failed} failed`)
