import { type ChildProcess, spawn } from 'node:child_process'

export interface Child {
  url: URL
  pid: number
  stop(): Promise<void>
}

/** Starts one of the servers of the bench; it prints its address when it is ready. */
export function startChild(file: string, args: string[]): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [new URL(file, import.meta.url).pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    let said = ''
    child.stdout?.on('data', (text: Buffer) => {
      said += String(text)
      const address = /http:\/\/\S+/.exec(said)
      if (address && said.includes('\n')) resolve({ url: new URL(address[0]), pid: child.pid ?? 0, stop })
    })
  })
}
