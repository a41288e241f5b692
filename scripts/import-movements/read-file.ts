/** The entries of an import file, or a plain word on why there are none. */
import { readFile, stat } from 'node:fs/promises'
import { readExerciseEntry } from '../../domain/curation/import/exercise-entry.ts'
import { CommandError } from '../command-error.ts'
import { exitCodes } from './options.ts'

/** The dataset has 1 MB; whatever is fifty times that is another file. */
const largestFileBytes = 50_000_000

const faulty = (file: string, what: string): CommandError =>
  new CommandError(exitCodes.file, `${file}: ${what}`)

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read',
  EISDIR: 'is a folder, not a file',
}

const readText = async (file: string): Promise<string> => {
  try {
    const { size } = await stat(file)
    if (size > largestFileBytes) throw faulty(file, `is larger than ${largestFileBytes} bytes`)
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof CommandError) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    throw faulty(file, reasons[code] ?? `can't be read (${code})`)
  }
}

const parseJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw faulty(file, `is not valid JSON: ${(error as Error).message}`)
  }
}

/** Single entries may be unusable; a file of nothing else is another format. */
export const readImportFile = async (file: string): Promise<readonly unknown[]> => {
  const value = parseJson(file, await readText(file))
  if (!Array.isArray(value))
    throw faulty(file, 'must be a JSON array of exercises, as free-exercise-db has it')
  if (value.length === 0) throw faulty(file, 'is an empty array; there is nothing to import')
  const read = value.map(readExerciseEntry)
  const [first] = read
  if (first && !first.ok && read.every(({ ok }) => !ok)) {
    throw faulty(
      file,
      `no entry is an exercise of free-exercise-db; of the first, ${first.faults.join('; ')}`,
    )
  }
  return value
}
