/** What the chart carries is what `npm run monitoring` writes. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { monitoringFiles } from '../../monitoring/files.ts'

for (const { path, text } of monitoringFiles) {
  t.test(`${path} is what npm run monitoring writes`, async (t) => {
    t.equal(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'), text)
  })
}
