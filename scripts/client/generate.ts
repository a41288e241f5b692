/** The client's types, made from the committed contract. */
import { readFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'

export const clientTypesFile = 'client/schema.d.ts'

const header =
  '/** Made from openapi.json by `npm run client`: what each operation of the service takes and answers. */\n'

export const clientTypes = async (): Promise<string> => {
  const contract = await readFile(new URL('../../openapi.json', import.meta.url), 'utf8')
  return header + astToString(await openapiTypescript(contract))
}
