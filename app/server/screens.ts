import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readNetwork } from '#features/network/contract.ts'
import { countNotifications } from '#features/notifications/contract.ts'
import { type Me, readMe } from '#features/people/contract.ts'
import { type Post, readFeed } from '#features/posts/contract.ts'
import { firstWithPhoto, PHOTO_SIZES, photoSet, photosOf } from '#features/posts/rules/photos.ts'
import { readMyProgrammes } from '#features/programme/contract.ts'
import { COOKIE } from '#features/sessions/server/queries.ts'
import { readMySpaces } from '#features/spaces/contract.ts'
import type { Language } from '#platform/contract/schema.ts'
import type { App } from '#platform/server/app.ts'
import { Refusal } from '#platform/server/errors.ts'
import { sendProblem } from '#platform/server/problems.ts'
import { preferredLanguage } from '#platform/server/words.ts'

const BUILT = new URL('../../dist/web/', import.meta.url)

/** What every page of somebody signed in asks beside who it is, and what the home page asks more. */
const EVERY_PAGE = [readMySpaces, countNotifications, readMyProgrammes].map(({ path }) => path)
const HOME = readFeed.path

/** What the API says to a visitor by a refusal. */
const NOBODY = 'null'

/** The built screens; any address that is not a file or the API opens the application. */
export async function screens(app: App, web: URL = BUILT): Promise<void> {
  const { fastify } = app
  const built = existsSync(new URL('index.html', web))
  if (built) {
    await fastify.register(fastifyStatic, {
      root: web.pathname,
      serve: true,
      index: false,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const forever = path.includes('/assets/')
        void reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  const carrying = built ? pageThatCarries(fastify, web) : null
  fastify.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const wantsPage =
      request.method === 'GET' && (path === '/api/docs' || !/^\/(api|assets)\//.test(request.url)) && carrying
    if (!wantsPage) return sendProblem(reply, request, new Refusal(404, 'platform.not_found'))
    const made = await carrying(request, path)
    if (!made) return reply.sendFile('index.html')
    // It holds what one person reads: it is kept nowhere, neither by the browser nor on the way.
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('link', made.ahead)
      .send(made.page)
  })
}

interface Made {
  page: string
  /** What the first drawing needs beside, told with the page so that it comes beside the script. */
  ahead: string
}

/**
 * A page carries what its first screen would ask next: of a visitor, that nobody is there, and the network. The answers
 * are those of the API to the same cookie, asked in the same way: who may see what is decided there, and nowhere else.
 * All of them, or none.
 */
function pageThatCarries(fastify: FastifyInstance, web: URL) {
  const page = readFileSync(new URL('index.html', web), 'utf8')
  const assets = readdirSync(new URL('assets/', web))
  return async (request: FastifyRequest, path: string): Promise<Made | null> => {
    const answers = await answersTo(fastify, request, path)
    if (!answers) return null
    const me = JSON.parse(answers.get(readMe.path) ?? NOBODY) as Me | null
    const feed = answers.get(HOME)
    const language = me?.language ?? preferredLanguage(request.headers['accept-language'])
    return {
      page: page
        .replace('</head>', () => `${feed ? photoAhead(feed) : ''}</head>`)
        .replace('</body>', () => `${carried(answers)}</body>`),
      ahead: filesAhead(assets, language, feed !== undefined),
    }
  }
}

async function answersTo(
  fastify: FastifyInstance,
  request: FastifyRequest,
  path: string,
): Promise<Map<string, string> | null> {
  const ask = async (url: string) => {
    const { cookie = '', 'accept-language': language = '' } = request.headers
    const headers = { cookie, 'accept-language': language }
    const reply = await fastify.inject({ method: 'GET', url, headers, remoteAddress: request.ip })
    if (reply.statusCode === 200) return [url, reply.body] as const
    return reply.statusCode === 401 ? ([url, NOBODY] as const) : null
  }
  // Who it is comes first: nobody, or a session that is over, asks for nothing more.
  const [me, network] = await Promise.all([
    request.cookies[COOKIE] ? ask(readMe.path) : ([readMe.path, NOBODY] as const),
    ask(readNetwork.path),
  ])
  if (!me || !network) return null
  if (me[1] === NOBODY) return new Map([me, network])
  // Another view of the home page reads another feed.
  const home = path === '/' && !/[?&]vue=/.test(request.url)
  const others = await Promise.all((home ? [...EVERY_PAGE, HOME] : EVERY_PAGE).map(ask))
  const answers = others.filter((answer) => answer !== null)
  return answers.length === others.length ? new Map([me, network, ...answers]) : null
}

/** Data, which no browser runs: the policy against inline script stands. No sign of it can end it. */
function carried(answers: ReadonlyMap<string, string>): string {
  const entries = [...answers].map(([address, answer]) => `${JSON.stringify(address)}:${answer}`)
  const json = `{${entries.join()}}`.replaceAll('<', '\\u003c')
  return `<script type="application/json" id="carried">${json}</script>`
}

/** The photo that one sees first comes beside the script that draws it, in the version that this screen will take. */
function photoAhead(feed: string): string {
  const { items } = JSON.parse(feed) as { items: Post[] }
  const [photo] = photosOf(firstWithPhoto(items)?.attachments ?? [])
  if (!photo) return ''
  const set = photoSet((width) => `/api/files/${photo.fileId}?variant=${width}`)
  return `<link rel="preload" as="image" fetchpriority="high" imagesrcset="${set}" imagesizes="${PHOTO_SIZES}">`
}

const LETTERS = 'preload; as=font; type="font/woff2"; crossorigin'

function filesAhead(assets: string[], language: Language, home: boolean): string {
  const named = (start: string, end: string, how: string) =>
    assets
      .filter((name) => name.startsWith(start) && name.endsWith(end))
      .map((name) => `</assets/${name}>; rel=${how}`)
  // In the order in which they are needed: where only six come at a time, the first sight comes first, letters last.
  return [
    ...named('app-', '.css', 'preload; as=style; crossorigin'),
    ...named('app-', '.js', 'modulepreload'),
    ...(home ? named('feed-', '.js', 'modulepreload') : []),
    ...named(`words-first-${language}-`, '.js', 'modulepreload'),
    ...(home ? named('feed-', '.css', 'preload; as=style; crossorigin') : []),
    ...named('bricolage-grotesque-latin-', '.woff2', `${LETTERS}; fetchpriority=low`),
  ].join(', ')
}
