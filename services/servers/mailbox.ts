import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { accountOf, folderFor, freePort, need, ready, type Running, start } from './program.ts'

export interface Letter {
  from: string
  to: string[]
  id: string
  subject: string
  text: string
}

/** What it can be asked to do: keep the sender waiting, take no letter now, refuse our address, have no room for `full…@`. */
export type Mood = 'hold' | 'later' | 'refuse-sender' | 'full'

export interface Mailbox {
  url: string
  letters(): Letter[]
  lettersTo(address: string): Letter[]
  /** Messages whose text began to come in, kept or not. */
  arriving(): number
  mood(name: Mood, on: boolean): void
  stop(): Promise<void>
  startAgain(): Promise<void>
}

/** A mail server on loopback that keeps what it receives; `gone…@` does not exist there (550). */
export async function openMailbox(): Promise<Mailbox> {
  const account = accountOf('nobody')
  const folder = folderFor('mailbox', account)
  const port = await freePort()
  const python = need('Python (package python3-aiosmtpd)', '/usr/bin/python3')
  // Run from a place that its account may read, wherever the project is.
  copyFileSync(new URL('mailbox.py', import.meta.url), `${folder}/mailbox.py`)
  const heard: string[] = []
  let server: Running
  const open = async () => {
    server = start(python, { account, cwd: folder, args: ['mailbox.py', String(port), folder] })
    await ready(server, 'the mail server (package python3-aiosmtpd)', () => greets(port))
  }
  const lines = () =>
    [...heard, server.said()]
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { kept?: Letter; arriving?: string[] })
  const letters = () => lines().flatMap(({ kept }) => (kept ? [kept] : []))
  await open()
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    lettersTo: (address) => letters().filter(({ to }) => to.includes(address)),
    arriving: () => lines().filter(({ arriving }) => arriving).length,
    mood: (name, on) =>
      on ? writeFileSync(`${folder}/${name}`, '') : rmSync(`${folder}/${name}`, { force: true }),
    stop: async () => {
      await server.stop('SIGKILL')
      heard.push(server.said())
    },
    startAgain: open,
  }
}

const greets = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', (text) => {
      resolve(String(text).startsWith('220'))
      socket.end('QUIT\r\n')
    })
    socket.once('error', () => resolve(false))
  })
