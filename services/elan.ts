import { folderFor, freePort, ready, type Running, start, until } from './servers/program.ts'

const ROOT = new URL('..', import.meta.url).pathname

export interface Elan {
  url: string
  dataDir: string
  /** The process of the moment. */
  running(): Running
  /** Starts it again, on the same data and the same port. */
  startAgain(): Promise<void>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

type Settings = Record<string, string>

/** A place whose disk is small: a file system of its own, that goes away with the process. */
export interface SmallDisk {
  megabytes: number
}

function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), LC_ALL: 'C.UTF-8', LOG_LEVEL: 'warn', ...settings }
}

/** A whole Élan as its own process, with the settings of docs/operations.md and nothing else. */
export async function openElan(settings: Settings = {}, disk?: SmallDisk): Promise<Elan> {
  const dataDir = settings.DATA_DIR ?? folderFor('data')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = environment({ PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, ...settings })
  const main = [process.execPath, 'app/server/main.ts']
  let running: Running
  const open = async () => {
    running = disk
      ? start('unshare', { args: onSmallDisk(disk, dataDir, main), cwd: ROOT, env })
      : start(main[0] ?? '', { args: main.slice(1), cwd: ROOT, env })
    await ready(running, 'Élan', async () => (await fetch(`${url}/health/ready`)).ok)
  }
  await open()
  return {
    url,
    dataDir,
    running: () => running,
    startAgain: open,
    stop: (signal) => running.stop(signal),
  }
}

/** In a name space of its own the mount needs no cleaning; as an ordinary user it needs no right either. */
const onSmallDisk = (disk: SmallDisk, dataDir: string, main: string[]): string[] => [
  '--mount',
  ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
  'sh',
  '-c',
  `mount -t tmpfs -o size=${disk.megabytes}m elan "$0" && exec "$@"`,
  dataDir,
  ...main,
]

/** What Élan says when it refuses to start: its exit code and its words. */
export async function refusedStart(settings: Settings): Promise<{ code: number | null; said: string }> {
  const env = environment({ DATA_DIR: folderFor('data'), PORT: String(await freePort()), ...settings })
  const running = start(process.execPath, { args: ['app/server/main.ts'], cwd: ROOT, env })
  const code = await running.ended
  return { code, said: running.said() }
}

/** Until this address answers with this status. */
export const untilStatus = (url: string, status: number, seconds = 90) =>
  until(`${url} answers ${status}`, async () => (await fetch(url).catch(() => null))?.status === status, {
    seconds,
  })
