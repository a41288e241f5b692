/** Builds the console into a folder, as `npm run build:console` does into its own. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const configFile = fileURLToPath(new URL('../../console/vite.config.ts', import.meta.url))

export const buildConsole = async (outDir: string): Promise<void> => {
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
}
