/** The workflows as text and as data, read strictly: a key twice, or a tab, is an error. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'

export interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

export interface Job {
  readonly 'runs-on': string
  readonly 'timeout-minutes'?: number
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown[]>> }
  readonly services?: Readonly<Record<string, { readonly image: string }>>
  readonly steps: readonly Step[]
}

export interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string }
  readonly jobs: Readonly<Record<string, Job>>
}

export const root = new URL('../../', import.meta.url)
export const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: whatever the file holds
export const readYaml = (path: string): any => {
  const document = parseDocument(readText(path), { strict: true, uniqueKeys: true })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault) throw fault
  return document.toJS()
}

const folder = '.github/workflows/'

export const workflows: readonly {
  readonly file: string
  readonly text: string
  readonly workflow: Workflow
}[] = readdirSync(new URL(folder, root)).map((name) => {
  const file = `${folder}${name}`
  return { file, text: readText(file), workflow: readYaml(file) }
})

export const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps)
