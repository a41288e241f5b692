/** `npm run capacity`: writes docs/capacity.md; with --users N it prints the table for that many instead. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { capacityFile, capacityOf, capacityPage, capacityTable } from './capacity/page.ts'

const usage = `Usage: npm run capacity [-- --users N]

Writes ${capacityFile} from the measurements in docs/benchmarks/service.json (npm run bench -- service --write).
  --users N  users that are active in the busiest hour: prints what they need, and writes nothing
  --help     this text`

try {
  const { users, help } = parseArgs({
    options: { users: { type: 'string' }, help: { type: 'boolean', default: false } },
  }).values
  if (help) console.log(usage)
  else if (users === undefined) {
    await writeFile(new URL(`../${capacityFile}`, import.meta.url), capacityPage())
    console.log(`wrote ${capacityFile}`)
  } else if (/^[1-9]\d{0,9}$/.test(users)) console.log(capacityTable([capacityOf(Number(users))]))
  else throw new Error(`--users: found ${JSON.stringify(users)}, expected a number from 1`)
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`)
  process.exitCode = 2
}
