/** What the import is told on the command line. */
import { parseArgs } from 'node:util'
import { CommandError } from '../command-error.ts'

export const usage = `Usage: npm run movements:import -- FILE [OPTIONS]

Reads a JSON file in the format of free-exercise-db and begins a movement draft for every entry whose names are not
known yet. Nothing enters the library by it: curators complete, review and publish the drafts. Running it again
changes nothing.
  --dry-run    say what would happen, and write nothing
  --author ID  who the drafts are by (default movements-import); that user can't approve them
  --json       the report as JSON, with every skipped entry
  --help       this text

The database is DATABASE_URL (default pglite:./data/pglite), on the schema of this release (npm run migrate).
Exit codes: 0 done, 1 the database or anything else failed, 2 wrong usage, 3 the file can't be read or is not in the
format, 4 done, but for entries that could not be used.`

export const exitCodes = { done: 0, failed: 1, usage: 2, file: 3, unusable: 4 } as const

export interface ImportOptions {
  readonly file: string
  readonly dryRun: boolean
  readonly author: string
  readonly json: boolean
}

const misused = (message: string): CommandError => new CommandError(exitCodes.usage, `${message}\n\n${usage}`)

const parse = (words: string[]) => {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        author: { type: 'string', default: 'movements-import' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw misused((error as Error).message)
  }
}

/** Undefined when help is asked for. Throws an CommandError for anything that is not in the usage. */
export const readOptions = (words: string[]): ImportOptions | undefined => {
  const { values, positionals } = parse(words)
  if (values.help) return undefined
  const [file, ...others] = positionals
  if (file === undefined) throw misused('FILE: found nothing, expected the path of a JSON file')
  if (others.length > 0) throw misused(`FILE: found ${positionals.length} of them, expected one`)
  // As a token's subject, which it is compared with.
  if (!/^[^\p{Cc}\p{Cs}]{1,256}$/u.test(values.author)) {
    throw misused('--author: expected 1 to 256 characters without control characters')
  }
  return { file, dryRun: values['dry-run'], author: values.author, json: values.json }
}
