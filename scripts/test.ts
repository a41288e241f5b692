/**
 * `npm test`: types, lint, architecture, then every test. The last line is `N passed, N failed`, alone; it counts the
 * assertions that tap reports, and each of the other stages as one.
 */
import { spawn } from 'node:child_process'
import { postgresAnswers } from '../test/database.ts'
import { runTests, type Tally } from './run-tests.ts'

const exitCodeOf = (command: string, options: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', command, ...options], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })

const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1_000).toFixed(1)} s`

const runStage = async (name: string, command: string, options: string[]): Promise<Tally> => {
  const startedMs = performance.now()
  console.log(`${name} …`)
  const code = await exitCodeOf(command, options)
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'} (${seconds(startedMs)})`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const database = (await postgresAnswers())
  ? 'PostgreSQL, a database of its own for each file'
  : 'embedded (PGlite)'
const tallies = [
  await runStage('client', 'tsx', ['scripts/client.ts']),
  await runStage('types', 'tsc', ['--noEmit']),
  await runStage('console types', 'tsc', ['-p', 'console']),
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
tallies.push(await runTests([], console.log))

const sum = (pick: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + pick(tally), 0)
const failed = sum((tally) => tally.failed)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${sum((tally) => tally.passed)} passed, ${failed} failed`)
