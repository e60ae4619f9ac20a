// `npm test`: sets itself up, runs everything, and reports every part even when an earlier one failed.
// `npm test -- lint unit` runs those parts only. The last line is the sum: `N passed, N failed`.
import { ensureBrowser } from './setup/browser.mjs'
import { checkProgram, checkTests } from './setup/checks.mjs'
import { ensureDependencies } from './setup/install.mjs'
import { inLanguage, SetupRefused } from './setup/language.mjs'
import { pinnedNode } from './setup/node.mjs'
import { stepsOn } from './setup/steps.mjs'
import { ensureWeb } from './setup/web.mjs'

const step = stepsOn(process.stdout)
const sum = { passed: 0, failed: 0, skipped: 0 }

try {
  await ensureDependencies(step)
  const { program: node, version } = pinnedNode()
  await step('Node', () => version)
  for (const [name, check] of chosen(parts(node))) add(name, await attempted(check))
} catch (error) {
  console.error(error instanceof SetupRefused ? error.message : error)
  sum.failed += 1
}
if (sum.skipped > 0) console.log(inLanguage(`${sum.skipped} tests non joués`, `${sum.skipped} tests not run`))
if (sum.passed + sum.failed === 0) console.log(inLanguage('Aucun test n’a été joué.', 'No test was run.'))
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
console.log(`${sum.passed} passed, ${sum.failed} failed`)

function parts(node) {
  const program = (...args) => checkProgram(node, args)
  return [
    ['types', () => program('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')],
    ['types-web', () => program('node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json')],
    ['lint', () => program('node_modules/oxlint/bin/oxlint', '--type-aware')],
    ['house', () => program('tools/check.ts', '--own')],
    ['unit', () => checkTests(node, 'vitest.config.ts')],
    ['web', () => ensureWeb(step, node).then(() => ({ passed: 1, failed: 0, skipped: 0 }))],
    ['e2e', () => endToEnd(node)],
  ]
}

async function endToEnd(node) {
  const browser = await ensureBrowser(step, node)
  return checkTests(node, 'e2e/vitest.config.ts', { ELAN_BROWSER: browser })
}

function chosen(all) {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => !all.some(([part]) => part === name))
  if (unknown) {
    const known = all.map(([part]) => part).join(', ')
    throw new SetupRefused(
      inLanguage(`Partie inconnue : ${unknown} (${known})`, `Unknown part: ${unknown} (${known})`),
    )
  }
  return names.length > 0 ? all.filter(([part]) => names.includes(part)) : all
}

/** A part that cannot even be set up counts as one failure, and the next ones still run. */
async function attempted(check) {
  try {
    return await check()
  } catch (error) {
    console.error(error instanceof SetupRefused ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function add(name, { passed, failed, skipped }) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed`)
}
