/** check:deploy is a selection of npm test: each stage has tests, none runs twice, and `.ci/run` runs them all. */
import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { parse } from 'yaml'
import { stages } from '../../../scripts/check-deploy/stages.ts'

const root = new URL('../../../', import.meta.url)
const files = (await readdir(new URL('test/', root), { recursive: true }))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
const filesOf = (paths: readonly string[]): string[] =>
  files.filter((file) => paths.some((path) => file === path || file.startsWith(`${path}/`)))

t.test('every stage has tests, and no test belongs to two', async (t) => {
  for (const { name, tests } of stages) {
    for (const path of tests) t.ok(filesOf([path]).length > 0, `${name}: ${path}`)
  }
  const all = stages.flatMap(({ tests }) => filesOf(tests))
  t.equal(new Set(all).size, all.length)
})

t.test('npm test runs what they run, and .ci/run runs npm test', async (t) => {
  t.strictSame(parse(await readFile(new URL('.taprc', root), 'utf8')).include, ['test/**/*.test.ts'])
  t.match(await readFile(new URL('.ci/run', root), 'utf8'), /^npm test$/m)
})

/** The command in a folder with the test files that are given, and nothing else of the project's. */
const command = async (
  t: Test,
  words: string[],
  testFiles: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'check-deploy-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  await symlink(fileURLToPath(new URL('node_modules', root)), join(folder, 'node_modules'))
  await copyFile(new URL('.taprc', root), join(folder, '.taprc'))
  // Built once for the tap that runs this; building it anew takes seconds.
  await cp(new URL('.tap/plugins', root), join(folder, '.tap/plugins'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  for (const [file, text] of Object.entries(testFiles)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `import t, { type Test } from 'tap'\n${text}\n`)
  }
  const script = fileURLToPath(new URL('scripts/check-deploy.ts', root))
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), script, ...words],
      { cwd: folder },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

const passes = "t.test('passes', async (t) => t.ok(true))"

t.test('0: progress, and a last line that counts', async (t) => {
  const { code, stdout, stderr } = await command(t, ['workflows', 'client'], {
    'test/client/deep/down/one.test.ts': passes,
    'test/workflows/two.test.ts': `${passes}\n${passes}`,
    'test/helm/three.test.ts': passes,
  })
  t.equal(code, 0, stderr)
  t.match(stdout, /^\[1\/2\] client: the typed client.*\n {2}ok 1 - test\/client\/deep\/down\/one\.test\.ts/)
  t.match(stdout, /\n\[2\/2\] workflows: ok, 2 passed \(\d+\.\d s\)\n3 passed, 0 failed\n$/)
})

t.test('1: what failed is shown; what ended early, or was never there, is no pass', async (t) => {
  const { code, stdout } = await command(t, ['client', 'schemas', 'capacity'], {
    'test/client/one.test.ts': `${passes}\nt.test('fails', async (t) => t.equal('one', 'other'))`,
    'test/schemas/one.test.ts': `${passes}\nt.teardown(() => process.exit(3))`,
  })
  t.equal(code, 1)
  t.match(stdout, /not ok 2 - fails/)
  t.match(stdout, /-other\n.*\+one/, 'and how')
  t.match(stdout, /client: 1 failed, 1 passed/)
  t.match(stdout, /schemas: 1 failed, \d passed/)
  t.match(stdout, /capacity: 1 failed, 0 passed/)
  t.match(stdout, /\n\d passed, 3 failed\n$/)
})

t.test('2: usage', async (t) => {
  const { stdout, code } = await command(t, ['--help'])
  t.equal(code, 0)
  for (const { name } of stages) t.match(stdout, name)
  t.match(await command(t, ['nothing']), { code: 2, stdout: '', stderr: /no stage "nothing".*Usage/s })
  t.match(await command(t, ['--nope']), { code: 2, stdout: '', stderr: /--nope.*Usage/s })
})
