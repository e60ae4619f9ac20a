import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where everything of a run lives: made, then swept with the processes left behind, by tools/test-services.mjs. */
const RUN = process.env.ELAN_SERVICES_DIR ?? tmpdir()

const isRoot = process.getuid?.() === 0

/** Servers never run as root: as root, each runs as the account its package made for it, else as nobody. */
export interface Account {
  uid?: number
  gid?: number
}

export function accountOf(name: string): Account {
  if (!isRoot) return {}
  const idOf = (flag: string, account: string) =>
    Number(execFileSync('id', [flag, account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const account of [name, 'nobody']) {
    try {
      return { uid: idOf('-u', account), gid: idOf('-g', account) }
    } catch {
      // No such account here: the next one.
    }
  }
  throw new Error(`neither ${name} nor nobody is an account of this machine`)
}

export function folderFor(name: string, account: Account = {}): string {
  const folder = mkdtempSync(join(RUN, `${name}-`))
  // As root, the account of the database has to pass through: else it would go and live elsewhere.
  if (isRoot) chmodSync(folder, 0o711)
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid)
  return folder
}

/** The first of these paths that exists; a test never skips what is missing, it says it. */
export function need(what: string, ...paths: string[]): string {
  const found = paths.find((path) => existsSync(path))
  if (!found) throw new Error(`${what} is missing (looked for ${paths.join(', ')})`)
  return found
}

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

export interface Running {
  pid: number
  child: ChildProcess
  /** What it printed. */
  said(): string
  /** Its exit code, null when a signal ended it. */
  ended: Promise<number | null>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

interface Start {
  args: string[]
  account?: Account
  cwd?: string
  env?: NodeJS.ProcessEnv
}

export function start(program: string, { args, account = {}, cwd, env }: Start): Running {
  const child = spawn(program, args, {
    ...account,
    cwd: cwd ?? '/',
    env: env ?? { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid === undefined) throw new Error(`${program} did not start`)
  if (process.env.ELAN_SERVICES_DIR) appendFileSync(join(RUN, 'pids'), `${child.pid}\n`)
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += String(text)))
  child.stderr.on('data', (text: Buffer) => (said += String(text)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    pid: child.pid,
    child,
    said: () => said,
    ended,
    stop: (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return ended
    },
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks until the answer is yes. The limit is generous: a slow machine is no failure, a server that never comes is. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  { seconds = 60, said = () => '' }: { seconds?: number; said?: () => string } = {},
): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await condition()) return
    await sleep(50)
  }
  throw new Error(`waited in vain: ${what}\n${said().slice(-4000)}`)
}

/** Ready when its condition holds; an early end is told at once, with its own words. */
export async function ready(
  running: Running,
  what: string,
  condition: () => Promise<boolean>,
): Promise<void> {
  await until(
    what,
    () => {
      if (running.child.exitCode !== null || running.child.signalCode !== null)
        throw new Error(`${what}: it ended\n${running.said().slice(-4000)}`)
      return condition().catch(() => false)
    },
    { said: running.said },
  )
}
