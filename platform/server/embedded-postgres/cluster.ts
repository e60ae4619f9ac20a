// Making the cluster: all of it happens aside and is moved into place at the end, so that a cut leaves nothing half made.
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { inLanguage, StartRefused } from '../config.ts'
import { giveTo, giveTreeTo, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { drawPassword, readPassword, type Place } from './place.ts'

/** Only this role may enter, by the socket, with its password; nobody enters as superuser. */
const WHO_MAY_ENTER = 'local all elan scram-sha-256\n'

/** What the text search takes for a letter; the order of words is ICU's, in French, on every machine. */
const LETTERS = ['C.UTF-8', 'en_US.UTF-8', 'C']

type Making = { place: Place; binaries: Binaries; fsync: boolean; onStep: (step: string) => void }

/** Makes the cluster when there is none; returns the password of the role `elan`. */
export async function prepareCluster({ place, binaries, fsync, onStep }: Making): Promise<string> {
  const { base, cluster, account } = place
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    onStep(inLanguage('PostgreSQL : création de la base de données', 'PostgreSQL: creating the database'))
    return makeCluster({ place, binaries, fsync, onStep })
  }
  assertSameMajor(cluster, binaries)
  if (account && statSync(cluster).uid === 0) giveTreeTo(account, cluster)
  const known = readPassword(base)
  if (known) return known
  const password = drawPassword(base)
  await singleUser(binaries, cluster, account, [`alter role elan password '${password}'`])
  return password
}

async function makeCluster({ place, binaries, fsync }: Making): Promise<string> {
  const { base, cluster, account } = place
  const draft = `${cluster}.new`
  await initialise(binaries, draft, account, fsync)
  writeFileSync(join(draft, 'pg_hba.conf'), WHO_MAY_ENTER)
  const password = drawPassword(base)
  await singleUser(binaries, draft, account, [
    `create role elan login createdb password '${password}'`,
    `create database elan owner elan`,
  ])
  rmSync(cluster, { recursive: true, force: true })
  renameSync(draft, cluster)
  return password
}

async function initialise(
  binaries: Binaries,
  draft: string,
  account: Account,
  fsync: boolean,
): Promise<void> {
  let failure = ''
  for (const letters of LETTERS) {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    chmodSync(draft, 0o700)
    giveTo(account, draft)
    const options = ['-D', draft, '-U', 'postgres', '-E', 'UTF8', '--auth=reject', '--no-instructions']
    const locale = ['--locale=C', `--lc-ctype=${letters}`, '--locale-provider=icu', '--icu-locale=fr']
    const { code, said } = await run(
      binaries.initdb,
      [...options, ...locale, ...(fsync ? [] : ['--no-sync'])],
      account,
    )
    if (code === 0) return
    failure = said
    if (!said.includes('locale')) break
  }
  throw new StartRefused(
    inLanguage(
      `PostgreSQL n’a pas pu créer sa base de données : ${lastLine(failure)}`,
      `PostgreSQL could not create its database: ${lastLine(failure)}`,
    ),
  )
}

async function singleUser(
  binaries: Binaries,
  cluster: string,
  account: Account,
  statements: string[],
): Promise<void> {
  const { code, said } = await run(
    binaries.postgres,
    ['--single', '-D', cluster, '-c', 'log_min_messages=error', 'postgres'],
    account,
    statements.map((statement) => `${statement};\n`).join(''),
  )
  // It ends well even when a statement did not: what it says tells.
  if (code === 0 && !said.includes('ERROR:')) return
  throw new StartRefused(
    inLanguage(
      `PostgreSQL n’a pas pu préparer sa base de données : ${lastLine(said)}`,
      `PostgreSQL could not prepare its database: ${lastLine(said)}`,
    ),
  )
}

function assertSameMajor(cluster: string, binaries: Binaries): void {
  const written = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (written === binaries.major) return
  throw new StartRefused(
    inLanguage(
      `La base de données vient de PostgreSQL ${written} et Élan apporte le ${binaries.major} : voir « Changing version » dans docs/operations.md.`,
      `The database was written by PostgreSQL ${written} and Élan brings ${binaries.major}: see “Changing version” in docs/operations.md.`,
    ),
  )
}

function run(
  program: string,
  args: string[],
  account: Account,
  input = '',
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

function lastLine(said: string): string {
  const lines = said.trim().split('\n')
  return lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? ''
}
