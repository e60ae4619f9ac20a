import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('..', import.meta.url).pathname

export interface House {
  url: string
  dataDir: string
  /** The server's own lines, for a test that fails. */
  said(): string
  /** Killed without a word, then started again on what it kept. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Élan as a user starts it, on a fresh data directory: its own PostgreSQL, its own port. */
export async function openHouse(args: string[] = [], env: Record<string, string> = {}): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'elan-e2e-'))
  // Started by root, PostgreSQL runs as somebody else, who must be able to pass through.
  await chmod(dataDir, 0o711)
  const port = await freePort()
  const url = `http://localhost:${port}`
  let said = ''
  const begin = (given: string[]) => {
    const started = spawn(process.execPath, ['app/server/main.ts', ...given], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.stdout.on('data', (text: Buffer) => (said += String(text)))
    started.stderr.on('data', (text: Buffer) => (said += String(text)))
    return started
  }
  const end = async (signal: 'SIGINT' | 'SIGKILL') => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  let child = begin(args)
  await untilReady(url, child, () => said)
  return {
    url,
    dataDir,
    said: () => said,
    killAndRestart: async () => {
      await end('SIGKILL')
      child = begin([])
      await untilReady(url, child, () => said)
    },
    stop: async () => {
      await end('SIGINT')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    if (child.exitCode !== null) throw new Error(`Élan did not start:\n${said()}`)
    const ready = await fetch(`${url}/health/ready`).catch(() => null)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`Élan is not ready:\n${said()}`)
}
