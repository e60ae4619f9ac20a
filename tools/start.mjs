// `npm start`: from a fresh clone, or from yesterday, to a running Élan.
import { join } from 'node:path'
import { ensureDependencies } from './setup/install.mjs'
import { launch } from './setup/launch.mjs'
import { SetupRefused } from './setup/language.mjs'
import { pinnedNode } from './setup/node.mjs'
import { ROOT } from './setup/root.mjs'
import { stepsOn } from './setup/steps.mjs'
import { ensureWeb } from './setup/web.mjs'

try {
  const step = stepsOn(process.stdout)
  await ensureDependencies(step)
  const { program, version } = pinnedNode()
  await step('Node', () => version)
  await ensureWeb(step, program)
  launch(program, join(ROOT, 'app/server/main.ts'), process.argv.slice(2))
} catch (error) {
  console.error(error instanceof SetupRefused ? error.message : error)
  process.exitCode = 1
}
