/** `npm run docs`: writes the pages that are made from the code. */
import { writeFile } from 'node:fs/promises'
import { configurationPage } from '../config/configuration-page.ts'

const page = new URL('../docs/configuration.md', import.meta.url)
await writeFile(page, configurationPage())
console.log('wrote docs/configuration.md')
