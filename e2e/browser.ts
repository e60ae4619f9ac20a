import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium when there is one, Playwright's own otherwise. */
export async function openBrowser(): Promise<Browser> {
  const own = KNOWN.find((path) => existsSync(path))
  const root = process.getuid?.() === 0
  return chromium.launch({
    ...(own ? { executablePath: own } : {}),
    args: [...FLAGS, ...(root ? ['--no-sandbox'] : [])],
  })
}

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

export interface Look {
  size?: { width: number; height: number }
  language?: 'fr' | 'en'
  theme?: 'light' | 'dark'
}

/** A person's own browser: what the console complains of fails the test that asks `page.complaints`. */
export async function openPage(
  browser: Browser,
  { size = DESK, language = 'fr', theme = 'light' }: Look = {},
) {
  const options: BrowserContextOptions = {
    viewport: size,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: size.width < 768,
    isMobile: size.width < 768,
    serviceWorkers: 'block',
  }
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(Number(process.env.ELAN_PATIENCE ?? 15_000))
  return page
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  help: string
  nodes: { html: string; failureSummary: string }[]
}

/** axe-core finds nothing, on this screen as it is now. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // Through the debugger, not a tag: the page's own policy forbids foreign scripts.
  await page.evaluate(axeSource)
  const violations = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) => result.violations)',
  )) as Violation[]
  const said = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html.slice(0, 160)).join('\n  ')}`,
  )
  expect(said, `axe on ${where}`).toEqual([])
}

const SHOTS = process.env.ELAN_SHOTS

/** Kept only when asked for (ELAN_SHOTS=folder): the pictures of docs/tour.md are made this way. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!SHOTS) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: false })
}

/** What everybody saw when a test failed, in test-results/. */
export async function keepEvidence(
  task: { name: string; result?: { state: string } | undefined },
  pages: Record<string, Page>,
): Promise<void> {
  if (task.result?.state !== 'fail') return
  const folder = new URL('../test-results/', import.meta.url).pathname
  mkdirSync(folder, { recursive: true })
  for (const [name, page] of Object.entries(pages)) {
    await page
      .screenshot({ path: join(folder, `${task.name.slice(0, 40).replace(/\W+/g, '-')}-${name}.png`) })
      .catch(() => {})
  }
}
