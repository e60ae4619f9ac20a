import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive, identityOf } from './embedded-postgres/processes.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'

process.env.LC_ALL = 'C'

// One cluster for the whole file: every test leaves it stopped.
const dataDir = mkdtempSync(join(tmpdir(), 'elan-postgres-'))
const base = join(dataDir, 'postgres')
const cluster = join(base, 'cluster')
const children: ChildProcess[] = []

beforeAll(async () => {
  const postgres = await start()
  await query(postgres, 'create table notes (text text)')
  await postgres.stop()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await (await start()).stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = (steps: string[] = []) =>
  startEmbeddedPostgres({ dataDir, fsync: false, onStep: (step) => steps.push(step) })

async function query(postgres: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

function postmasterPid(): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Another process of ours that runs the cluster until it is killed, or asked to stop by SIGTERM. */
async function otherProcess(): Promise<ChildProcess> {
  const module = fileURLToPath(new URL('./embedded-postgres.ts', import.meta.url))
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)})
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, fsync: false })
    process.on('SIGUSR2', () => { throw new Error('a bug') })
    process.on('SIGTERM', async () => { await postgres.stop(); process.exit(0) })
    setInterval(() => undefined, 1000)
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('exit', resolve))
}

test('what was written is there after a stop and a start', async () => {
  const first = await start()
  await query(first, `insert into notes values ('gardé')`)
  await first.stop()
  const second = await start()
  expect(await query(second, 'select text from notes')).toEqual([{ text: 'gardé' }])
  await second.stop()
})

test('it sorts in French, and knows letters from quotation marks', async () => {
  const postgres = await start()
  const [row] = await query(
    postgres,
    `select array_agg(name order by name) as names, to_tsvector('french', '«vélo»')::text as words
       from unnest(array['Zoé', 'Élodie', 'Eve', 'Emma']) as name`,
  )
  expect(row).toEqual({ names: ['Élodie', 'Emma', 'Eve', 'Zoé'], words: `'vélo':1` })
  await postgres.stop()
})

test('nobody comes in but Élan: no network port, no superuser, a private socket and password', async () => {
  const postgres = await start()
  const [row] = await query(
    postgres,
    `select current_setting('listen_addresses') as network, rolsuper as superuser from pg_roles where rolname = current_user`,
  )
  expect(row).toEqual({ network: '', superuser: false })
  const sockets = new URL(postgres.url).searchParams.get('host') ?? ''
  expect(statSync(sockets).mode & 0o777).toBe(0o700)
  expect(statSync(join(base, 'password')).mode & 0o777).toBe(0o600)
  await expect(
    query({ ...postgres, url: postgres.url.replace(/:[^:@]+@/, ':wrong@') }, 'select 1'),
  ).rejects.toThrow('password authentication failed')
  await expect(
    query({ ...postgres, url: postgres.url.replace('elan:', 'postgres:') }, 'select 1'),
  ).rejects.toThrow('no pg_hba.conf entry')
  await postgres.stop()
})

test('its log tells nothing of what people write', async () => {
  const postgres = await start()
  await query(postgres, `insert into notes values ('Sidonie')`)
  await expect(query(postgres, `select 1 / 0, 'Sidonie'`)).rejects.toThrow('division by zero')
  await query(postgres, `delete from notes where text = 'Sidonie'`)
  await postgres.stop()
  expect(readFileSync(join(base, 'postgres.log'), 'utf8')).not.toContain('Sidonie')
})

test('a database left running by a killed process is taken over, and stops with the one that took it', async () => {
  const child = await otherProcess()
  const orphan = postmasterPid()
  child.kill('SIGKILL')
  await ended(child)
  expect(identityOf(orphan)).toBeDefined()

  const steps: string[] = []
  const postgres = await start(steps)
  expect(postgres.started).toBe(true)
  expect(steps).toHaveLength(1)
  expect(await query(postgres, 'select count(*)::int as n from notes')).toEqual([{ n: 1 }])
  await postgres.stop()
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
  expect(identityOf(orphan)).toBeUndefined()
})

test('a process that falls on an error of its own still stops the database', async () => {
  const child = await otherProcess()
  const pid = postmasterPid()
  child.kill('SIGUSR2')
  await ended(child)
  while (identityOf(pid)) await wait(20)
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
})

test('killed together, process and database, the next start recovers what was committed', async () => {
  const child = await otherProcess()
  process.kill(postmasterPid(), 'SIGKILL')
  child.kill('SIGKILL')
  await ended(child)
  const postgres = await start()
  expect(await query(postgres, 'select text from notes')).toEqual([{ text: 'gardé' }])
  await postgres.stop()
})

test('a stale pid file whose number now belongs to another program does not stand in the way', async () => {
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n5432\n/nowhere\n\n\nready\n`)
  const postgres = await start()
  expect(postmasterPid()).not.toBe(process.pid)
  expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
  await postgres.stop()
})

test('a lock left by a killed start is cleared', async () => {
  writeFileSync(join(base, 'start.lock'), '999999-1.1')
  await (await start()).stop()
  expect(existsSync(join(base, 'start.lock'))).toBe(false)
})

test('two processes share it, and it stops with the last one, whoever started it', async () => {
  const child = await otherProcess()
  const joined = await start()
  expect(joined.started).toBe(false)

  child.kill('SIGTERM')
  await ended(child)
  expect(await query(joined, 'select 1 as one')).toEqual([{ one: 1 }])

  const pid = postmasterPid()
  await joined.stop()
  expect(identityOf(pid)).toBeUndefined()
})

test('several starts at once give one database', async () => {
  const all = await Promise.all([start(), start(), start()])
  expect(all.filter(({ started }) => started)).toHaveLength(1)
  expect(new Set(all.map(({ url }) => url)).size).toBe(1)
  for (const postgres of all) await postgres.stop()
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
})

test('should it fall while Élan runs, it comes back by itself', async () => {
  const steps: string[] = []
  const postgres = await start(steps)
  const fallen = postmasterPid()
  process.kill(fallen, 'SIGKILL')
  while (steps.length === 0) await wait(20)
  // The lock is free again once it has been started anew.
  const other = await start()
  expect(other.started).toBe(false)
  expect(postmasterPid()).not.toBe(fallen)
  expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }])
  await other.stop()
  await postgres.stop()
})

test('a lost password is drawn again, and a dropped database made again', async () => {
  rmSync(join(base, 'password'))
  const first = await start()
  const neutral = { ...first, url: first.url.replace('/elan?', '/postgres?') }
  await query(neutral, 'drop database elan')
  await first.stop()
  const second = await start()
  expect(await query(second, `select current_database() as name`)).toEqual([{ name: 'elan' }])
  await second.stop()
})

test('a database of another major version is not touched, and the sentence says where to read', async () => {
  const path = join(cluster, 'PG_VERSION')
  const written = readFileSync(path, 'utf8')
  writeFileSync(path, '14\n')
  await expect(start()).rejects.toThrow('docs/operations.md')
  writeFileSync(path, written)
})

test('the terminal’s Ctrl-C does not reach it: it has a process group of its own', async () => {
  const postgres = await start()
  const group = spawnSync('ps', ['-o', 'pgid=', '-p', String(postmasterPid())], {
    encoding: 'utf8',
  }).stdout.trim()
  expect(Number(group)).toBe(postmasterPid())
  await postgres.stop()
})

test('a process number that came back is not taken for the one that left', () => {
  const own = identityOf(process.pid) ?? ''
  expect(isAlive(own)).toBe(true)
  expect(isAlive(`${process.pid}-1`)).toBe(false)
})

if (process.getuid?.() === 0) {
  test('as root, it runs as somebody else, who owns its files', async () => {
    const postgres = await start()
    expect(statSync(cluster).uid).not.toBe(0)
    expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(statSync(cluster).uid)
    await postgres.stop()
  })

  test('as root, files put back from a backup are given to its account again', async () => {
    const owner = statSync(cluster)
    chownSync(cluster, 0, 0)
    chownSync(join(cluster, 'PG_VERSION'), 0, 0)
    const postgres = await start()
    expect(statSync(join(cluster, 'PG_VERSION')).uid).toBe(owner.uid)
    await postgres.stop()
  })

  test('as root, a DATA_DIR its account cannot enter sends its data to /var/lib/elan', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'elan-closed-'))
    const steps: string[] = []
    const options = { dataDir: closed, onStep: (step: string) => steps.push(step) }
    const first = await startEmbeddedPostgres(options)
    await query(first, 'create table kept ()')
    await first.stop()

    const place = readFileSync(join(closed, 'postgres/elsewhere'), 'utf8').trim()
    expect(steps[0]).toContain(place)
    chmodSync(closed, 0o711)
    const second = await startEmbeddedPostgres(options)
    expect(await query(second, `select to_regclass('kept')::text as kept`)).toEqual([{ kept: 'kept' }])
    await second.stop()

    rmSync(place, { recursive: true })
    await expect(startEmbeddedPostgres(options)).rejects.toThrow('is gone')
    rmSync(closed, { recursive: true })
  })
}
