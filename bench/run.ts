/** `npm run bench`: what things cost here, as ratios within one run. */
import { parseArgs } from 'node:util'
import { benchSolver, writeSolverReport } from './solver.ts'

const help = `npm run bench -- [part …] [--quick] [--write]

  parts     solver (default: all)
  --quick   a fifth of the instances
  --write   also write JSON and SVG under docs/benchmarks
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) {
  process.stdout.write(help)
} else {
  const parts = positionals.length === 0 ? ['solver'] : positionals
  const folder = new URL('../docs/benchmarks', import.meta.url).pathname
  for (const part of parts) {
    if (part !== 'solver') throw new Error(`there is no part "${part}"; see --help`)
    const result = await benchSolver(values.quick, (line) => process.stdout.write(`${line}\n`))
    if (values.write) writeSolverReport(folder, result)
  }
}
