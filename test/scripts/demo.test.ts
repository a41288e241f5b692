/** The demo command as a newcomer runs it: a process of its own, the real service, nothing else needed. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { demoPlans } from '../../demo-plans/demo-plans.ts'
import { demoTargets } from '../../scripts/demo/preview-targets.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const demo = (...options: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts', ...options], {
      cwd: root,
      // A port or a database that happens to be configured here is no business of the demo's.
      env: { PATH: process.env.PATH, PORT: 'nonsense', DATABASE_URL: 'nonsense' },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })

t.test('every plan at every target, and exit 0', async (t) => {
  const { code, out, err } = await demo()
  t.equal(code, 0)
  t.equal(err, '')
  for (const { document } of demoPlans) {
    t.ok(out.includes(`━━ ${document.name} ━`), document.name)
    for (const { name } of document.microcycles[0]?.sessions ?? []) t.ok(out.includes(`\n${name}, `), name)
  }
  for (const target of demoTargets) {
    const rows = out.match(new RegExp(`^ *${target} min +.*(compressed|unchanged|unmet) `, 'gm'))
    t.equal(rows?.length, demoPlans.length, `${target} minutes`)
  }
  for (const tag of ['stays', 'dropped', 'trimmed', 'paired', 'rest cut']) {
    t.match(out, new RegExp(`^  ${tag} +\\S`, 'm'))
  }
  t.match(out, /; comes back at \d+\s+minutes\./)
  t.match(out, /retained \(model\) {2}size █/)
  t.match(out, new RegExp(`^${demoPlans.length * demoTargets.length} answers, `, 'm'))
  t.notMatch(out, '\u001b', 'no colour codes where nobody sees colours')
  t.strictSame(
    out.split('\n').filter((line) => line.length > 80),
    [],
    'at most 80 columns',
  )

  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const [, excerpt = ''] = /^```text\n(.*?)^```$/ms.exec(readme) ?? []
  const parts = excerpt.split('…\n').map((part) => part.trimEnd())
  t.equal(parts.length, 2)
  for (const part of parts) t.ok(out.includes(part), 'the README shows what is printed')
})

t.test('one plan, at a target that it can’t meet', async (t) => {
  const { code, out } = await demo('--plan', 'upper-lower', '--target', '16')
  t.equal(code, 0)
  t.match(out, /Session by session, with 16 minutes each/)
  t.match(out, /^ 16 min .*1 of 4 unmet/m, 'the target is in the table too')
  t.match(out, /^ {2}unmet +59 s too long, held by: A1/m)
  t.notMatch(out, 'Home dumbbells')
})

t.test('what it does not understand: exit 1 and one line', async (t) => {
  const { code, out, err } = await demo('--plan', 'nope')
  t.equal(code, 1)
  t.equal(err, 'The demo failed: --plan: found "nope", expected one of barbell, dumbbell, upper-lower\n')
  t.equal(out, '')
})
