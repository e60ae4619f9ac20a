// Dependencies exactly as the lock file says, installed only when it changed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inLanguage, SetupRefused } from './language.mjs'
import { ROOT } from './root.mjs'

const OLDEST_NODE = 20
const STAMP = join(ROOT, 'node_modules/.elan-stamp')
const POLL_MS = 250

/** Runs as a step only when there is something to install. */
export async function ensureDependencies(step) {
  assertNode()
  if (isInstalled()) return
  await step(inLanguage('Installation des dépendances', 'Installing dependencies'), async (progress) => {
    await npmCi(progress)
    writeFileSync(STAMP, fingerprint())
  })
}

function assertNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return
  throw new SetupRefused(
    inLanguage(
      `Il faut Node ${OLDEST_NODE} ou plus récent pour commencer ; celui-ci est le ${process.versions.node}.`,
      `Node ${OLDEST_NODE} or later is needed to begin; this one is ${process.versions.node}.`,
    ),
  )
}

function isInstalled() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()) return true
  if (existsSync(STAMP) || !installedByHand()) return false
  writeFileSync(STAMP, fingerprint())
  return true
}

/** Somebody ran npm themselves: what it wrote down says whether the result is the lock file's. */
function installedByHand() {
  const record = join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted()).every(([path, { version, optional }]) => {
    return optional || installed[path]?.version === version
  })
}

function fingerprint() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

/** The packages of the lock file that this machine takes. */
function wanted() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const suits = (list, own) => list === undefined || [list].flat().includes(own)
  return Object.fromEntries(
    Object.entries(packages).filter(
      ([path, { os, cpu }]) => path && suits(os, process.platform) && suits(cpu, process.arch),
    ),
  )
}

function npmCi(progress) {
  const { program, first } = npm()
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit']
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: outsideEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    const paths = Object.keys(wanted())
    const timer = setInterval(() => progress(countInstalled(paths), paths.length), POLL_MS)
    child.once('error', (error) => reject(npmFailed(error.message)))
    child.once('close', (code) => {
      clearInterval(timer)
      if (code === 0) resolve()
      else reject(npmFailed(reasonIn(Buffer.concat(said).toString())))
    })
  })
}

/** npm says why first, and how its options work afterwards. */
function reasonIn(said) {
  const lines = said.split('\n').filter((line) => line.replace('npm error', '').trim())
  return lines.slice(0, 12).join('\n')
}

function countInstalled(paths) {
  return paths.filter((path) => existsSync(join(ROOT, path, 'package.json'))).length
}

/** npm goes on with the Node that started it: ours is among what it is about to replace. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && node && existsSync(node) && existsSync(script)) return { program: node, first: [script] }
  return { program: 'npm', first: [] }
}

function outsideEnvironment() {
  const inside = join(ROOT, 'node_modules')
  const path = (process.env.PATH ?? '').split(delimiter).filter((directory) => !directory.startsWith(inside))
  return { ...process.env, PATH: path.join(delimiter), NODE_ENV: '' }
}

function npmFailed(reason) {
  return new SetupRefused(
    inLanguage(
      `Les dépendances n’ont pas pu être installées par npm :\n${reason}`,
      `npm could not install the dependencies:\n${reason}`,
    ),
  )
}
