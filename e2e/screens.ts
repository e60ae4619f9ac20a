import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core'
import { type Look, openPage } from './browser.ts'
import type { House } from './house.ts'
import { contributionScreens } from './screens/contributions.ts'
import { planScreens } from './screens/plan.ts'
import { seasonScreens } from './screens/seasons.ts'
import { ideaScreens } from './screens/ideas.ts'
import { libraryScreens } from './screens/library.ts'
import { missionScreens } from './screens/missions.ts'
import { journeyScreens } from './screens/journeys.ts'
import { practiceScreens } from './screens/practices.ts'
import { editorialScreens } from './screens/editorial.ts'
import { turnScreens } from './screens/turns.ts'
import { programmeScreens } from './screens/programme.ts'
import { sharingScreens } from './screens/sharing.ts'
import { type Role, ROLES, type Screen, type Walk } from './walk.ts'

const EXPORT = new URL('../features/imports/server/fixtures/hr-export.csv', import.meta.url).pathname
const PAGES = new URL('../app/web/pages.ts', import.meta.url).pathname

type Home = Pick<House, 'url' | 'dataDir'>

export interface Account {
  role: string
  name: string
  identifier: string
  password: string
}

export const accountsOf = async (house: Home): Promise<Account[]> =>
  JSON.parse(await readFile(join(house.dataDir, 'demo-accounts.json'), 'utf8')) as Account[]

/** Every path of app/web/pages.ts, as it is written there. */
export const knownPaths = async (): Promise<string[]> =>
  [...(await readFile(PAGES, 'utf8')).matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')

/** Through the screen of everybody, in the language of the browser. */
export async function signIn(page: Page, url: string, account: Account): Promise<void> {
  await page.goto(`${url}/connexion`)
  await page.locator('input[name=identifier]').fill(account.identifier)
  await page.locator('input[name=password]').fill(account.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((address) => address.pathname === '/')
}

export type People = Record<Role, Page>

/** One browser context a role, signed in once. */
export async function signEverybodyIn(browser: Browser, house: House, look: Look = {}): Promise<People> {
  const accounts = await accountsOf(house)
  const page = async (role: Role) => {
    const opened = await openPage(browser, look)
    const account = accounts.find((one) => one.role === role)
    if (account) await signIn(opened, house.url, account)
    return opened
  }
  const entries: [Role, Page][] = []
  for (const role of ROLES) entries.push([role, await page(role)])
  return Object.fromEntries(entries) as People
}

/** The same people in another language and the dark theme of their device, signed in by the same cookies. */
export async function inOtherClothes(browser: Browser, people: People, look: Look): Promise<People> {
  const entries = ROLES.map(async (role): Promise<[Role, Page]> => {
    const page = await openPage(browser, look)
    await page.context().addCookies(await people[role].context().cookies())
    return [role, page]
  })
  return Object.fromEntries(await Promise.all(entries)) as People
}

const bodyOf = async <Reply>(request: APIRequestContext, url: string): Promise<Reply> => {
  const reply = await request.get(url)
  if (!reply.ok()) throw new Error(`${url} answered ${reply.status()}`)
  return (await reply.json()) as Reply
}
const api = (context: BrowserContext, house: Home) => ({
  get: <Reply>(path: string) => bodyOf<Reply>(context.request, `${house.url}${path}`),
})

// One line each: lists of different features merge by themselves.
// prettier-ignore
const LATER: ((walk: Walk) => Promise<Screen[]>)[] = [
  journeyScreens,
  programmeScreens,
  turnScreens,
  contributionScreens,
  seasonScreens,
  planScreens,
  libraryScreens,
  missionScreens,
  ideaScreens,
  practiceScreens,
  sharingScreens,
  editorialScreens,
]

type Item = { id: string }
interface Listed<Found> {
  items: Found[]
}
interface Codes {
  codes: { personal: { code: string } | null; poster: { code: string } | null }
}

/** A file of people is read, as far as its comparison; nothing is written. */
async function readExport(administrator: Page, house: Home): Promise<string> {
  await administrator.goto(`${house.url}/imports`)
  await administrator.locator('input[type=file]').setInputFiles(EXPORT)
  await administrator.waitForURL(/\/imports\/[0-9a-f-]+$/)
  const id = /imports\/([0-9a-f-]+)$/.exec(administrator.url())?.[1] ?? ''
  const { get } = api(administrator.context(), house)
  for (let tries = 0; tries < 120; tries++) {
    const { state } = await get<{ state: string }>(`/api/imports/${id}`)
    if (state !== 'waiting' && state !== 'reading' && state !== 'comparing') break
    await administrator.waitForTimeout(500)
  }
  return id
}

const codesOf = async (visitor: Page, { url }: Home) =>
  ((await (await visitor.request.post(`${url}/api/demonstration/accounts`, { data: {} })).json()) as Codes)
    .codes

/** A code of a person without an e-mail address. */
async function resetCode(administrator: Page, house: Home): Promise<string> {
  const { get } = api(administrator.context(), house)
  const name = (await accountsOf(house)).find((one) => one.role === 'without_email')?.name ?? ''
  const found = await get<Listed<Item>>(`/api/people?search=${encodeURIComponent(name)}`)
  const made = await administrator.request.post(`${house.url}/api/people/${found.items[0]?.id}/reset-code`, {
    headers: { origin: house.url },
  })
  return ((await made.json()) as { code: string }).code
}

/** An address and a person for each path. */
export async function everyScreen(people: People, house: Home): Promise<Screen[]> {
  const { administrator, animator, visitor } = people
  const { get } = api(animator.context(), house)
  const tempo = (await get<Listed<Item & { slug: string }>>('/api/communities')).items[0] as Item & {
    slug: string
  }
  const group = (await get<Listed<Item>>(`/api/communities/${tempo.id}/groups`)).items[0]?.id
  const audience = (await get<Listed<Item>>('/api/audiences')).items[0]?.id
  const posts = await get<Listed<Item & { kind: string; author: Item | null }>>('/api/posts?kind=question')
  const post = posts.items[0]
  const [code, reset, imported] = [
    await codesOf(visitor, house),
    await resetCode(administrator, house),
    await readExport(administrator, house),
  ]
  const community = `/communautes/${tempo.id}`
  const screen = (as: Role, path: string, address = path): Screen => ({ as, path, address })
  const walk: Walk = {
    get: (as, path) => bodyOf(people[as].context().request, house.url + path),
    screen,
    communityId: tempo.id,
  }
  const later = await Promise.all(LATER.map((screens) => screens(walk)))
  const steps = ['vision', 'audience', 'value', 'objectives', 'charter', 'stakeholders', 'rhythm', 'preview']
  return [
    screen('visitor', '/connexion'),
    screen('visitor', '/demonstration'),
    { ...screen('visitor', '/bienvenue'), leadsTo: '/connexion' },
    screen('visitor', '/rejoindre'),
    screen('visitor', '/rejoindre/:code', `/rejoindre/${code.personal?.code}`),
    screen('visitor', '/rejoindre/:code', `/rejoindre/${code.poster?.code}`),
    screen('visitor', '/mot-de-passe/oublie'),
    screen('visitor', '/mot-de-passe/:code', `/mot-de-passe/${reset}`),
    screen('visitor', '/decouvrir/:slug', `/decouvrir/${tempo.slug}`),
    screen('visitor', '/api/docs'),
    screen('member', '/'),
    screen('member', '/', '/?vue=missed'),
    screen('member', '/espaces/:spaceId', `/espaces/${tempo.id}`),
    screen('member', '/espaces/:spaceId', `/espaces/${tempo.id}?vue=question`),
    screen('member', '/publications/:postId', `/publications/${post?.id}`),
    screen('member', '/publier', `/publier?espace=${tempo.id}&genre=practice`),
    screen('member', '/brouillons'),
    screen('member', '/gardees'),
    screen('member', '/recherche', '/recherche?q=vernis'),
    screen('member', '/notifications'),
    screen('member', '/invitations'),
    screen('member', '/moi'),
    screen('member', '/moi/mes-donnees'),
    screen('member', '/personnes'),
    screen('member', '/personnes/:id', `/personnes/${post?.author?.id}`),
    screen('member', '/communautes'),
    screen('member', '/communautes/:id', community),
    screen('member', '/plus'),
    screen('partner', '/'),
    screen('partner', '/communautes'),
    screen('partner', '/recherche', '/recherche?q=cholet'),
    screen('animator', '/animer'),
    screen('animator', '/communautes/:id', community),
    screen('animator', '/communautes/:id/animer', `${community}/animer`),
    screen('animator', '/communautes/:id/mesures', `${community}/mesures`),
    screen('lead', '/communautes/:id/bilan', `${community}/bilan`),
    screen('animator', '/communautes/:id/inviter', `${community}/inviter`),
    ...['personnes', 'lettres', 'envois'].map((view) =>
      screen('animator', '/communautes/:id/invitations', `${community}/invitations?vue=${view}`),
    ),
    ...[...steps, 'launch'].map((step) =>
      screen('animator', '/communautes/:id/preparer', `${community}/preparer?etape=${step}`),
    ),
    screen('animator', '/communautes/:id/membres', `${community}/membres`),
    screen('animator', '/communautes/:id/groupes/creer', `${community}/groupes/creer`),
    screen('animator', '/communautes/:id/groupes/:groupId', `${community}/groupes/${group}`),
    screen('animator', '/communautes/creer'),
    screen('animator', '/moderation'),
    screen('animator', '/publics'),
    screen('animator', '/publics/creer'),
    screen('animator', '/publics/:id', `/publics/${audience}`),
    screen('administrator', '/imports'),
    screen('administrator', '/imports/:id', `/imports/${imported}`),
    screen('administrator', '/administration'),
    screen('administrator', '/administration/personnes'),
    screen('administrator', '/administration/personnes/nouvelle'),
    screen('administrator', '/administration/personnes/:id', `/administration/personnes/${post?.author?.id}`),
    screen('administrator', '/administration/organisations'),
    screen('administrator', '/administration/communautes'),
    screen('administrator', '/administration/envois'),
    screen('administrator', '/administration/journal'),
    ...later.flat(),
  ]
}
