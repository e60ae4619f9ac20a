import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'

const PAGE = `<!doctype html>
<html lang="fr"><head><script type="module" crossorigin src="/assets/app-1.js"></script></head>
<body><div id="root"></div></body></html>`
const ASSETS = ['app-1.js', 'feed-1.js', 'feed-1.css', 'words-first-fr-1.js', 'words-first-en-1.js']

let built: string
let world: World
let nadia: Person
let karim: Person
let tempo: { id: string }
let secret: { id: string }

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'elan-screens-'))
  await mkdir(join(built, 'assets'))
  await writeFile(join(built, 'index.html'), PAGE)
  for (const name of ASSETS) await writeFile(join(built, 'assets', name), '')
  world = await openWorld({ web: pathToFileURL(`${built}/`) })
  nadia = await world.member('nadia')
  karim = await world.member('karim', { language: 'en' })
  tempo = await world.community(nadia)
  secret = await world.community(nadia, { name: 'Projet Onyx', openness: 'secret' })
  await world.seat(tempo, karim)
  await publish(tempo, 'Le fil de tout le monde')
  await publish(secret, 'Personne d’autre ne lit Onyx')
})
afterAll(async () => {
  await world.close()
  await rm(built, { recursive: true, force: true })
})

async function publish(space: { id: string }, words: string, more: object = {}): Promise<string> {
  const id = uuid7()
  const draft = { spaceId: space.id, kind: 'message', body: docOf(words), ...more }
  expect((await nadia.put(`/api/posts/${id}`, draft)).status).toBe(200)
  return id
}

const pageOf = async (person: Person, path = '/') => {
  const { body, headers } = await person.get(path, { accept: 'text/html' })
  const said = /<script type="application\/json" id="carried">(.*?)<\/script>/s.exec(String(body))?.[1]
  return {
    html: String(body),
    headers,
    carried: said === undefined ? null : (JSON.parse(said) as Record<string, unknown>),
  }
}

test('the home page carries what the API answers to the same person, word for word', async () => {
  for (const person of [nadia, karim]) {
    const { carried } = await pageOf(person)
    expect(Object.keys(carried ?? {}).sort()).toEqual([
      '/api/me',
      '/api/network',
      '/api/notifications/count',
      '/api/posts',
      '/api/programmes',
      '/api/spaces',
    ])
    for (const [address, answer] of Object.entries(carried ?? {})) {
      const asked = await person.get(address)
      expect({ address, answer }).toEqual({ address, answer: asked.body })
    }
  }
})

test('what one may not read is not in the page either', async () => {
  expect((await pageOf(nadia)).html).toContain('Personne d’autre ne lit Onyx')
  const { html } = await pageOf(karim)
  expect(html).toContain('Le fil de tout le monde')
  expect(html).not.toMatch(/Onyx/)
  expect(html).not.toContain(secret.id)
  expect(html).not.toContain(nadia.cookies.elan)
})

test('to a visitor, or a session that is over, the page says that nobody is there, and the network', async () => {
  const gone = await world.member('gone')
  await world.server.database.transaction((trx) =>
    trx.run(sql`update sessions set expires_at = now() where member_id = ${gone.id}`),
  )
  const forged = world.visitor()
  forged.cookies.elan = 'not-a-session'
  for (const person of [world.visitor(), gone, forged]) {
    const { html, carried, headers } = await pageOf(person)
    const network = await world.visitor().get('/api/network')
    expect(carried).toEqual({ '/api/me': null, '/api/network': network.body })
    expect(html).not.toContain(tempo.id)
    expect(headers.link).not.toContain('feed-1.js')
    // The same address says something else once somebody has signed in.
    expect(headers['cache-control']).toBe('private, no-store')
  }
})

test('a page that carries what somebody reads is kept nowhere, and runs nothing', async () => {
  const { html, headers } = await pageOf(karim)
  expect(headers['cache-control']).toBe('private, no-store')
  expect(headers['content-security-policy']).toContain("script-src 'self';")
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, facts]) => facts)
  expect(scripts).toHaveLength(2)
  expect(scripts.every((facts) => /\bsrc=|type="application\/json"/.test(facts ?? ''))).toBe(true)
  // What the service worker keeps for the days without a network is the page without anybody.
  expect((await karim.get('/index.html')).body).toBe(PAGE)
})

test('no sign that somebody writes ends the data', async () => {
  const id = await publish(tempo, '</script><script>alert(1)</script> <!-- $& $1')
  const { html, carried } = await pageOf(karim)
  expect(html.match(/<\/script>/g)).toHaveLength(2)
  expect(html).not.toContain('<!--')
  const feed = carried?.['/api/posts']
  expect(feed).toMatchObject({ items: [{ id }, {}] })
  expect(JSON.stringify(feed)).toContain('</script><script>alert(1)</script> <!-- $& $1')
})

test('other pages carry who is there, not the feed; another view of the home page neither', async () => {
  for (const path of ['/communautes', '/?vue=questions', `/espaces/${tempo.id}`]) {
    const { carried, headers } = await pageOf(karim, path)
    expect(carried?.['/api/me']).toMatchObject({ id: karim.id })
    expect(carried).not.toHaveProperty('/api/posts')
    expect(headers.link).not.toContain('feed-1.js')
  }
})

test('the words that come beside the script are those of the person', async () => {
  expect((await pageOf(karim)).headers.link).toContain('</assets/words-first-en-1.js>; rel=modulepreload')
  const { link } = (await pageOf(nadia)).headers
  expect(link).toContain('</assets/words-first-fr-1.js>; rel=modulepreload')
  expect(link).toContain('</assets/feed-1.js>; rel=modulepreload')
})

test('the first photo of the feed, and that one alone, comes beside the script', async () => {
  const photo = async () => {
    const id = uuid7()
    await world.server.database.transaction((trx) =>
      trx.run(
        sql`insert into files (id, owner_id, name, media_type, bytes, width, height, storage_key) values (${id}, ${nadia.id}, 'photo.webp', 'image/webp', 10, 1600, 900, ${id})`,
      ),
    )
    return id
  }
  expect((await pageOf(karim)).html).not.toContain('as="image"')
  await publish(tempo, 'Deux photos', {
    attachments: [{ fileId: await photo() }, { fileId: await photo() }],
  })
  const first = await photo()
  await publish(tempo, 'La plus récente', { attachments: [{ fileId: first }] })
  const { html } = await pageOf(karim)
  expect(html.match(/as="image"/g)).toHaveLength(1)
  expect(html).toContain(
    `imagesrcset="/api/files/${first}?variant=w640 640w, /api/files/${first}?variant=w960 960w, `,
  )
})

test('when one answer is refused, the page comes alone and the screen asks by itself', async () => {
  const busy = await openWorld({ web: pathToFileURL(`${built}/`), rate: 8 })
  const awa = await busy.member('awa')
  const seen: boolean[] = []
  for (let time = 0; time < 3; time++) seen.push((await pageOf(awa)).carried !== null)
  await busy.close()
  expect(seen).toEqual([true, false, false])
})
