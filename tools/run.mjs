// Runs one of our programs (`npm run import`, `check`, `bench`): installs first when needed, told on stderr.
import { resolve } from 'node:path'
import { ensureDependencies } from './setup/install.mjs'
import { inLanguage, SetupRefused } from './setup/language.mjs'
import { launch } from './setup/launch.mjs'
import { pinnedNode } from './setup/node.mjs'
import { ROOT } from './setup/root.mjs'
import { stepsOn } from './setup/steps.mjs'

const [script, ...args] = process.argv.slice(2)
try {
  if (!script) {
    throw new SetupRefused(inLanguage('Il faut nommer le programme à lancer.', 'Name the program to run.'))
  }
  await ensureDependencies(stepsOn(process.stderr))
  launch(pinnedNode().program, resolve(ROOT, script), args)
} catch (error) {
  console.error(error instanceof SetupRefused ? error.message : error)
  process.exitCode = 1
}
