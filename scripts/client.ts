/** `npm run client`: writes the client's types, as the committed `openapi.json` has them. Run `npm run openapi` first. */
import { writeFile } from 'node:fs/promises'
import { clientTypes, clientTypesFile } from './client/generate.ts'

await writeFile(new URL(`../${clientTypesFile}`, import.meta.url), await clientTypes())
console.log(`wrote ${clientTypesFile}`)
