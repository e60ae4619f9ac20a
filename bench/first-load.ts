import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import pg from 'pg'
import { seedAubrelle } from '#features/demonstration/server/seeds.ts'
import { openDatabase } from '#platform/server/db.ts'
import { keepSecretKey } from '#platform/server/seal.ts'
import { localStorage } from '#platform/server/storage.ts'
import { type Child, startChild } from './child.ts'
import { freePort, withPhone } from './chromium.ts'
import { benchLighthouse } from './lighthouse.ts'
import type { Row } from './report.ts'
import { signedIn, type Stage } from './stage.ts'

const ROOT = new URL('..', import.meta.url).pathname
const LIMIT = 150_000

interface Page {
  what: string
  path: string
  /** Once this is on the screen, the screen is there. */
  shown: string
  cookie: string | null
}

/** The real pages in a real browser: what script crosses the network before the first screen, and Lighthouse. */
export async function benchFirstLoad(stage: Stage): Promise<Row[]> {
  await build()
  const { url, cookie } = await smallNetwork(stage)
  const ours = await startChild('ours.ts', [url, stage.folder, String(await freePort())])
  const pages: Page[] = [
    { what: 'home feed', path: '/', shown: 'article[id^="p-"]', cookie },
    { what: 'sign-in', path: '/connexion', shown: 'input[name="password"]', cookie: null },
  ]
  const rows: Row[] = []
  try {
    for (const page of pages) rows.push(await scriptOf(ours, page))
    for (const { what, path, cookie: held } of pages)
      rows.push(...(await benchLighthouse(what, new URL(path, ours.url), held, stage.folder)))
  } finally {
    await ours.stop()
  }
  return rows
}

const build = () =>
  promisify(execFile)(process.execPath, [
    `${ROOT}node_modules/vite/bin/vite.js`,
    'build',
    '--config',
    `${ROOT}app/web/vite.config.ts`,
  ])

/** The demonstration with few everyday posts, and one of its members signed in. */
async function smallNetwork(stage: Stage): Promise<{ url: string; cookie: string }> {
  const url = await stage.database('web')
  keepSecretKey(randomBytes(32).toString('hex'))
  const database = openDatabase(url)
  const { accounts } = await seedAubrelle(database, localStorage(`${stage.folder}/files`), {
    dataDir: stage.folder,
  })
  await database.close()
  const email = accounts.find((account) => account.role === 'member')?.identifier
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from members where email = $1', [email])
  await client.query('analyze')
  await client.end()
  if (!rows[0]) throw new Error('no member')
  return { url, cookie: await signedIn(url, rows[0].id) }
}

/** Bytes of script as they cross the network, headers included, until the first screen is there. */
async function scriptOf(ours: Child, page: Page): Promise<Row> {
  const url = new URL(page.path, ours.url)
  return withPhone(url, page.cookie, async (phone) => {
    const tab = await phone.newPage()
    const wire = await phone.newCDPSession(tab)
    await wire.send('Network.enable')
    const asked = new Set<string>()
    const bytesOf = new Map<string, number>()
    wire.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'Script' && asked.add(requestId))
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      bytesOf.set(requestId, encodedDataLength),
    )
    await tab.goto(url.href, { waitUntil: 'commit' })
    await tab.waitForSelector(page.shown)
    // What was asked for by now counts in full, even if its end is told a moment later.
    const scripts = [...asked]
    while (scripts.some((id) => !bytesOf.has(id))) await tab.waitForTimeout(50)
    const bytes = scripts.reduce((sum, id) => sum + (bytesOf.get(id) ?? 0), 0)
    return {
      what: `web, script before the first screen (${page.what})`,
      unit: 'kB',
      ours: bytes / 1000,
      limit: null,
      ratio: bytes / LIMIT,
      mustReach: `at most ${LIMIT / 1000} kB`,
      reached: bytes > 0 && bytes <= LIMIT,
      beside: { files: scripts.length },
    }
  })
}
