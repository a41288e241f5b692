/** `npm run bench`: what things cost here, as ratios within one run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchGenerator } from './generator.ts'
import { benchMovements } from './movements.ts'
import { benchService } from './service.ts'
import { benchSolver, writeSolverReport } from './solver.ts'

const parts = ['solver', 'generator', 'movements', 'service'] as const
type Part = (typeof parts)[number]

const help = `npm run bench -- [part …] [--quick] [--write] [--database URL]

  parts       ${parts.join(', ')} (default: all)
  --quick     a fifth of the instances, plans and rounds
  --write     also write JSON and SVG under docs/benchmarks
  --database  PostgreSQL for the parts movements and service (default: the local one)
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

const folder = new URL('../docs/benchmarks', import.meta.url).pathname
const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const isPart = (name: string): name is Part => (parts as readonly string[]).includes(name)

const run: Record<Part, () => Promise<void>> = {
  async solver() {
    const result = await benchSolver(values.quick, say)
    if (values.write) writeSolverReport(folder, result)
  },
  async generator() {
    const result = benchGenerator(values.quick, say)
    if (!values.write) return
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/generator.json`, `${JSON.stringify(result, null, 2)}\n`)
  },
  async movements() {
    const result = await benchMovements(values.database, values.quick, say)
    if (!values.write) return
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/movements.json`, `${JSON.stringify(result, null, 2)}\n`)
  },
  async service() {
    const result = await benchService(values.database, say)
    if (!values.write) return
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/service.json`, `${JSON.stringify(result, null, 2)}\n`)
  },
}

if (values.help) {
  process.stdout.write(help)
} else {
  const unknown = positionals.find((name) => !isPart(name))
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"; see --help`)
  for (const part of positionals.length === 0 ? parts : positionals.filter(isPart)) await run[part]()
}
