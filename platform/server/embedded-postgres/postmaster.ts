// The running PostgreSQL: started apart from our terminal, watched, stopped by its own pid file and never by name.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inLanguage, StartRefused } from '../config.ts'
import type { Binaries } from './binaries.ts'
import { processesOf, worksIn } from './processes.ts'
import type { Place } from './place.ts'

const MB = 1024 * 1024
const LOG_LIMIT = 5 * MB
const READY_PATIENCE_MS = 300_000
const STOP_PATIENCE_MS = 60_000

/** The pid of the postmaster that runs this cluster, if one does. */
export function runningPostmaster(cluster: string): number | undefined {
  const pid = Number(pidFile(cluster)[0])
  return pid > 0 && worksIn(pid, cluster) ? pid : undefined
}

export function socketDirectoryOf(cluster: string): string | undefined {
  return pidFile(cluster)[4]
}

/** Stops what still runs of this cluster and removes the marks that a killed postmaster leaves behind. */
export async function clearRemains(cluster: string, onStep: (step: string) => void): Promise<void> {
  const orphan = runningPostmaster(cluster)
  if (orphan) {
    onStep(
      inLanguage(
        'PostgreSQL : une base laissée par un arrêt brutal tourne encore, elle est arrêtée puis reprise',
        'PostgreSQL: one left by a sudden end is still running, it is stopped and taken over',
      ),
    )
    await stopPostmaster(orphan, cluster)
  }
  if (!(await until(() => processesOf(cluster).length === 0, 5_000))) {
    for (const pid of processesOf(cluster)) signal(pid, 'SIGKILL')
    await until(() => processesOf(cluster).length === 0, 5_000)
  }
  const sockets = socketDirectoryOf(cluster)
  if (sockets)
    for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(sockets, name), { force: true })
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

export async function launchPostmaster(
  { base, cluster, account }: Place,
  binaries: Binaries,
  sockets: string,
  fsync: boolean,
): Promise<ChildProcess> {
  const log = join(base, 'postgres.log')
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.old`)
  const from = existsSync(log) ? statSync(log).size : 0
  const output = openSync(log, 'a', 0o600)
  const args = ['-D', cluster, ...settings(sockets, fsync).flatMap((setting) => ['-c', setting])]
  const child = spawn(binaries.postgres, args, {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    // Its own process group: the terminal's Ctrl-C must not end it before our requests have ended.
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  child.unref()

  const ended = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null
  const ready = () => Number(pidFile(cluster)[0]) === child.pid && pidFile(cluster)[7]?.trim() === 'ready'
  if ((await until(() => ready() || ended(), READY_PATIENCE_MS)) && !ended()) return child
  throw didNotStart(log, failure?.message ?? lastWords(log, from))
}

/** Fast: open transactions are undone, everything committed is on disk. Harder only if it does not answer. */
export async function stopPostmaster(pid: number, cluster: string): Promise<void> {
  for (const [name, patience] of [
    ['SIGINT', STOP_PATIENCE_MS],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name)
    if (await until(() => !worksIn(pid, cluster), patience)) return
  }
}

function settings(sockets: string, fsync: boolean): string[] {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / MB
  const durable = [
    'max_wal_size=2GB',
    'checkpoint_timeout=15min',
    `shared_buffers=${between(128, memory / 8, 2048)}MB`,
  ]
  const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=128MB']
  return [
    'listen_addresses=',
    'port=5432',
    `unix_socket_directories=${sockets}`,
    'unix_socket_permissions=0700',
    'max_connections=60',
    `effective_cache_size=${between(256, memory / 2, 16_384)}MB`,
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    'random_page_cost=1.1',
    'wal_compression=on',
    'jit=off',
    // One heavy figure must not take every core, and containers give parallel workers little shared memory.
    'max_parallel_workers_per_gather=0',
    'timezone=UTC',
    'log_timezone=UTC',
    // The log must hold nothing of what people write: no statements, no details of rows.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
    ...(fsync ? durable : throwaway),
  ]
}

function between(least: number, wanted: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, wanted)))
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in between.
  }
}

async function until(condition: () => boolean, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience
  while (!condition()) {
    if (Date.now() > deadline) return false
    await wait(20)
  }
  return true
}

function lastWords(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString().trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? ''
}

function didNotStart(log: string, reason: string): StartRefused {
  return new StartRefused(
    inLanguage(
      `PostgreSQL n’a pas démarré (${reason}) : son journal est ${log}.`,
      `PostgreSQL did not start (${reason}): its log is ${log}.`,
    ),
  )
}
