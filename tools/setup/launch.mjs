// Runs a program of ours under the pinned Node: each Ctrl-C reaches it once, and it never outlives its launcher.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './root.mjs'

const FOLLOW = pathToFileURL(join(ROOT, 'tools/setup/follow-launcher.mjs')).href
const SAME_PRESS_MS = 700
// Elsewhere than on Linux each look starts a small program.
const LOOK_AT_PARENT_MS = process.platform === 'linux' ? 1000 : 5000

/** Ends this process with the exit code of the program. */
export function launch(node, script, args) {
  const child = spawn(node, ['--import', FOLLOW, script, ...args], {
    cwd: ROOT,
    // Its own process group: a Ctrl-C comes through us only, not from the terminal as well.
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const forwarded = forwardSignals(child)
  followNpm(() => {
    if (forwarded.last === 0) child.kill('SIGTERM')
  })
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** npm repeats to us the signal that the terminal already gave: within an instant it is one and the same. */
function forwardSignals(child) {
  const forwarded = { last: 0 }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - forwarded.last < SAME_PRESS_MS) return
      forwarded.last = Date.now()
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  }
  return forwarded
}

/** When npm is killed outright it cannot tell us; what it started ends too. */
function followNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  // Between npm and us there may be a shell, which outlives it.
  const grandparent = parentOf(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return
    clearInterval(timer)
    onGone()
  }, LOOK_AT_PARENT_MS)
  timer.unref()
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
  }
}
