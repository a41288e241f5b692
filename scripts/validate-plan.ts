/** `npm run validate:plan -- FILE…`: whether the service would take these plan documents, and if not, where and why. */
import { parseArgs } from 'node:util'
import { checkFile, type FileReport } from './validate-plan/check-file.ts'

const usage = `Usage: planning-engine-validate-plan FILE… [--json]

Checks plan documents as the service does, without one: shape and bounds (schemas/plan.schema.json), the rules that
need more than one field, the vocabulary, and the amendment against its plan. Movements are those of the release.
  --json  the report as JSON: [{ file, valid, faults: [{ path, message }] }], path a JSON Pointer
  --help  this text

Exit codes: 0 every file is valid, 1 one is not or can't be read, 2 wrong usage.`

const exitCodes = { valid: 0, faults: 1, usage: 2 } as const

const linesOf = ({ file, valid, faults }: FileReport): string[] =>
  valid
    ? [`${file}: valid`]
    : [
        `${file}: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
        ...faults.map(({ path, message }) => `  ${path || '(the whole document)'}  ${message}`),
      ]

/** Undefined for a command line that is not in the usage, once that is said. */
const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    return undefined
  }
}

const run = async (): Promise<number> => {
  const options = readOptions()
  if (!options) return exitCodes.usage
  const { values, positionals: files } = options
  if (values.help) {
    console.log(usage)
    return exitCodes.valid
  }
  if (files.length === 0) {
    console.error(`FILE: found nothing, expected the path of a plan document\n\n${usage}`)
    return exitCodes.usage
  }
  const reports = await Promise.all(files.map(checkFile))
  console.log(values.json ? JSON.stringify(reports, null, 2) : reports.flatMap(linesOf).join('\n'))
  return reports.every(({ valid }) => valid) ? exitCodes.valid : exitCodes.faults
}

process.exitCode = await run()
