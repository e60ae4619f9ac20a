import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

const PROGRAM = new URL('import.ts', import.meta.url).pathname
const HR_EXPORT = new URL('../../features/imports/server/fixtures/hr-export.csv', import.meta.url).pathname

let world: World
let folder: string

beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'import-command-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await world.close()
})

const environment = (more: NodeJS.ProcessEnv) => {
  const { INIT_CWD: _from, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env
  return { ...rest, LANG: 'fr_FR.UTF-8', ...more }
}

function run(args: string[], env: NodeJS.ProcessEnv = { DATABASE_URL: world.databaseUrl }) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [PROGRAM, ...args],
      { cwd: folder, env: environment(env) },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function report(args: string[], env?: NodeJS.ProcessEnv) {
  const path = join(folder, 'out.json')
  const ended = await run([...args, '--report', path], env)
  expect(ended.err).not.toContain('Error')
  expect(ended.code).toBe(0)
  return { ...ended, report: JSON.parse(await readFile(path, 'utf8')) }
}

const people = async () =>
  (await world.server.database.db.row<{ count: number }>(sql`select count(*)::int as count from members`))
    ?.count

test('beside a running server: a dry run writes nothing, --apply writes, and again finds everybody unchanged', async () => {
  const dry = await report([HR_EXPORT])
  expect(dry.report).toMatchObject({ create: 1992, update: 0, unchanged: 0, absent: 0, applied: false })
  expect(dry.report.rejected).toHaveLength(10)
  expect(dry.report.rejected[2]).toEqual({
    line: 39,
    field: 'hiredOn',
    code: 'date.impossible',
    message: expect.stringContaining('31/02/2019'),
  })
  expect(dry.out.replace(/\s/g, ' ')).toContain('1 992 personnes lues')
  expect(await people()).toBe(0)

  expect((await report([HR_EXPORT, '--apply'])).report).toMatchObject({ create: 1992, applied: true })
  expect(await people()).toBe(1992)
  const again = await report([HR_EXPORT, '--apply'])
  expect(again.report).toMatchObject({ create: 0, update: 0, unchanged: 1992, absent: 0 })
  const left = await world.server.database.db.rows(sql`select 1 from pg_tables where schemaname = 'staging'`)
  expect(left).toEqual([])
}, 120_000)

test('a file that cannot be read ends with 2 and one sentence', async () => {
  const write = async (name: string, content: string | Buffer) => {
    await writeFile(join(folder, name), content)
    return run([name])
  }
  const failures = [
    await run(['absent.csv']),
    await run([]),
    await run([HR_EXPORT, '--unknown']),
    await run([HR_EXPORT, '--map', 'nothing=Nom']),
    await run([HR_EXPORT, '--map', 'job=Colonne absente']),
    await write('empty.csv', ''),
    await write('header.csv', 'Matricule;Nom;Prénom\n'),
    await write('strange.csv', 'a;b;c\n1;2;3\n'),
    await write('picture.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0', 'latin1')),
  ]
  for (const { code, out, err } of failures) {
    expect(err.trim()).not.toBe('')
    expect(err).not.toMatch(/\n\s+at /)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  }
  expect(failures[7]?.err).toContain('--map staffNumber=')
}, 120_000)

test('a column is named by hand, an organisation said to be of the house', async () => {
  await writeFile(join(folder, 'odd.csv'), 'Code interne;Nom;Prénom;Société\nQ1;Roy;Léa;Prestataire Est\n')
  const { report: told } = await report([
    'odd.csv',
    '--map',
    'staffNumber=Code interne',
    '--inside',
    'Prestataire Est',
    '--apply',
  ])
  expect(told).toMatchObject({ create: 1, organizations: [{ name: 'Prestataire Est', outside: false }] })
  const row = await world.server.database.db.row(
    sql`select outside from organizations where name = 'Prestataire Est'`,
  )
  expect(row).toEqual({ outside: false })
}, 60_000)

test('killed while it writes, it leaves nothing half written, and the next one does it all', async () => {
  const lines = Array.from({ length: 15_000 }, (_, n) => `H${n};Nom${n};Prénom${n}`)
  await writeFile(join(folder, 'large.csv'), `Matricule;Nom;Prénom\n${lines.join('\n')}\n`)
  const before = await people()
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, 'large.csv', '--apply'], {
    cwd: folder,
    env: environment({ DATABASE_URL: world.databaseUrl }),
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
  for (let writing = false; !writing && child.exitCode === null;) {
    await wait(5)
    writing = Boolean(
      await world.server.database.db.row(
        sql`select 1 from pg_stat_activity where datname = current_database() and query like '%insert into members%' and pid <> pg_backend_pid() and state = 'active'`,
      ),
    )
  }
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  expect(await people()).toBe(before)
  expect((await report(['large.csv', '--apply'])).report).toMatchObject({ create: 15_000 })
  expect(await people()).toBe((before ?? 0) + 15_000)
}, 120_000)

test('with no server and no database yet, it makes its own, and finds it again', async () => {
  const env = { DATABASE_URL: '', DATA_DIR: join(folder, 'data') }
  expect((await report([HR_EXPORT, '--apply'], env)).report).toMatchObject({ create: 1992, absent: 0 })
  expect((await report([HR_EXPORT], env)).report).toMatchObject({ create: 0, unchanged: 1992, absent: 0 })
}, 180_000)
