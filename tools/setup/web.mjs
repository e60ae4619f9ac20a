// The interface is built once per state of its sources.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { inLanguage, SetupRefused } from './language.mjs'
import { ROOT } from './root.mjs'

const SOURCES = [
  'app/web',
  'features',
  'platform',
  'ui',
  'package-lock.json',
  'package.json',
  'tsconfig.web.json',
]
const STAMP = join(ROOT, 'dist/.stamp')

/** Runs as a step only when the sources differ from those of the last build. */
export async function ensureWeb(step, node) {
  const now = fingerprint()
  const built = existsSync(join(ROOT, 'dist/web')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now
  if (built) return
  await step(inLanguage('Construction de l’interface', 'Building the interface'), async () => {
    rmSync(STAMP, { force: true })
    await build(node)
    mkdirSync(dirname(STAMP), { recursive: true })
    writeFileSync(STAMP, now)
  })
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesOf))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(join(ROOT, path))) return []
  if (/\.\w+$/.test(path) && !path.includes('/')) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !/(^|\/)server\/|\.test\.tsx?$/.test(file))
    .sort()
}

function build(node) {
  const args = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'app/web/vite.config.ts']
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
    const child = spawn(node, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    child.once('error', (error) => reject(buildFailed(error.message)))
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(buildFailed(reasonIn(Buffer.concat(said).toString())))
    })
  })
}

function reasonIn(said) {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
  return lines.slice(0, 24).join('\n')
}

function buildFailed(reason) {
  return new SetupRefused(
    inLanguage(
      `L’interface n’a pas pu être construite :\n${reason}`,
      `The interface could not be built:\n${reason}`,
    ),
  )
}
