/** `npm run openapi`: writes the contract, as the app that serves it generates it, to `openapi.json`. */
import { writeFile } from 'node:fs/promises'
import { buildApp } from '../app.ts'
import { loadConfig } from '../config.ts'

const file = new URL('../openapi.json', import.meta.url)
const config = loadConfig({
  DATABASE_URL: 'pglite:memory',
  JWT_SECRET: 'only-for-building-the-app-nobody-listens',
})
const app = await buildApp(config)
try {
  await app.ready()
  await writeFile(file, `${JSON.stringify(app.swagger(), null, 2)}\n`)
  console.log('wrote openapi.json')
} finally {
  await app.close()
}
