// A browser for the end-to-end tests: the machine's own, else Debian's, else the one Playwright brings.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inLanguage, SetupRefused } from './language.mjs'
import { ROOT } from './root.mjs'

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a browser that runs; the tests read it from ELAN_BROWSER, which may also be set by hand. */
export async function ensureBrowser(step, node) {
  const found = presentBrowser(node)
  if (found) return found
  let installed
  await step(inLanguage('Installation d’un navigateur', 'Installing a browser'), async () => {
    installed = (await fromDebian()) ?? (await fromPlaywright(node))
    if (!installed) throw noBrowser()
  })
  return installed
}

function presentBrowser(node) {
  const chosen = process.env.ELAN_BROWSER
  if (chosen && !runs(chosen)) {
    throw new SetupRefused(
      inLanguage(
        `Le navigateur de ELAN_BROWSER ne tourne pas : ${chosen}`,
        `The browser of ELAN_BROWSER does not run: ${chosen}`,
      ),
    )
  }
  return chosen ?? [...KNOWN_PLACES, playwrightPlace(node)].find(runs)
}

function runs(program) {
  return (
    Boolean(program) &&
    existsSync(program) &&
    spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
  )
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  await quietly('apt-get', ['update'])
  await quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'])
  return KNOWN_PLACES.find(runs)
}

async function fromPlaywright(node) {
  await quietly(node, [join(ROOT, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const place = playwrightPlace(node)
  return runs(place) ? place : undefined
}

/** Whether it went well shows in what is there afterwards. */
function quietly(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'ignore' })
    child.once('error', resolve)
    child.once('exit', resolve)
  })
}

function playwrightPlace(node) {
  if (!existsSync(join(ROOT, 'node_modules/playwright-core'))) return undefined
  const ask = `import { chromium } from 'playwright-core'; console.log(chromium.executablePath())`
  const { stdout } = spawnSync(node, ['--input-type=module', '-e', ask], { cwd: ROOT, encoding: 'utf8' })
  return stdout.trim() || undefined
}

function noBrowser() {
  const debian =
    existsSync('/etc/os-release') && /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'))
  const hint = debian ? 'sudo apt-get install chromium' : 'ELAN_BROWSER=/…/chrome npm test'
  return new SetupRefused(
    inLanguage(
      `Les tests de bout en bout demandent un navigateur Chromium, et aucun n’a pu être installé : ${hint}`,
      `The end-to-end tests need a Chromium browser, and none could be installed: ${hint}`,
    ),
  )
}
