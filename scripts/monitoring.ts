/** `npm run monitoring`: writes Prometheus rules and Grafana dashboard, as `monitoring/` has them, for the chart. */
import { writeFile } from 'node:fs/promises'
import { monitoringFiles } from '../monitoring/files.ts'

for (const { path, text } of monitoringFiles) {
  await writeFile(new URL(`../${path}`, import.meta.url), text)
  console.log(`wrote ${path}`)
}
