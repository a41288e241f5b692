/** Calls Helm on this project's chart. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toolPath } from './tools.ts'

export interface Called {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export const chartFolder = fileURLToPath(new URL('../../helm/planning-engine/', import.meta.url))

export const readChartFile = (name: string): string => readFileSync(`${chartFolder}${name}`, 'utf8')

const none = '/nonexistent'

/** Offline: nothing of the user's own Helm or cluster comes in. */
export const helm = (options: readonly string[], input = ''): Called => {
  const { status, stdout, stderr } = spawnSync(toolPath('helm'), options, {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env.PATH, HELM_CACHE_HOME: none, HELM_CONFIG_HOME: none, HELM_DATA_HOME: none },
  })
  return { status, out: stdout, err: stderr }
}

export interface Rendering {
  /** Further values files, in order; paths inside the chart, or anywhere. */
  readonly files?: readonly string[]
  /** Values, as data; they win over files. */
  readonly values?: object
  readonly release?: string
  readonly namespace?: string
  readonly options?: readonly string[]
}

/** `helm template`: what these values would install. */
export const template = (rendering: Rendering = {}): Called => {
  const {
    files = [],
    values = {},
    release = 'planning-engine',
    namespace = 'default',
    options = [],
  } = rendering
  return helm(
    [
      'template',
      release,
      chartFolder,
      '--namespace',
      namespace,
      ...files.flatMap((file) => ['--values', file.startsWith('/') ? file : `${chartFolder}${file}`]),
      '--values',
      '-',
      ...options,
    ],
    JSON.stringify(values),
  )
}
