import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openSession } from '#features/sessions/server/commands.ts'
import { openDatabase } from '#platform/server/db.ts'
import { startEmbeddedPostgres } from '#platform/server/embedded-postgres.ts'
import { migrate } from '#platform/server/migrate.ts'
import { keepSecretKey } from '#platform/server/seal.ts'

export interface Stage {
  /** The address of a database on this cluster, created and migrated. */
  database(name: string): Promise<string>
  postmaster: number
  folder: string
  close(): Promise<void>
}

/** A real PostgreSQL of its own, fsync on, with the memory that a server of this size would have. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'elan-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir: folder })
  const postmaster = await postmasterOf(postgres.url)
  return {
    folder,
    postmaster,
    async database(name) {
      const client = new pg.Client({ connectionString: postgres.url })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      const url = new URL(postgres.url)
      url.pathname = `/${name}`
      await migrate(url.href)
      return url.href
    },
    async close() {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The parent of our own backend. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const text = await readFile(`/proc/${rows[0]?.pid}/stat`, 'utf8')
  await client.end()
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
}

/** A signed-in reader: their cookie. */
export async function signedIn(url: string, memberId: string): Promise<string> {
  keepSecretKey(randomBytes(32).toString('hex'))
  const database = openDatabase(url, { read: 1, write: 1 })
  let cookie = ''
  await database.transaction((trx) =>
    openSession(trx, memberId, {
      device: 'bench',
      setCookie: (name, value) => (cookie = `${name}=${value}`),
    }),
  )
  await database.close()
  return cookie
}
