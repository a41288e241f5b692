/**
 * `npm run check:deploy [-- STAGE…]`: everything that makes this ready for a cluster, from a clean clone (`npm ci`
 * before it). A selection of `npm test`, which is how `.ci/run` runs it. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Stage, stages } from './check-deploy/stages.ts'
import { runTests } from './run-tests.ts'

const names = stages.map(({ name }) => name)

const usage = `Usage: npm run check:deploy [-- STAGE…]

${stages.map(({ name, about }) => `  ${name.padEnd(10)}  ${about}`).join('\n')}

Without a stage all of them. Exit codes: 0 all passed, 1 something failed, 2 wrong usage.`

const chosen = (wanted: readonly string[]): readonly Stage[] => {
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`there is no stage ${JSON.stringify(unknown)}`)
  return wanted.length === 0 ? stages : stages.filter(({ name }) => wanted.includes(name))
}

const runAll = async (wanted: readonly Stage[]): Promise<number> => {
  // A fresh clone's first tap run builds tap's plugins but goes on without what it built.
  if (!existsSync('.tap/plugins')) spawnSync('npx', ['--no-install', 'tap', 'build'], { stdio: 'ignore' })
  let passed = 0
  let failed = 0
  for (const [index, stage] of wanted.entries()) {
    const startedMs = performance.now()
    console.log(`[${index + 1}/${wanted.length}] ${stage.name}: ${stage.about} …`)
    const tally = await runTests(stage.tests, (line) => console.log(line))
    passed += tally.passed
    failed += tally.failed
    const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1)
    const result = tally.failed === 0 ? 'ok' : `${tally.failed} failed`
    console.log(
      `[${index + 1}/${wanted.length}] ${stage.name}: ${result}, ${tally.passed} passed (${seconds} s)`,
    )
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

const run = async (): Promise<number> => {
  let wanted: readonly Stage[]
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', default: false } },
    })
    if (values.help) {
      console.log(usage)
      return 0
    }
    wanted = chosen(positionals)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
  return runAll(wanted)
}

process.exitCode = await run()
