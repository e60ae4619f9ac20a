// Where the cluster lives: in DATA_DIR/postgres, or under /var/lib/elan when its account cannot go there.
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inLanguage, StartRefused } from '../config.ts'
import { accountFor, canEnter, giveTo, isRoot, type Account } from './account.ts'
import { SYSTEM_DIRECTORY } from './binaries.ts'

/** A socket's whole path holds in about a hundred characters, its own name in twenty. */
const LONGEST_SOCKET_DIRECTORY = 80

export type Place = {
  /** Ours: leases, lock, password, log, and the cluster. */
  base: string
  /** The account's: PostgreSQL's own directory. */
  cluster: string
  account: Account
}

export function findPlace(dataDir: string, fsync: boolean, onStep: (step: string) => void): Place {
  makeDirectory(dataDir)
  // A throwaway directory, made by whoever throws it away: the account may pass through, so that all goes at once.
  if (!fsync && isRoot()) chmodSync(dataDir, 0o711)
  const usual = join(realpathSync(dataDir), 'postgres')
  makeDirectory(usual)

  const pointer = join(usual, 'elsewhere')
  if (existsSync(pointer)) return elsewhere(readFileSync(pointer, 'utf8').trim(), pointer, onStep)

  const account = accountFor(join(usual, 'cluster'))
  if (canEnter(account, usual)) return { base: usual, cluster: join(usual, 'cluster'), account }

  const other = join(SYSTEM_DIRECTORY, digest(usual))
  mkdirSync(other, { recursive: true })
  chmodSync(SYSTEM_DIRECTORY, 0o755)
  chmodSync(other, 0o711)
  writeFileSync(pointer, other + '\n')
  return elsewhere(other, pointer, onStep)
}

/** As root, PostgreSQL's account has to pass through it, whatever our umask; nobody may list it. */
function makeDirectory(path: string): void {
  if (mkdirSync(path, { recursive: true, mode: 0o700 }) && isRoot()) chmodSync(path, 0o711)
}

function elsewhere(base: string, pointer: string, onStep: (step: string) => void): Place {
  if (!existsSync(base)) throw lost(base, pointer)
  onStep(
    inLanguage(
      `PostgreSQL : son compte n’a pas accès à DATA_DIR, ses données sont dans ${base}`,
      `PostgreSQL: its account cannot enter DATA_DIR, its data are in ${base}`,
    ),
  )
  const cluster = join(realpathSync(base), 'cluster')
  return { base, cluster, account: accountFor(cluster) }
}

/** A short directory that only the account can open: the socket in it is the only way in. */
export function makeSocketDirectory({ base, account }: Place): string {
  const parent = [tmpdir(), '/tmp'].find(
    (candidate) => candidate.length + 32 < LONGEST_SOCKET_DIRECTORY && canEnter(account, candidate),
  )
  if (!parent) throw new Error('no directory is short enough for a socket')
  const directory = join(parent, `elan-${digest(base)}`)
  const uid = account?.uid ?? process.getuid?.()
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const found = lstatSync(directory)
  // Everybody writes in /tmp: a directory of that name made by somebody else is not to be trusted.
  const ours = found.isDirectory() && (found.uid === uid || (isRoot() && found.uid === 0))
  const trusted = ours ? directory : mkdtempSync(`${directory}-`)
  giveTo(account, trusted)
  chmodSync(trusted, 0o700)
  return trusted
}

/** The password of the role Élan connects as: drawn once, readable by its owner alone. */
export function readPassword(base: string): string | undefined {
  const path = join(base, 'password')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

export function drawPassword(base: string): string {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(base, 'password'), password + '\n', { mode: 0o600 })
  return password
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}

function lost(base: string, pointer: string): StartRefused {
  return new StartRefused(
    inLanguage(
      `La base de données était dans ${base}, qui n’existe plus : remets-la en place, ou supprime ${pointer} pour repartir de rien.`,
      `The database was in ${base}, which is gone: put it back, or delete ${pointer} to start from nothing.`,
    ),
  )
}
