/** `npm run soak`: a million previews by many users; what the process holds must not grow. Exit code 1 where it does. */
import { parseArgs } from 'node:util'
import { writeSoakReport } from './soak/report.ts'
import { runSoak } from './soak/run-soak.ts'
import { verdictsOf } from './soak/verdicts.ts'
import { withDatabase } from './with-database.ts'

const help = `npm run soak -- [--previews N] [--write] [--database URL]

Mixed plans, users, targets and equipment on one service, with plans imported, amended and deleted on the way. Fifty times
it is stopped, its garbage collected, and what it holds is noted: heap, handles, listeners, series of its metrics.

  --previews  how many (default: 1000000, some minutes)
  --write     also write JSON and SVG under docs/benchmarks
  --database  PostgreSQL server; a database is made on it and dropped (default: the local one)
`

const { values } = parseArgs({
  options: {
    previews: { type: 'string', default: '1000000' },
    write: { type: 'boolean', default: false },
    database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) {
  process.stdout.write(help)
} else if (!/^[1-9]\d{3,8}$/.test(values.previews)) {
  process.stderr.write(`--previews: found ${JSON.stringify(values.previews)}, expected a number from 1000\n`)
  process.exitCode = 2
} else {
  const options = {
    previews: Number(values.previews),
    samples: 50,
    users: 400,
    plans: 400,
    churn: 4,
    seed: 1,
  }
  const soak = await withDatabase(values.database, (url) =>
    runSoak(url, options, (line) => process.stderr.write(`${line}\n`)),
  )
  const verdicts = verdictsOf(soak.samples)
  for (const { what, before, after, holds } of verdicts) {
    process.stdout.write(`${holds ? 'holds' : 'GROWS'}  ${what}: ${before} → ${after}\n`)
  }
  const told = Object.entries(soak.statuses).map(([status, count]) => `${count} × ${status}`)
  process.stdout.write(`${told.join(', ')}, ${soak.errors} errors, ${Math.round(soak.seconds)} s\n`)
  if (values.write)
    writeSoakReport(new URL('../docs/benchmarks', import.meta.url).pathname, options, soak, verdicts)
  if (verdicts.some(({ holds }) => !holds)) process.exitCode = 1
}
