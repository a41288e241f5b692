/** How the console becomes files: `npm run build:console` writes `console/dist`, which the service serves. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative: the page does not care under which prefix it is served.
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // The policy of the page allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
})
