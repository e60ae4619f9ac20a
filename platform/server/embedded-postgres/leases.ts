// Several processes of ours may use one cluster (a server and an import): the last to leave stops it.
// A lease is a file named after its process, so that those of the killed are recognised and cleared.
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inLanguage, StartRefused } from '../config.ts'
import { identityOf, isAlive } from './processes.ts'

const LOCK_PATIENCE_MS = 180_000

let taken = 0

export type Lease = { giveBack(): void }

export function takeLease(base: string): Lease {
  const directory = join(base, 'users')
  mkdirSync(directory, { recursive: true })
  const path = join(directory, `${ownIdentity()}.${++taken}`)
  writeFileSync(path, '')
  return { giveBack: () => rmSync(path, { force: true }) }
}

/** How many leases belong to living processes; the others are cleared. */
export function livingLeases(base: string): number {
  const directory = join(base, 'users')
  mkdirSync(directory, { recursive: true })
  const [living, dead] = partition(readdirSync(directory), (name) => isAlive(name.replace(/\.\d+$/, '')))
  for (const name of dead) rmSync(join(directory, name), { force: true })
  return living.length
}

/** One process at a time starts or stops the cluster. */
export async function underLock<T>(base: string, work: () => Promise<T>): Promise<T> {
  const path = join(base, 'start.lock')
  const own = `${ownIdentity()}.${++taken}`
  const deadline = Date.now() + LOCK_PATIENCE_MS
  while (!tryLock(path, own)) {
    if (Date.now() > deadline) throw lockHeld(path)
    await wait(50)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryLock(path: string, own: string): boolean {
  const draft = `${path}.${own}`
  writeFileSync(draft, own)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    clearIfDead(path, draft)
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function clearIfDead(path: string, draft: string): void {
  const aside = `${draft}.aside`
  try {
    if (holderLives(path)) return
    renameSync(path, aside)
    // Between the look and the move somebody else may have cleared and taken it: give it back.
    if (holderLives(aside)) linkSync(aside, path)
    rmSync(aside)
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error
  }
}

function holderLives(path: string): boolean {
  return isAlive(readFileSync(path, 'utf8').replace(/\.\d+$/, ''))
}

function lockHeld(path: string): StartRefused {
  return new StartRefused(
    inLanguage(
      `Une autre commande prépare la base de données depuis plusieurs minutes (${path}) : attends sa fin ou arrête-la.`,
      `Another command has been preparing the database for several minutes (${path}): wait for it or stop it.`,
    ),
  )
}

function ownIdentity(): string {
  return identityOf(process.pid) ?? `${process.pid}-unknown`
}

function partition<T>(items: T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))]
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
