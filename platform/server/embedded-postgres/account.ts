// PostgreSQL refuses to run as root, rightly: then it runs under an account that has no rights of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inLanguage, StartRefused } from '../config.ts'

/** Undefined: this process is an ordinary user, and PostgreSQL runs as the same one. */
export type Account = { uid: number; gid: number } | undefined

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The account PostgreSQL runs under; an existing cluster keeps its owner. */
export function accountFor(cluster: string): Account {
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) throw someoneElses(cluster)
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return namedAccount('postgres') ?? namedAccount('elan') ?? createdAccount() ?? namedAccount('nobody')
}

/** Whether the account can enter a directory: asked of the system itself, which knows of more than mode bits. */
export function canEnter(account: Account, directory: string): boolean {
  if (!account) return true
  const answer = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...account, cwd: '/' })
  if (answer.error) throw cannotChangeAccount(answer.error)
  return answer.status === 0
}

export function giveTo(account: Account, path: string): void {
  if (account) lchownSync(path, account.uid, account.gid)
}

/** A cluster put back from a backup by root belongs to root, all of it. */
export function giveTreeTo(account: Account, directory: string): void {
  giveTo(account, directory)
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) giveTreeTo(account, path)
    else giveTo(account, path)
  }
}

function namedAccount(name: string): Account {
  const line = existsSync('/etc/passwd')
    ? readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((candidate) => candidate.startsWith(`${name}:`))
    : undefined
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function createdAccount(): Account {
  const options = [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ]
  spawnSync('useradd', [...options, 'elan'], { stdio: 'ignore' })
  return namedAccount('elan')
}

function someoneElses(cluster: string): StartRefused {
  return new StartRefused(
    inLanguage(
      `La base de données de ${cluster} appartient à un autre compte : lance Élan avec ce compte-là, ou change DATA_DIR.`,
      `The database in ${cluster} belongs to another account: run Élan as that one, or change DATA_DIR.`,
    ),
  )
}

function cannotChangeAccount(error: Error): StartRefused {
  return new StartRefused(
    inLanguage(
      `PostgreSQL refuse root et root ne peut pas changer de compte ici (${error.message}) : lance Élan avec un compte ordinaire.`,
      `PostgreSQL refuses root, and root cannot change account here (${error.message}): run Élan as an ordinary user.`,
    ),
  )
}
