import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['e2e/**/*.spec.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 480_000,
    hookTimeout: 180_000,
    // What a browser shows may take as long as its other waits.
    expect: { poll: { timeout: 15_000, interval: 100 } },
  },
})
