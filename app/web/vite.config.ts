import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bareContracts } from './build/bare-contracts.ts'
import { firstChunks } from './build/first-chunks.ts'
import { precompress } from './build/precompress.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: at('.'),
  publicDir: at('./public'),
  plugins: [react(), bareContracts(), precompress()],
  resolve: {
    alias: [
      // Schemas validate on the server; in the browser contracts only tell addresses (docs/decisions).
      { find: '#platform/contract/schema.ts', replacement: at('../../platform/web/schema-free.ts') },
      { find: /^\.\/schema\.ts$/, replacement: at('../../platform/web/schema-free.ts') },
      { find: /^#(app|features|platform|ui)\//, replacement: `${at('../..')}/$1/` },
    ],
  },
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstChunks(at('../../')) }] } } },
  },
})
