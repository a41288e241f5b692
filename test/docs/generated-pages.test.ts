/** The pages made from the code say what the code says. */
import { readFile } from 'node:fs/promises'
import t from 'tap'
import { defaultAmendment } from '../../domain/amendment/amendment.ts'
import { coachsAmendment } from '../../domain/amendment/coachs-amendment.ts'
import { clockParameters, compressorParameters, stimulusParameters } from '../../domain/parameters.ts'
import { amendmentPage } from '../../scripts/docs/amendment-page.ts'
import { modelPage } from '../../scripts/docs/model-page.ts'
import { generatedPages } from '../../scripts/docs/pages.ts'

const root = new URL('../../', import.meta.url)

for (const { path, page } of generatedPages) {
  t.test(`${path} is what npm run docs writes`, async (t) => {
    t.equal(await readFile(new URL(path, root), 'utf8'), page())
  })
}

t.test('the amendment page has every article', async (t) => {
  const page = amendmentPage()
  for (const { id, title, statement } of coachsAmendment) {
    t.ok(page.includes(`\n### ${id}: ${title}\n\n${statement}\n`), id)
  }
})

t.test('the amendment page has every field that a coach may set, with its default', async (t) => {
  const page = amendmentPage()
  for (const [name, value] of Object.entries(defaultAmendment)) {
    t.match(page, new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| \`(.+?)\` \\| \\S.* \\|$`, 'm'), name)
    t.ok(page.includes(` | \`${JSON.stringify(value)}\` | `), `${name}: default`)
  }
})

t.test('the model page has every parameter with its unit and source, in a row of four cells', async (t) => {
  const rows = modelPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  const all = { ...clockParameters, ...stimulusParameters, ...compressorParameters }
  t.strictSame(
    rows,
    Object.entries(all).map(([name, { value, unit, source }]) => [
      '',
      `\`${name}\``,
      String(value),
      unit,
      source,
      '',
    ]),
  )
})
