import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { Page } from 'playwright-core'
import { expectAccessible } from './browser.ts'

/** Every key of the texts: none may reach a screen in place of its words. */
const KEYS = new Set<string>()
const gather = (at: string, words: unknown): void => {
  if (typeof words === 'string') KEYS.add(at.replace(/_(one|other|zero)$/, ''))
  else for (const [key, inside] of Object.entries(words as object)) gather(at ? `${at}.${key}` : key, inside)
}
const features = new URL('../features/', import.meta.url)
for (const name of readdirSync(features))
  gather(name, JSON.parse(readFileSync(new URL(`${name}/text/fr.json`, features), 'utf8')))
for (const [file, at] of [
  ['../app/web/text/fr.json', 'app'],
  ['../platform/text/fr.json', 'platform'],
] as const)
  gather(at, JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))

/** What is said on the screen, aloud too. */
const saidOn = (page: Page) =>
  page.evaluate<string>(`(() => {
    const names = ['aria-label', 'placeholder', 'title', 'alt']
    const labelled = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')]
    const labels = labelled.flatMap((one) => names.map((name) => one.getAttribute(name) ?? ''))
    return [document.title, document.body.innerText, ...labels].join('\\n')
  })()`)

const rawKeys = (said: string) =>
  (said.match(/\b[a-z_]+(?:\.\w+)+\b/gi) ?? []).filter((word) => KEYS.has(word))
const holes = (said: string) => said.match(/\bNaN\b|\bundefined\b|\[object |\{\{|Invalid Date/g) ?? []

/** What the page itself measures (seen/layout.ts), sent to it as text. */
const LAYOUT = stripTypeScriptTypes(
  readFileSync(new URL('./seen/layout.ts', import.meta.url), 'utf8'),
).replaceAll(/^export /gm, '')

/** What is cut, what lies over something else and, where one has a thumb, what is too small for it. */
export const layoutFaultsOf = (page: Page): Promise<string[]> => {
  const touch = (page.viewportSize()?.width ?? 0) < 768
  return page.evaluate<string[]>(`(() => { ${LAYOUT}\n return layoutFaults({ touch: ${touch} }) })()`)
}

/** Loaded: its title is there, and nothing grey is left in the place of what comes. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.locator('.sk, [aria-busy=true]').first().waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
}

export async function faultsOf(page: Page, where: string, { saysFailed = false } = {}): Promise<string[]> {
  const faults: string[] = []
  const seen = await page.evaluate<{ titles: number; over: number; failed: string | null }>(`({
    titles: document.querySelectorAll('h1').length,
    over: document.documentElement.scrollWidth - window.innerWidth,
    failed: document.querySelector('.err-panel')?.textContent ?? null,
  })`)
  if (seen.titles !== 1) faults.push(`${where}: ${seen.titles} h1`)
  if (seen.over > 0) faults.push(`${where}: scrolls sideways, by ${seen.over} px`)
  if (seen.failed && !saysFailed) faults.push(`${where}: ${seen.failed}`)
  faults.push(...(await layoutFaultsOf(page)).map((fault) => `${where}: ${fault}`))
  const said = await saidOn(page)
  for (const word of [...rawKeys(said), ...holes(said)]) faults.push(`${where}: says ${word}`)
  await expectAccessible(page, where).catch((error: Error) =>
    faults.push(`${error.message} ${String((error as { actual?: unknown }).actual)}`),
  )
  return faults
}

/** What the console and the network say against a page, until it is asked. */
export function listenTo(page: Page, url: string, expected: RegExp): () => string[] {
  let heard: string[] = []
  const own = new URL(url).host
  page.on('pageerror', (error) => heard.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) heard.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^(https?|wss?):/.test(protocol) && host !== own) heard.push(`asks ${host}`)
  })
  return () => {
    const said = heard
    heard = []
    return said
  }
}

/** Nobody is signed in: being asked who one is answers 401, and the browser says it. */
export const NOTHING = /(?!)/
export const SIGNED_OUT = /status of 401/
