/** Programmes as coaches write them, from beside the project; none where they are not. */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../../shared/data/plans/', import.meta.url)

export const sharedPlans = async (): Promise<{ file: string; document: unknown }[]> => {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json')).map((name) => new URL(name, folder))
  return Promise.all(
    files.map(async (file) => ({
      file: fileURLToPath(file),
      document: JSON.parse(await readFile(file, 'utf8')),
    })),
  )
}
