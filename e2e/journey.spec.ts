import type { Browser, Page } from 'playwright-core'
import { v7 as uuid7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
/** Nadia shapes the journey, Thomas leads, Karim takes up the role on his phone with Mehdi beside him. */
let nadia: Page
let thomas: Page
let karim: Page
let mehdi: Page
let communityId = ''
let journey = ''
const programmeId = uuid7()

interface Listed {
  items: { id: string }[]
}
interface Mine {
  mine: { id: string; state: string } | null
}
const read = async <Reply>(page: Page, path: string) =>
  (await (await page.request.get(`${house.url}${path}`)).json()) as Reply
const write = async (page: Page, path: string, data: object = {}) => {
  const reply = await page.request.put(`${house.url}${path}`, { data })
  expect(reply.ok(), `${path} ${await reply.text()}`).toBe(true)
}
const mine = async (page: Page) => (await read<Mine>(page, `/api/programmes/${programmeId}`)).mine
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const opened = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).waitFor()

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  const accounts = await accountsOf(house)
  const enter = async (role: string, size = DESK) => {
    const page = await openPage(browser, { size })
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`nobody plays the ${role}`)
    await signIn(page, house.url, account)
    return page
  }
  nadia = await enter('animator')
  thomas = await enter('lead')
  karim = await enter('member', PHONE)
  mehdi = await enter('ambassador')
  communityId = (await read<Listed>(nadia, '/api/communities')).items[0]?.id ?? ''
  journey = `${house.url}/programmes/${programmeId}/parcours`
  await write(nadia, `/api/programmes/${programmeId}`, {
    spaceId: communityId,
    name: 'Les Passeurs',
    managerAgreement: false,
    seats: null,
    state: 'open',
  })
  // The eighty places of Tempo are taken: one more.
  const room = await thomas.request.patch(`${house.url}/api/communities/${communityId}`, {
    data: { contributorCap: 90 },
  })
  expect(room.ok()).toBe(true)
  // What he signed as a member is withdrawn: he reads it again as somebody who serves.
  await karim.request.delete(`${house.url}/api/communities/${communityId}/charter/signature`)
  for (const page of [karim, mehdi]) {
    await write(page, `/api/programmes/${programmeId}/candidacy`, { words: 'J’en suis.', likes: ['write'] })
    const own = await mine(page)
    await write(thomas, `/api/ambassadors/${own?.id}/decision`, { yes: true, word: 'Bienvenue.' })
  }
})
afterEach(({ task }) => keepEvidence(task, { nadia, thomas, karim, mehdi }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** Titles of the steps that Karim has behind him. */
const behind = async () =>
  (
    await read<{ steps: { title: string; doneAt: string | null }[] }>(
      karim,
      `/api/programmes/${programmeId}/journey`,
    )
  ).steps.flatMap((step) => (step.doneAt ? [step.title] : []))
const titles = async () =>
  (
    await read<{ steps: { title: string }[] }>(nadia, `/api/programmes/${programmeId}/journey/edited`)
  ).steps.map((step) => step.title)

test('a ready-made journey is copied, then ordered by buttons and by the keyboard', async () => {
  await nadia.goto(`${journey}/regler`)
  await press(nadia, 'Partir du parcours Éclaireurs')
  await nadia.getByText('10. La rencontre fondatrice').waitFor()
  await expectAccessible(nadia, 'the journey as it is shaped')
  await press(nadia, 'Monter La charte')
  await nadia.getByText('3. La charte').waitFor()
  await nadia.getByRole('button', { name: 'Déplacer L’appel' }).focus()
  await nadia.keyboard.press('Space')
  await nadia.keyboard.press('ArrowDown')
  await nadia.getByText(/L’appel passerait en position 2 sur 10/).waitFor({ state: 'attached' })
  await nadia.keyboard.press('Space')
  await nadia.getByText('2. L’appel').waitFor()
  await expect
    .poll(async () => (await titles()).slice(0, 3))
    .toEqual(['Ton visage et deux lignes', 'L’appel', 'La charte'])
  for (const title of ['La rencontre fondatrice', 'Ton visage et deux lignes']) {
    await press(nadia, `Retirer ${title}`)
    await nadia.locator('dialog[open]').getByRole('button', { name: 'Retirer cette marche' }).click()
    await nadia.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  await expect.poll(titles).toHaveLength(8)
})

test('a step is added in plain words', async () => {
  await press(nadia, 'Ajouter une marche')
  const form = nadia.locator('dialog[open]')
  await form.getByLabel('Titre').fill('Le mot du chef d’atelier')
  await form.getByLabel('Texte à lire').fill('Prends ton temps. On a tous commencé par une bêtise.')
  await expectAccessible(nadia, 'the form of a step')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.getByText('9. Le mot du chef d’atelier').waitFor()
})

test('a time is offered, booked on a phone, and the call is said to have taken place', async () => {
  await thomas.goto(`${journey}/appels`)
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await thomas.getByLabel('Jour et heure').fill(`${day}T18:10`)
  await thomas.getByLabel('Lieu, ou adresse de l’appel').fill('Au téléphone')
  await press(thomas, 'Proposer ce moment')
  await thomas.getByText('Libre').waitFor()
  await karim.goto(journey)
  await opened(karim, 'L’appel')
  await expectAccessible(karim, 'the way of somebody who arrives')
  await press(karim, /^Réserver/)
  await karim.getByText(/Appel avec Thomas Legrand/).waitFor()
  await thomas.reload()
  await press(thomas, 'L’appel a eu lieu')
  await thomas.getByText('L’appel a eu lieu.').waitFor()
})

test('the charter is signed where one stands', async () => {
  await karim.reload()
  await opened(karim, 'La charte')
  const sign = karim.getByRole('button', { name: 'J’ai lu, je signe' })
  // Whoever signed it as a member has done so here too.
  if (await sign.isVisible().catch(() => false)) await sign.click()
  await karim
    .getByText(/Signée le/)
    .first()
    .waitFor()
  expect(await behind()).toContain('La charte')
})

test('what there is to read is read, and a buddy is met', async () => {
  await karim.reload()
  await opened(karim, 'Ce qu’on attend de toi, et ce qu’on n’attend pas')
  await press(karim, 'J’ai lu')
  const [own, beside] = [await mine(karim), await mine(mehdi)]
  await write(thomas, `/api/ambassadors/${own?.id}/buddy`, { buddyId: beside?.id })
  await karim.reload()
  await opened(karim, 'Ton binôme')
  await karim.getByText('Mehdi Amrani').first().waitFor()
  await press(karim, 'Nous nous sommes vus')
  await press(karim, /^Continuer/)
  await opened(karim, 'Élan dans la poche')
  await press(karim, 'C’est sur mon téléphone')
  await expect.poll(behind).toEqual(expect.arrayContaining(['Ton binôme', 'Élan dans la poche']))
})

const RIGHT = [
  ['Je lui écris en privé pour qu’il change la photo'],
  ['Dire que tu ne sais pas', 'Nommer la personne qui sait'],
  ['Oui, en disant à quel moment et ce que tu faisais'],
  ['Le dire, et faire une pause avec une date de retour'],
]

test('three lessons, four questions: wrong once, then passed', async () => {
  await karim.reload()
  await opened(karim, 'L’outil en main')
  await press(karim, 'Leçon suivante')
  await press(karim, 'Leçon suivante')
  await press(karim, /Passer aux 4 questions/)
  for (const again of [false, true]) {
    for (const [at, right] of RIGHT.entries()) {
      const chosen = again ? right : ['Je signale à l’animation et j’attends', ...right].slice(0, 1)
      const labels = at === 0 || again ? chosen : right.slice(0, 1)
      for (const label of labels) await karim.getByLabel(label).check()
      await press(karim, 'Répondre')
      await karim.getByText(/Oui, c’est le bon réflexe|Pas tout à fait/).waitFor()
      if (at < RIGHT.length - 1) await press(karim, 'Question suivante')
    }
    if (!again) {
      await karim.getByText(/Il en manque un peu/).waitFor()
      await expectAccessible(karim, 'a quiz not passed yet')
      await press(karim, 'Recommencer')
    }
  }
  await karim.getByText('Le quiz est réussi.').waitFor()
})

test('the first words are seen by themselves', async () => {
  await write(karim, `/api/posts/${uuid7()}`, {
    spaceId: communityId,
    kind: 'message',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour de l’atelier.' }] }],
    },
  })
  await karim.reload()
  await opened(karim, 'Ton premier message, à quatre mains')
  expect(await behind()).toContain('Dire bonjour')
})

test('a first post is written with help, read again by the buddy alone, and published without anybody’s approval', async () => {
  await press(karim, 'Ce que j’ai appris cette semaine')
  await karim
    .getByLabel('Ton message')
    .fill(
      'Cette semaine à Cholet, Bruno m’a montré comment tracer un limon sans gabarit. J’ai refait trois fois, la quatrième était juste. Et vous, quel geste vous a pris le plus de temps ?',
    )
  await expectAccessible(karim, 'a first post being written')
  const field = await karim.getByLabel('Ton message').boundingBox()
  expect((field?.x ?? 0) + (field?.width ?? Infinity), 'the field stays on the phone').toBeLessThanOrEqual(
    PHONE.width,
  )
  await press(karim, 'Faire relire par Mehdi')
  await karim.getByText('Mehdi peut relire ton brouillon, et personne d’autre.').waitFor()
  await mehdi.goto(journey)
  await mehdi.getByRole('link', { name: /Relire le premier message de Karim/ }).click()
  await mehdi.getByText(/tracer un limon/).waitFor()
  await mehdi.getByLabel('Un mot en retour').fill('Mets les trois essais en premier.')
  await press(mehdi, 'Envoyer')
  await mehdi.getByText('Mets les trois essais en premier.').first().waitFor()
  await karim.reload()
  await karim.getByText('Mets les trois essais en premier.').waitFor()
  await press(karim, 'Publier')
  await karim.getByText('C’est publié.').waitFor()
})

test('with the last step done, the role is taken up', async () => {
  expect((await mine(karim))?.state).toBe('onboarding')
  await karim.reload()
  await opened(karim, 'Le mot du chef d’atelier')
  await press(karim, 'J’ai lu')
  await karim.getByRole('heading', { level: 1, name: 'Te voilà dans le rôle, Karim.' }).waitFor()
  await expectAccessible(karim, 'a way walked')
  expect((await mine(karim))?.state).toBe('active')
})

test('another ambassador, an animator and an administrator find no file of Karim’s way', async () => {
  const own = await mine(karim)
  for (const page of [mehdi, nadia]) {
    const reply = await page.request.get(`${house.url}/api/ambassadors/${own?.id}/journey`)
    expect(reply.status()).toBe(404)
  }
})
