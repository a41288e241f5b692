/** `npm run schemas`: writes the plan document's JSON Schema for other repositories. */
import { writeFile } from 'node:fs/promises'
import { planSchemaFile, planSchemaText } from '../schemas/plan-schema.ts'

await writeFile(new URL(`../${planSchemaFile}`, import.meta.url), planSchemaText())
console.log(`wrote ${planSchemaFile}`)
