import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,features,platform,tools,ui}/**/*.test.{ts,tsx}'],
    globalSetup: ['app/testing/postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
