// Élan against other people's servers (Redis, PostgreSQL 15, a mail server, an S3 store): run by .ci/run on Debian.
// Nothing is skipped: a server that is not installed is a failure. The last line is counted: `services: N passed, N failed`.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkTests } from './setup/checks.mjs'
import { ensureDependencies } from './setup/install.mjs'
import { inLanguage, SetupRefused } from './setup/language.mjs'
import { pinnedNode } from './setup/node.mjs'
import { stepsOn } from './setup/steps.mjs'

const PROGRAMS = [
  ['redis-server', ['/usr/bin/redis-server', '/usr/local/bin/redis-server']],
  ['postgresql-15', ['/usr/lib/postgresql/15/bin/postgres']],
  ['python3-aiosmtpd', ['/usr/lib/python3/dist-packages/aiosmtpd/__init__.py']],
  ['swift-proxy', ['/usr/bin/swift-proxy-server']],
  ['swift-account', ['/usr/bin/swift-account-server']],
  ['swift-container', ['/usr/bin/swift-container-server']],
  ['swift-object', ['/usr/bin/swift-object-server']],
]

// Everything of this run is in there: data, and the number of each process, so that none outlives it.
const folder = mkdtempSync(join(tmpdir(), 'elan-services-'))
chmodSync(folder, 0o711)
let sum = { passed: 0, failed: 0, skipped: 0 }
try {
  const step = stepsOn(process.stdout)
  refuseMissing()
  await ensureDependencies(step)
  const { program: node } = pinnedNode()
  sum = await checkTests(node, 'services/vitest.config.ts', { ELAN_SERVICES_DIR: folder })
} catch (error) {
  console.error(error instanceof SetupRefused ? error.message : error)
  sum.failed += 1
} finally {
  endLeftBehind()
  rmSync(folder, { recursive: true, force: true })
}
// A test that did not run is no success.
const failed = sum.failed + sum.skipped
process.exitCode = failed > 0 || sum.passed === 0 ? 1 : 0
console.log(`services: ${sum.passed} passed, ${failed} failed`)

function refuseMissing() {
  const missing = PROGRAMS.filter(([, paths]) => !paths.some((path) => existsSync(path))).map(
    ([name]) => name,
  )
  if (missing.length === 0) return
  const list = missing.join(' ')
  throw new SetupRefused(
    inLanguage(`Il manque : apt-get install ${list}`, `Missing: apt-get install ${list}`),
  )
}

/** Only what this run started, and only when that number still belongs to something living in its folder. */
function endLeftBehind() {
  for (const pid of startedHere()) {
    if (!isOfThisRun(pid)) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}

/** The processes of the tests, and the databases that an Élan killed on purpose left behind. */
function startedHere() {
  const lines = (path) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [])
  const databases = readdirSync(folder).map((name) => join(folder, name, 'postgres/cluster/postmaster.pid'))
  return [...lines(join(folder, 'pids')), ...databases.map((path) => lines(path)[0])]
    .filter(Boolean)
    .map(Number)
}

function isOfThisRun(pid) {
  const read = (name) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8')
    } catch {
      return ''
    }
  }
  return cwdOf(pid).startsWith(folder) || read('cmdline').includes(folder) || read('environ').includes(folder)
}

/** Some servers write over their own command line; none leaves its data. */
function cwdOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}
