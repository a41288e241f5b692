/** The command as other repositories' CI runs it: many files, a path for every fault, an exit code. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { exercise, plan } from '../domain/plan/build-plan.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const run = (command: string, words: string[], folder = root): Promise<Run> =>
  new Promise((resolve) => {
    execFile(command, words, { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })

const validate = (...words: string[]): Promise<Run> =>
  run(process.execPath, ['bin/validate-plan.js', ...words])

const folderFor = async (t: Test): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'validate-plan-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const write = async (folder: string, name: string, content: unknown): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

t.test('0: every file is valid; a byte order mark is no fault', async (t) => {
  const folder = await folderFor(t)
  const one = await write(folder, 'one.json', plan([exercise()]))
  const two = await write(folder, 'two.json', `\uFEFF${JSON.stringify(plan([]))}`)
  const { code, stdout, stderr } = await validate(one, two)
  t.equal(code, 0, stderr)
  t.equal(stdout, `${one}: valid\n${two}: valid\n`)
})

t.test('1: a line for every fault, and files that are no plan', async (t) => {
  const folder = await folderFor(t)
  const good = await write(folder, 'good.json', plan([exercise()]))
  const bad = await write(folder, 'bad.json', plan([exercise({ reps: 0, equipment: 'sled' })]))
  const torn = await write(folder, 'torn.json', '{ "name": ')
  const large = await write(folder, 'large.json', ' '.repeat(1024 * 1024 + 1))
  const files = [good, bad, torn, large, folder, join(folder, 'none.json')]

  const spoken = await validate(...files)
  t.equal(spoken.code, 1)
  t.match(spoken.stdout, `${good}: valid\n${bad}: 2 faults\n  /microcycles/0/sessions/0/exercises/0/`)
  t.match(spoken.stdout, /torn\.json: 1 fault\n {2}\(the whole document\) {2}is no JSON/)
  t.match(spoken.stdout, /large\.json: 1 fault\n.*has 1048577 bytes; at most 1048576 are allowed/)
  t.match(spoken.stdout, /is a folder\n.*none\.json: 1 fault\n.*there is no such file/)

  const { code, stdout } = await validate('--json', ...files)
  t.equal(code, 1)
  const reports = JSON.parse(stdout)
  t.strictSame(
    reports.map(({ file, valid }: { file: string; valid: boolean }) => [file, valid]),
    files.map((file) => [file, file === good]),
  )
  t.match(reports[1].faults, [{ path: /\/equipment$|\/reps$/ }, { path: /\/equipment$|\/reps$/ }])
})

t.test('2: usage', async (t) => {
  t.match(await validate('--help'), { code: 0, stdout: /^Usage: .*Exit codes/s, stderr: '' })
  t.match(await validate(), { code: 2, stdout: '', stderr: /FILE: found nothing.*Usage/s })
  t.match(await validate('--nope', 'a.json'), { code: 2, stdout: '', stderr: /--nope.*Usage/s })
})

t.test('what npm packs is enough to run it, from inside somebody’s node_modules', async (t) => {
  const folder = await folderFor(t)
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder])
  t.equal(packed.code, 0, packed.stderr)
  const installed = join(folder, 'node_modules', 'planning-engine')
  await mkdir(installed, { recursive: true })
  const archive = join(folder, packed.stdout.trim())
  t.equal((await run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1'])).code, 0)
  await symlink(join(root, 'node_modules'), join(installed, 'node_modules'))
  const file = await write(folder, 'plan.json', plan([exercise()]))
  const { code, stdout, stderr } = await run(
    process.execPath,
    [join(installed, 'bin/validate-plan.js'), file],
    folder,
  )
  t.equal(code, 0, stderr)
  t.equal(stdout, `${file}: valid\n`)
})
