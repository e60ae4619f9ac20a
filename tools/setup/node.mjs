// The Node that runs Élan comes from the lock file: the same everywhere, whatever Node started npm.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inLanguage, SetupRefused } from './language.mjs'
import { ROOT } from './root.mjs'

const OLDEST_FOR_ELAN = 26

/** The program to run, and its version. */
export function pinnedNode() {
  const pinned = join(ROOT, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  const version = existsSync(pinned) ? versionOf(pinned) : undefined
  if (version) return { program: pinned, version }
  // Not supplied for this platform, or not able to run on it: a recent one of the machine's own will do.
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_FOR_ELAN) {
    return { program: process.execPath, version: process.versions.node }
  }
  throw new SetupRefused(
    inLanguage(
      `Le Node fourni avec Élan ne tourne pas sur ${process.platform}-${process.arch} : installe Node ${OLDEST_FOR_ELAN} ou plus récent, puis recommence.`,
      `The Node supplied with Élan does not run on ${process.platform}-${process.arch}: install Node ${OLDEST_FOR_ELAN} or later, then try again.`,
    ),
  )
}

function versionOf(program) {
  const { stdout, status } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined
}
