import type { Browser, Page } from 'playwright-core'
import { v7 as uuid7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
/** Nadia shapes the journey, Thomas leads, Mehdi serves already, Karim is about to leave. */
let nadia: Page
let thomas: Page
let mehdi: Page
let karim: Page
/** Gaëlle, of the assembly line, on her phone and without an e-mail address. */
let gaelle: Page
/** Her manager, who has no account open. */
let manager: Page
let communityId = ''
const programmeId = uuid7()
const path = `/programmes/${programmeId}`
const WORDS = 'Cette semaine à Cholet, Bruno m’a montré comment tracer un limon sans gabarit.'

interface Listed {
  items: { id: string }[]
}
interface Mine {
  mine: { id: string; state: string } | null
}
interface Agreement {
  id: string
  letterId: string | null
}
const read = async <Reply>(page: Page, address: string) =>
  (await (await page.request.get(`${house.url}${address}`)).json()) as Reply
const write = async (page: Page, address: string, data: object = {}) => {
  const reply = await page.request.put(`${house.url}${address}`, { data })
  expect(reply.ok(), `${address} ${await reply.text()}`).toBe(true)
}
const mine = async (page: Page) => (await read<Mine>(page, `/api${path}`)).mine
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const opened = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).waitFor()
const goTo = (page: Page, below = '') => page.goto(`${house.url}${path}${below}`)
const hers = async () => (await mine(gaelle))?.id ?? ''

/** The column of the lead's board where she stands, and what it says of her. */
async function onTheBoard(column: RegExp, says: RegExp | string): Promise<void> {
  await goTo(thomas, '/suivi')
  const card = thomas
    .getByRole('region', { name: column })
    .getByRole('listitem')
    .filter({ hasText: 'Gaëlle' })
  await card.getByText(says).first().waitFor()
}

/** Steps of hers that are behind, as the lead reads them in her file. */
async function behindInHerFile(): Promise<string[]> {
  await goTo(thomas, `/ambassadeurs/${await hers()}`)
  const way = thomas.getByRole('region', { name: 'Le parcours' })
  await way.waitFor()
  return way.locator('li.yes b').allTextContents()
}

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
  mehdi = await enter('ambassador')
  karim = await enter('member')
  gaelle = await enter('without_email', PHONE)
  manager = await openPage(browser, { size: PHONE })
  communityId = (await read<Listed>(nadia, '/api/communities')).items[0]?.id ?? ''
  await write(nadia, `/api${path}`, {
    spaceId: communityId,
    name: 'Les Passeurs',
    mission: 'Passer le geste, d’un poste à l’autre.',
    managerAgreement: false,
    seats: 2,
    state: 'open',
  })
  // The eighty places of Tempo are taken: a few more.
  const room = await thomas.request.patch(`${house.url}/api/communities/${communityId}`, {
    data: { contributorCap: 90 },
  })
  expect(room.ok()).toBe(true)
  for (const page of [mehdi, karim]) {
    await write(page, `/api${path}/candidacy`, { words: 'J’en suis.', likes: ['write'] })
    await write(thomas, `/api/ambassadors/${(await mine(page))?.id}/decision`, {
      yes: true,
      word: 'Bienvenue.',
    })
  }
  await write(nadia, `/api${path}`, { spaceId: communityId, name: 'Les Passeurs', managerAgreement: true })
  // What she signed as a member, if she did, is withdrawn: she reads it as somebody who serves.
  await gaelle.request.delete(`${house.url}/api/communities/${communityId}/charter/signature`)
})
afterEach(({ task }) => keepEvidence(task, { nadia, thomas, mehdi, gaelle, manager }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** Titles of the journey as it is shaped. */
const titles = async () =>
  (await read<{ steps: { title: string }[] }>(nadia, `/api${path}/journey/edited`)).steps.map(
    (step) => step.title,
  )

test('a ready-made journey is copied, ordered by buttons and by the keyboard, and given a step of its own', async () => {
  await goTo(nadia, '/parcours/regler')
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
  await press(nadia, 'Ajouter une marche')
  const form = nadia.locator('dialog[open]')
  await form.getByLabel('Titre').fill('Le mot du chef d’atelier')
  await form.getByLabel('Texte à lire').fill('Prends ton temps. On a tous commencé par une bêtise.')
  await expectAccessible(nadia, 'the form of a step')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.getByText('9. Le mot du chef d’atelier').waitFor()
})

test('she offers to serve from her phone, in a few words, with a manager who has no e-mail address', async () => {
  await gaelle.goto(`${house.url}/communautes/${communityId}/programmes`)
  await gaelle.getByRole('link', { name: 'Les Passeurs' }).click()
  await gaelle.getByRole('heading', { name: 'Rejoindre le programme' }).waitFor()
  await gaelle.getByLabel('Pourquoi toi, en quelques mots').fill('Je connais chaque poste de la ligne.')
  await gaelle.getByLabel('Accueillir les personnes qui arrivent').check()
  const other = gaelle.getByRole('button', { name: 'C’est quelqu’un d’autre' })
  if (await other.isVisible()) await other.click()
  await gaelle.getByLabel('Son nom').fill('Corinne Baudry')
  await expectAccessible(gaelle, 'the offer')
  await press(gaelle, 'Me proposer')
  await gaelle.getByRole('heading', { name: 'Ta candidature est arrivée' }).waitFor()
  await expectAccessible(gaelle, 'candidate')
  await onTheBoard(/Candidature/, 'Accord attendu')
})

/** The link that is printed on the page to hand over; she alone and the keepers may have it. */
async function linkOnPaper(): Promise<string> {
  const paper = await gaelle.getByRole('link', { name: 'Imprimer la page à remettre' }).getAttribute('href')
  const { url } = await read<{ url: string }>(gaelle, paper?.replace('/paper.pdf', '/link') ?? '')
  return new URL(url).pathname
}

test('her manager agrees by the link on paper, without an account, once', async () => {
  await manager.goto(`${house.url}${await linkOnPaper()}`)
  await manager.getByRole('heading', { level: 1, name: /demande ton accord/ }).waitFor()
  await manager.getByText('Passer le geste, d’un poste à l’autre.').waitFor()
  await expectAccessible(manager, 'the agreement')
  await manager.getByLabel('Un mot pour la personne').fill('D’accord, le mardi après-midi.')
  await press(manager, 'Je suis d’accord')
  await manager.getByRole('heading', { level: 1, name: 'Ta réponse est notée' }).waitFor()
  await manager.reload()
  await manager.getByText(/Tu as donné ton accord/).waitFor()
  expect(await manager.getByRole('button', { name: 'Je suis d’accord' }).count()).toBe(0)
})

test('the lead reads the agreement and says yes; every seat is taken, she waits for hers', async () => {
  await onTheBoard(/Candidature/, 'Accord donné')
  await expectAccessible(thomas, 'the board')
  await thomas.getByRole('searchbox', { name: 'Chercher un nom' }).fill('Gaëlle')
  await thomas.getByRole('link', { name: /Gaëlle/ }).click()
  await thomas.getByText('D’accord, le mardi après-midi.').waitFor()
  await press(thomas, 'Dire oui')
  await thomas.getByLabel('Ton mot d’accueil').fill('Bienvenue, la ligne avait besoin de toi.')
  await thomas.getByRole('dialog').getByRole('button', { name: 'Dire oui' }).click()
  await thomas.getByText('Accepté, place attendue').waitFor()
  await gaelle.reload()
  await gaelle.getByText(/Tu es en position 1/).waitFor()
  await onTheBoard(/Accepté, place attendue/, 'Position 1 sur la liste')
})

test('somebody is thanked from the board: the seat goes to her, with the words of the lead', async () => {
  const column = thomas.getByRole('region', { name: /Prise de rôle/ })
  await column.getByRole('checkbox', { name: /Karim/ }).check()
  await press(thomas, 'Remercier')
  await thomas.getByLabel('Ton mot').fill('Merci pour tout ce que tu as transmis.')
  await thomas.getByRole('dialog').getByRole('button', { name: 'Remercier' }).click()
  await thomas.getByText('Fait pour 1 personne.').waitFor()
  await gaelle.reload()
  await gaelle.getByRole('heading', { name: 'Tu prends ton rôle' }).waitFor()
  await gaelle.getByText('Bienvenue, la ligne avait besoin de toi.').waitFor()
  await expectAccessible(gaelle, 'onboarding')
  await onTheBoard(/Prise de rôle/, /Depuis le/)
})

test('her mission letter says what was agreed, and is signed by the three of them', async () => {
  await goTo(thomas, `/ambassadeurs/${await hers()}`)
  await press(thomas, 'Établir la lettre de mission')
  const form = thomas.getByRole('dialog')
  await form.getByLabel('Les objectifs').fill('Un geste filmé par mois, et une réponse aux nouveaux.')
  await form.getByRole('button', { name: 'Établir la lettre' }).click()
  await thomas.getByText('Gaëlle Robin : signature attendue').waitFor()
  await press(thomas, 'Signer')
  await thomas.getByText(/Thomas Legrand.: signé le/).waitFor()
  await goTo(gaelle)
  const letter = gaelle.getByRole('region', { name: 'Lettre de mission' })
  await letter.getByText('Lire la lettre').click()
  await letter.getByText(/Un geste filmé par mois/).waitFor()
  await letter.getByRole('button', { name: 'Signer' }).click()
  await letter.getByText(/Gaëlle Robin.: signé le/).waitFor()
  await press(gaelle, 'Demander la signature de la personne qui encadre')
  await expect.poll(async () => (await agreements()).filter((one) => one.letterId).length).toBe(1)
  const asked = (await agreements()).find((one) => one.letterId)
  const { url } = await read<{ url: string }>(gaelle, `/api/agreements/${asked?.id}/link`)
  await manager.goto(`${house.url}${new URL(url).pathname}`)
  await manager.getByRole('heading', { level: 1, name: /La lettre de mission de Gaëlle/ }).waitFor()
  await manager.getByText(/Un geste filmé par mois/).waitFor()
  await expectAccessible(manager, 'the letter as her manager signs it')
  await press(manager, 'Je signe')
  await manager.getByRole('heading', { level: 1, name: 'Ta réponse est notée' }).waitFor()
  await goTo(thomas, '/suivi')
  await thomas.getByText('Lettres', { exact: true }).click()
  const line = thomas.getByRole('row', { name: /Gaëlle/ })
  await line.waitFor()
  expect(await line.getByText('Attendue').count()).toBe(0)
})
const agreements = async () =>
  (await read<{ agreements: Agreement[] }>(gaelle, `/api/ambassadors/${await hers()}`)).agreements

test('a time is offered, booked on a phone, and the call is said to have taken place', async () => {
  await goTo(thomas, '/parcours/appels')
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await thomas.getByLabel('Jour et heure').fill(`${day}T18:10`)
  await thomas.getByLabel('Lieu, ou adresse de l’appel').fill('Au téléphone')
  await press(thomas, 'Proposer ce moment')
  await thomas.getByText('Libre').waitFor()
  await goTo(gaelle)
  await gaelle.getByRole('region', { name: 'Mon parcours' }).getByRole('link').click()
  await opened(gaelle, 'L’appel')
  await expectAccessible(gaelle, 'the way of somebody who arrives')
  await press(gaelle, /^Réserver/)
  await gaelle.getByText(/Appel avec Thomas Legrand/).waitFor()
  await thomas.reload()
  await press(thomas, 'L’appel a eu lieu')
  await thomas.getByText('L’appel a eu lieu.').waitFor()
  // Her first words were said before: they are seen by themselves.
  expect(await behindInHerFile()).toEqual(['L’appel', 'Dire bonjour'])
})

test('the charter is signed where one stands', async () => {
  await goTo(gaelle, '/parcours')
  await opened(gaelle, 'La charte')
  await press(gaelle, 'J’ai lu, je signe')
  await gaelle
    .getByText(/Signée le/)
    .first()
    .waitFor()
  await expect.poll(behindInHerFile).toContain('La charte')
})

test('what there is to read is read, and the buddy whom the lead named is met', async () => {
  await goTo(gaelle, '/parcours')
  await opened(gaelle, 'Ce qu’on attend de toi, et ce qu’on n’attend pas')
  await press(gaelle, 'J’ai lu')
  await press(gaelle, /^Continuer/)
  await opened(gaelle, 'Ton binôme')
  await gaelle.getByText(/Ton binôme n.est pas encore désigné/).waitFor()
  await goTo(thomas, `/ambassadeurs/${await hers()}`)
  const choice = thomas.getByLabel('Désigner un binôme')
  await choice.selectOption({
    label: (await choice.getByRole('option', { name: /Mehdi Amrani/ }).textContent()) ?? '',
  })
  await thomas.getByRole('button', { name: 'Désigner' }).click()
  await thomas.getByText('Binôme : Mehdi Amrani.').waitFor()
  await gaelle.getByRole('link', { name: 'Mehdi Amrani' }).first().waitFor()
  await press(gaelle, 'Nous nous sommes vus')
  await press(gaelle, /^Continuer/)
  await opened(gaelle, 'Élan dans la poche')
  await press(gaelle, 'C’est sur mon téléphone')
  await expect.poll(behindInHerFile).toEqual(expect.arrayContaining(['Ton binôme', 'Élan dans la poche']))
})

const RIGHT = [
  ['Je lui écris en privé pour qu’il change la photo'],
  ['Dire que tu ne sais pas', 'Nommer la personne qui sait'],
  ['Oui, en disant à quel moment et ce que tu faisais'],
  ['Le dire, et faire une pause avec une date de retour'],
]

test('three lessons, four questions: failed once, then passed; of it the lead knows that it is passed', async () => {
  await goTo(gaelle, '/parcours')
  await opened(gaelle, 'L’outil en main')
  await press(gaelle, 'Leçon suivante')
  await press(gaelle, 'Leçon suivante')
  await press(gaelle, /Passer aux 4 questions/)
  let untilPassed: string[] | null = null
  for (const again of [false, true]) {
    for (const [at, right] of RIGHT.entries()) {
      const first = at === 0 ? ['Je signale à l’animation et j’attends'] : right.slice(0, 1)
      for (const label of again ? right : first) await gaelle.getByLabel(label).check()
      await press(gaelle, 'Répondre')
      await gaelle.getByText(/Oui, c’est le bon réflexe|Pas tout à fait/).waitFor()
      if (at < RIGHT.length - 1) await press(gaelle, 'Question suivante')
    }
    if (!again) {
      await gaelle.getByText(/Il en manque un peu/).waitFor()
      await expectAccessible(gaelle, 'a quiz not passed yet')
      untilPassed = await behindInHerFile()
      await press(gaelle, 'Recommencer')
    }
  }
  await gaelle.getByText('Le quiz est réussi.').waitFor()
  expect(untilPassed).not.toContain('L’outil en main')
  await goTo(thomas, `/ambassadeurs/${await hers()}`)
  await thomas
    .getByRole('listitem')
    .filter({ hasText: 'L’outil en main' })
    .getByText(/Réussi le/)
    .waitFor()
})

test('a first post is written with help, read again by the buddy alone, and published without anybody’s approval', async () => {
  await goTo(gaelle, '/parcours')
  await opened(gaelle, 'Ton premier message, à quatre mains')
  await press(gaelle, 'Ce que j’ai appris cette semaine')
  await gaelle
    .getByLabel('Ton message')
    .fill(
      `${WORDS} J’ai refait trois fois, la quatrième était juste. Et vous, quel geste vous a pris le plus de temps ?`,
    )
  await expectAccessible(gaelle, 'a first post being written')
  const field = await gaelle.getByLabel('Ton message').boundingBox()
  expect((field?.x ?? 0) + (field?.width ?? Infinity), 'the field stays on the phone').toBeLessThanOrEqual(
    PHONE.width,
  )
  await press(gaelle, 'Faire relire par Mehdi')
  await gaelle.getByText('Mehdi peut relire ton brouillon, et personne d’autre.').waitFor()
  await goTo(mehdi, '/parcours')
  await mehdi.getByRole('link', { name: /Relire le premier message de Gaëlle/ }).click()
  await mehdi.getByText(/tracer un limon/).waitFor()
  await mehdi.getByLabel('Un mot en retour').fill('Mets les trois essais en premier.')
  await press(mehdi, 'Envoyer')
  await mehdi.getByText('Mets les trois essais en premier.').first().waitFor()
  await goTo(gaelle, '/parcours')
  await gaelle.getByText('Mets les trois essais en premier.').waitFor()
  await press(gaelle, 'Publier')
  await gaelle.getByText('C’est publié.').waitFor()
})

test('with the last step done she is active: her page, the board and her file say so', async () => {
  expect((await mine(gaelle))?.state).toBe('onboarding')
  await goTo(gaelle, '/parcours')
  await opened(gaelle, 'Le mot du chef d’atelier')
  await press(gaelle, 'J’ai lu')
  await gaelle.getByRole('heading', { level: 1, name: 'Te voilà dans le rôle, Gaëlle.' }).waitFor()
  await expectAccessible(gaelle, 'a way walked')
  await goTo(gaelle)
  await gaelle.getByRole('heading', { name: 'Tu es en rôle' }).waitFor()
  await expectAccessible(gaelle, 'active')
  await onTheBoard(/En rôle/, /Depuis le/)
  await goTo(thomas, `/ambassadeurs/${await hers()}`)
  await thomas.getByText('En rôle', { exact: true }).first().waitFor()
  await thomas.getByText(/Terminé le/).waitFor()
})

test('her manager sees the commitment, and nothing of what she did', async () => {
  const asked = (await agreements()).find((one) => one.letterId)
  await manager.reload()
  await manager.getByText(/Tu as donné ton accord pour Gaëlle/).waitFor()
  const token = new URL(manager.url()).pathname.split('/').at(-1)
  const told = await (await manager.request.get(`${house.url}/api/accord/${token}`)).text()
  for (const fact of ['limon', 'quiz', 'journey', 'steps', 'contributions', 'state', 'active'])
    expect(told, fact).not.toContain(fact)
  for (const address of [
    `/api/agreements/${asked?.id}/link`,
    `/api/ambassadors/${await hers()}`,
    `/api/ambassadors/${await hers()}/journey`,
  ])
    expect((await manager.request.get(`${house.url}${address}`)).status(), address).toBe(401)
})

test('another ambassador and an animator find no file of her way', async () => {
  for (const page of [mehdi, nadia])
    for (const part of ['', '/journey', '/follow-up']) {
      const reply = await page.request.get(`${house.url}/api/ambassadors/${await hers()}${part}`)
      expect(reply.status(), part).toBe(404)
    }
})
