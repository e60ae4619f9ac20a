import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#platform/server/embedded-postgres.ts'
import { migrate } from '#platform/server/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One throwaway cluster a run; each test file copies a template that holds the migrated schema. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'elan-test-'))
  const postgres = await startEmbeddedPostgres({ dataDir, fsync: false })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query('create database template_elan')
  await migrate(urlOf(postgres.url, 'template_elan'))
  await client.end()
  project.provide('postgres', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

export function urlOf(base: string, database: string): string {
  const url = new URL(base)
  url.pathname = `/${database}`
  return url.href
}
