import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
]

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A phone that has never seen Élan: nothing in its cache, the member's session in its cookies. */
export async function withPhone<T>(
  url: URL,
  cookie: string | null,
  work: (phone: BrowserContext, port: number) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'elan-phone-'))
  const port = await freePort()
  const own = KNOWN.find((path) => existsSync(path))
  const root = process.getuid?.() === 0
  const phone = await chromium.launchPersistentContext(profile, {
    ...(own ? { executablePath: own } : {}),
    args: [...FLAGS, `--remote-debugging-port=${port}`, ...(root ? ['--no-sandbox'] : [])],
    viewport: { width: 390, height: 844 },
    locale: 'fr-FR',
  })
  try {
    const [name = '', value = ''] = cookie?.split('=') ?? []
    if (cookie) await phone.addCookies([{ name, value, url: url.href, httpOnly: true, sameSite: 'Lax' }])
    return await work(phone, port)
  } finally {
    await phone.close()
    await rm(profile, { recursive: true, force: true })
  }
}
