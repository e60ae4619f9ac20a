// A real PostgreSQL with nothing to install: made, started, shared between our processes, recovered and stopped.
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { inLanguage, StartRefused } from './config.ts'
import { findBinaries } from './embedded-postgres/binaries.ts'
import { prepareCluster } from './embedded-postgres/cluster.ts'
import { livingLeases, takeLease, underLock } from './embedded-postgres/leases.ts'
import { findPlace, makeSocketDirectory, readPassword, type Place } from './embedded-postgres/place.ts'
import {
  clearRemains,
  launchPostmaster,
  runningPostmaster,
  socketDirectoryOf,
  stopPostmaster,
} from './embedded-postgres/postmaster.ts'

export type EmbeddedPostgres = {
  /** For `pg` and for psql alike: the socket's directory is in its `host` parameter. */
  url: string
  /** False when a living Élan process was already running it. */
  started: boolean
  /** Gives it back; it stops when no other living Élan process uses it. Close the pools first. */
  stop(): Promise<void>
}

type Options = {
  dataDir: string
  onStep?: (step: string) => void
  /** False only for throwaway databases: a power cut then loses everything. */
  fsync?: boolean
}

type Run = { place: Place; onStep: (step: string) => void; fsync: boolean; released: boolean; fellAt: number }

/** A postmaster that falls twice within this time is left alone: starting it again would not mend it. */
const STEADY_MS = 10_000

export async function startEmbeddedPostgres({ dataDir, onStep = () => undefined, fsync = true }: Options) {
  const run: Run = { place: findPlace(dataDir, fsync, onStep), onStep, fsync, released: false, fellAt: 0 }
  const { base, cluster } = run.place

  const { url, started, lease } = await underLock(base, async () => {
    const joined = runningPostmaster(cluster) !== undefined && livingLeases(base) > 0
    const url = joined ? await join(run.place) : await launch(run)
    return { url, started: !joined, lease: takeLease(base) }
  })

  // A process that ends without having given it back (an error, an exit in a hurry) still stops it on its way out.
  const atExit = () => {
    lease.giveBack()
    const pid = runningPostmaster(cluster)
    if (pid && livingLeases(base) === 0) process.kill(pid, 'SIGINT')
  }
  process.once('exit', atExit)

  const stop = () =>
    underLock(base, async () => {
      if (run.released) return
      run.released = true
      process.off('exit', atExit)
      lease.giveBack()
      if (livingLeases(base) === 0) await stopCluster(cluster)
    })
  return { url, started, stop } satisfies EmbeddedPostgres
}

async function stopCluster(cluster: string): Promise<void> {
  const pid = runningPostmaster(cluster)
  const sockets = socketDirectoryOf(cluster)
  if (pid) await stopPostmaster(pid, cluster)
  if (sockets) rmSync(sockets, { recursive: true, force: true })
}

async function join({ base, cluster }: Place): Promise<string> {
  const url = urlOf(socketDirectoryOf(cluster) ?? '', readPassword(base) ?? '')
  await assertAnswers(url)
  return url
}

async function launch(run: Run): Promise<string> {
  const { place, onStep, fsync } = run
  const binaries = findBinaries(place.account, onStep)
  await clearRemains(place.cluster, onStep)
  const password = await prepareCluster({ place, binaries, fsync, onStep })
  const sockets = makeSocketDirectory(place)
  const child = await launchPostmaster(place, binaries, sockets, fsync)
  watch(child, run)
  const url = urlOf(sockets, password)
  await assertAnswers(url)
  return url
}

/** Should it fall while we live (out of memory, a hasty kill), it is started again and the pools reconnect. */
function watch(child: ChildProcess, run: Run): void {
  child.once('exit', () => {
    const steady = Date.now() - run.fellAt > STEADY_MS
    run.fellAt = Date.now()
    if (!run.released && steady) void relaunch(run)
  })
}

async function relaunch(run: Run): Promise<void> {
  const { base, cluster } = run.place
  await wait(100)
  try {
    await underLock(base, async () => {
      if (run.released || runningPostmaster(cluster)) return
      run.onStep(inLanguage('PostgreSQL est tombé : il redémarre', 'PostgreSQL fell: starting it again'))
      await launch(run)
    })
  } catch (error) {
    run.onStep(error instanceof Error ? error.message : String(error))
  }
}

function urlOf(sockets: string, password: string, database = 'elan'): string {
  return `postgres://elan:${password}@localhost/${database}?host=${encodeURIComponent(sockets)}`
}

/** It lets us in, and the database is there; should somebody have dropped it, an empty one is made. */
async function assertAnswers(url: string): Promise<void> {
  const neutral = url.replace('/elan?', '/postgres?')
  const client = new pg.Client({ connectionString: neutral, connectionTimeoutMillis: 30_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query(`select from pg_database where datname = 'elan'`)
    if (rowCount === 0) await client.query('create database elan owner elan')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefused(
      inLanguage(`PostgreSQL ne répond pas (${reason}).`, `PostgreSQL does not answer (${reason}).`),
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}
