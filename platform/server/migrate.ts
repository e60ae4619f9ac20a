import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const FOLDER = new URL('../../db/migrations/', import.meta.url)
const LOCK = 727_110_322

/** Plain SQL files in the order of their names, each in its transaction, once; an edited one is refused. */
export async function migrate(url: string, onStep: (name: string) => void = () => {}): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    let count = 0
    for (const name of readdirSync(FOLDER)
      .filter((file) => file.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      const checksum = createHash('sha256').update(text).digest('hex')
      const known = applied.get(name)
      if (known === checksum) continue
      if (known)
        throw new Error(`the migration ${name} was edited after it was applied; write a new one instead`)
      onStep(name)
      await applyOne(client, name, text, checksum)
      count += 1
    }
    await runMigrations({ connectionString: url })
    return count
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, name: string, text: string, checksum: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`the migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
