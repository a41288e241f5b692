/**
 * Prometheus and promtool for the tests: those on PATH, else Debian's package `prometheus`, fetched once and unpacked
 * (not installed) into node_modules/.cache.
 */
import { execFile } from 'node:child_process'
import { access, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface PrometheusTools {
  readonly promtool: string
  readonly prometheus: string
}

const cache = fileURLToPath(new URL('../../node_modules/.cache/prometheus', import.meta.url))

const inFolder = async (folder: string): Promise<PrometheusTools | undefined> => {
  const tools = { promtool: join(folder, 'promtool'), prometheus: join(folder, 'prometheus') }
  try {
    await Promise.all(Object.values(tools).map((file) => access(file, constants.X_OK)))
    return tools
  } catch {
    return undefined
  }
}

const fetchPackage = async (folder: string): Promise<void> => {
  // As root, apt would change to a user who may not write here.
  const download = () =>
    run('apt-get', ['download', '-o', 'APT::Sandbox::User=root', 'prometheus'], { cwd: folder })
  await download().catch(async () => {
    // A new machine has no package lists yet.
    await run('apt-get', ['update'])
    await download()
  })
  const archive = (await readdir(folder)).find((name) => name.endsWith('.deb'))
  if (archive === undefined) throw new Error('apt-get download left no package')
  await run('dpkg-deb', ['-x', archive, 'package'], { cwd: folder })
}

const fetchTools = async (): Promise<void> => {
  await mkdir(join(cache, '..'), { recursive: true })
  const draft = await mkdtemp(`${cache}-`)
  try {
    await fetchPackage(draft)
    // Test files run side by side: whoever is first wins, and the others use that one.
    await rename(join(draft, 'package'), cache).catch(() => {})
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const find = async (): Promise<PrometheusTools | undefined> => {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), join(cache, 'usr/bin')]) {
    const tools = folder === '' ? undefined : await inFolder(folder)
    if (tools) return tools
  }
  return undefined
}

/** Throws, with what to do, where they are neither here nor to be had. */
export const prometheusTools = async (): Promise<PrometheusTools> => {
  let cause: unknown
  const tools =
    (await find()) ??
    (await fetchTools().then(find, (error: unknown) => {
      cause = error
      return undefined
    }))
  if (tools) return tools
  throw new Error(
    'These tests need Prometheus: put `prometheus` and `promtool` on PATH, or run where apt-get can download them',
    { cause },
  )
}

/** What promtool says, and whether it is content. Of files, their absolute paths; `input` goes to its standard input. */
export const promtool = async (
  options: readonly string[],
  input = '',
): Promise<{ ok: boolean; output: string }> => {
  const tools = await prometheusTools()
  const running = run(tools.promtool, [...options])
  running.child.stdin?.end(input)
  return running.then(
    ({ stdout, stderr }) => ({ ok: true, output: stdout + stderr }),
    ({ stdout, stderr }) => ({ ok: false, output: stdout + stderr }),
  )
}
