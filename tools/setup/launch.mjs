// Runs a program of ours under the pinned Node: each Ctrl-C reaches it once, and it never outlives its launcher.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './root.mjs'

const FOLLOW = pathToFileURL(join(ROOT, 'tools/setup/follow-launcher.mjs')).href
const SAME_PRESS_MS = 700
const LOOK_AT_PARENT_MS = 1000

/** Ends this process with the exit code of the program. */
export function launch(node, script, args) {
  const child = spawn(node, ['--import', FOLLOW, script, ...args], {
    cwd: ROOT,
    // Its own process group: a Ctrl-C comes through us only, not from the terminal as well.
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  forwardSignals(child)
  followNpm(child)
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

/** npm repeats to us the signal that the terminal already gave: within an instant it is one and the same. */
function forwardSignals(child) {
  let last = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - last < SAME_PRESS_MS) return
      last = Date.now()
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  }
}

/** When npm is killed outright it cannot tell us; what it started ends too. */
function followNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(timer)
    child.kill('SIGTERM')
  }, LOOK_AT_PARENT_MS)
  timer.unref()
}
