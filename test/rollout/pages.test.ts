/**
 * docs/runbooks/rollout.md and rollback.md, done from top to bottom: each command that a page shows an output for is run
 * in a shell against the real service and the stand-ins, and has to print that. And what the launch's page says of phases
 * and gates is what holds.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { groups } from '../../monitoring/rules/rules.ts'
import { gates, spokenLine } from '../../rollout/core/gates.ts'
import { defaultPhases } from '../../rollout/core/phases.ts'
import { timeCrunchFlag } from '../../routes/time-crunch/flag-gate.ts'
import { readOptions } from '../../scripts/rollout/options.ts'
import { tokenFor } from '../helper.ts'
import { queriesOf, recordOf, selectorsOf } from '../monitoring/promql.ts'
import { variationId } from '../stand-ins/launchdarkly/semantic-patch.ts'
import { environmentFor, standIns } from './harness.ts'
import { launchedService } from './launched-service.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (page: string): Promise<string> => readFile(join(root, 'docs', page), 'utf8')

interface Box {
  readonly command: string
  readonly expected: readonly string[]
}

const unindented = (block: string): string => block.replaceAll(/^ {2}/gm, '')

/** Commands with the output that follows them, and what lies between. */
const boxesOf = (page: string): Box[] =>
  [...page.matchAll(/^ *```sh\n((?:(?!```).)*?)^ *```\n+ *```text\n(.*?)^ *```$/gms)].map(
    ([, command = '', output = '']) => ({
      command: unindented(command).trim(),
      expected: unindented(output).trim().split('\n'),
    }),
  )

const squeezed = (text: string): string => text.replaceAll(/[^\S\n]+/g, ' ').replaceAll('\r', '')

/** The lines, in order; "…" stands for anything. */
const patternOf = (lines: readonly string[]): RegExp =>
  new RegExp(
    lines
      .map((line) =>
        squeezed(line.trim())
          .split('…')
          .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
          .join('.*'),
      )
      .join('[\\s\\S]*?'),
  )

const setting = async (t: Test) => {
  const { launchDarkly, prometheus } = await standIns(t)
  const service = await launchedService(t, launchDarkly, 40)
  const output = await mkdtemp(join(tmpdir(), 'runbook-'))
  t.teardown(() => rm(output, { recursive: true, force: true }))
  const env: Record<string, string> = {
    ...environmentFor(launchDarkly, prometheus.url),
    SERVICE_URL: service.address,
    PATH: process.env.PATH ?? '',
  }
  const run = async (command: string): Promise<string> => {
    const words = command
      .replaceAll('npm run rollout --', 'node --import=tsx scripts/rollout.ts')
      .replaceAll('npm run verify --', `node --import=tsx scripts/verify.ts --output ${output}`)
      .replaceAll('TRUE_ID', variationId(0))
      .replaceAll('FALSE_ID', variationId(1))
    const child = spawn('sh', ['-c', words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
    }
    await once(child, 'close')
    return text
  }
  const check = async (t: Test, page: string, prepare: (command: string) => Promise<void>) => {
    const boxes = boxesOf(page)
    for (const { command, expected } of boxes) {
      await prepare(command)
      const text = await run(command)
      t.match(squeezed(text), patternOf(expected), command)
      // What was changed has to reach the service before the next box looks.
      await wait(200)
    }
    return boxes.length
  }
  return { launchDarkly, service, env, run, check }
}

t.test('rolling out', async (t) => {
  const { launchDarkly, service, env, check } = await setting(t)
  const count = await check(t, await read('runbooks/rollout.md'), async (command) => {
    if (command.includes('npm run verify')) {
      // Somebody who is in.
      for (const athlete of service.athletes) {
        if ((await service.preview(athlete)).status !== 200) continue
        Object.assign(env, { PLAN_ID: athlete.planId, VERIFY_TOKEN: tokenFor(athlete.id) })
        break
      }
    }
    if (command.includes('rollout -- promote')) launchDarkly.rest.age(4 * 3_600_000)
  })
  t.equal(count, 16)
})

t.test('rolling back', async (t) => {
  const { run, check } = await setting(t)
  t.match(await run('npm run rollout -- start'), 'Started')
  const count = await check(t, await read('runbooks/rollback.md'), async (command) => {
    // The second way to do what is done already: from on again.
    if (command.startsWith('curl') && command.includes('turnFlagOff')) {
      t.match(await run('npm run rollout -- start'), 'Started')
    }
  })
  t.equal(count, 6)
})

/** As the usual renderers make them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )

for (const page of ['launch.md', 'runbooks/rollout.md', 'runbooks/rollback.md']) {
  t.test(`${page}: commands and links`, async (t) => {
    const text = await read(page)
    for (const [, words = ''] of text.matchAll(/npm run rollout -- (.+)$/gm)) {
      const [verb = '', ...options] = (words.match(/"[^"]*"|[^\s`;,.)]+/g) ?? []).map((word) =>
        word.replaceAll('"', ''),
      )
      if (text.includes('```') && /^[a-z]+$/.test(verb))
        t.doesNotThrow(() => readOptions([verb, ...options]), words)
    }
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? join(root, 'docs', page) : join(root, 'docs', page, '..', path)
      t.ok(await stat(file).catch(() => false), `${target} exists`)
      if (anchor) t.ok(anchorsOf(await readFile(file, 'utf8')).includes(anchor), `${target} is a heading`)
    }
  })
}

t.test('the queries of the way back ask for what the service exports or the rules record', async (t) => {
  const { launchDarkly } = await standIns(t)
  const { scrapeAddress } = await launchedService(t, launchDarkly, 0)
  const scrape = await (await fetch(`http://${scrapeAddress}/metrics`)).text()
  const recorded = groups.flatMap(({ rules }) => rules.map(recordOf))
  const queries = queriesOf(unindented(await read('runbooks/rollback.md')))
  t.equal(queries.length, 3)
  for (const { metric } of queries.flatMap(selectorsOf)) {
    t.ok(recorded.includes(metric) || scrape.includes(`\n${metric}{`), metric)
  }
})

t.test('the launch’s page: phases and gates as they are', async (t) => {
  const text = await read('launch.md')
  for (const { number, percent, dwellSeconds } of defaultPhases) {
    t.match(text, `| ${number} | ${percent} % | ${dwellSeconds / 3_600} h |`)
  }
  const table = /\| signal \|.*?\n\n/s.exec(text)?.[0] ?? ''
  const rows = table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
  t.equal(rows.length, gates.length)
  for (const [index, gate] of gates.entries()) {
    const [, , promote, rollBack] = rows[index] ?? []
    t.equal(promote, spokenLine(gate, gate.promote).replace('= ', ''), gate.title)
    t.equal(rollBack, gate.rollBack ? spokenLine(gate, gate.rollBack) : '', gate.title)
  }
})

t.test('the flag is the one that the service asks for', async (t) => {
  t.equal(readOptions(['plan'])?.flagKey, timeCrunchFlag)
})
