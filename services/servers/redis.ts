import { connect } from 'node:net'
import { accountOf, folderFor, freePort, need, ready, type Running, start } from './program.ts'

export interface RedisServer {
  url: string
  stop(): Promise<void>
  startAgain(): Promise<void>
}

export async function openRedisServer(): Promise<RedisServer> {
  const account = accountOf('redis')
  const folder = folderFor('redis', account)
  const port = await freePort()
  const program = need('Redis (package redis-server)', '/usr/bin/redis-server', '/usr/local/bin/redis-server')
  let server: Running
  const open = async () => {
    server = start(program, {
      account,
      args: [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        folder,
      ],
    })
    await ready(server, 'Redis', () => answersPing(port))
  }
  await open()
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => void (await server.stop('SIGKILL')),
    startAgain: open,
  }
}

const answersPing = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.once('data', (text) => {
      resolve(String(text).startsWith('+PONG'))
      socket.destroy()
    })
    socket.once('error', () => resolve(false))
  })
