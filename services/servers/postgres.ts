import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { accountOf, folderFor, freePort, need, ready, type Running, start } from './program.ts'

const BIN = '/usr/lib/postgresql/15/bin'

export interface Postgres {
  version: string
  /** A new empty database, owned by a role that is no superuser, as docs/operations.md says to make one. */
  database(name: string): Promise<string>
  /** As the superuser: locks, look-ups, and what a role of the application could not do. */
  admin(url: string): Promise<pg.Client>
  /** Like a machine that fails: connections are cut, new ones refused. */
  stop(): Promise<void>
  startAgain(): Promise<void>
}

/** Debian's PostgreSQL 15 on loopback, with its own empty cluster. */
export async function openPostgres(): Promise<Postgres> {
  const account = accountOf('postgres')
  const folder = folderFor('postgres', account)
  const port = await freePort()
  const initdb = need('PostgreSQL 15 (package postgresql-15)', `${BIN}/initdb`)
  execFileSync(
    initdb,
    ['-D', `${folder}/cluster`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '-N'],
    { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const asAdmin = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  const admin = async (url: string) => {
    const client = new pg.Client({ connectionString: url.replace(/\/\/[^@]*@/, '//postgres@') })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  const run = async (text: string) => {
    const client = await admin(asAdmin('postgres'))
    const { rows } = await client.query<Record<string, string>>(text).finally(() => client.end())
    return rows
  }
  let server: Running
  const open = async () => {
    server = start(`${BIN}/postgres`, {
      account,
      args: [
        '-D',
        `${folder}/cluster`,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-k',
        folder,
        '-c',
        'fsync=off',
      ],
    })
    await ready(server, 'PostgreSQL 15', async () => (await run('select 1')).length === 1)
  }
  await open()
  await run(`create role elan login password 'elan'`)
  return {
    version: (await run('show server_version'))[0]?.server_version ?? '',
    database: async (name) => {
      await run(`create database ${name} owner elan encoding 'UTF8' template template0`)
      return `postgres://elan:elan@127.0.0.1:${port}/${name}`
    },
    admin,
    stop: async () => void (await server.stop('SIGINT')),
    startAgain: open,
  }
}
