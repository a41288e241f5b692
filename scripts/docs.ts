/** `npm run docs`: writes the pages that are made from the code. */
import { writeFile } from 'node:fs/promises'
import { configurationPage } from '../config/configuration-page.ts'
import { generatedPages } from './docs/pages.ts'

const pages = [{ path: 'docs/configuration.md', page: configurationPage }, ...generatedPages]

for (const { path, page } of pages) {
  await writeFile(new URL(`../${path}`, import.meta.url), page())
  console.log(`wrote ${path}`)
}
