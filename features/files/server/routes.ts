import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#platform/server/actor.ts'
import type { App } from '#platform/server/app.ts'
import { Refusal } from '#platform/server/errors.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { isShown } from '../rules/media.ts'
import * as commands from './commands.ts'
import { findFile, type StoredFile } from './queries.ts'
import { uploadServer } from './uploads.ts'

export function routes(app: App, services: Services) {
  uploads(app, services)
  app.query(contract.readFileFacts, ({ db, actor, params }) => findFile(db, actor, params.id))
  app.command(contract.removeFile, ({ trx, actor, params }) => commands.removeFile(trx, actor, params.id))
  app.command(contract.writeCaptions, ({ trx, actor, params, body }) =>
    commands.writeCaptions(trx, services.storage, actor, params.id, body),
  )
  app.command(contract.removeCaptions, ({ trx, actor, params }) =>
    commands.removeCaptions(trx, actor, params.id),
  )
  app.raw(contract.downloadFile, async ({ database, actor, params, query, request, reply }) => {
    const file = await findFile(database.db, actor, params.id)
    return sendFile(services, file, query.variant, request, reply)
  })
}

/** The tus server speaks plain Node requests; the session is proven here first. */
function uploads(app: App, services: Services): void {
  const { fastify } = app
  // tus wraps the request in its own: who calls travels beside it.
  const caller = new AsyncLocalStorage<Actor>()
  const server = uploadServer(services, () => caller.getStore())
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
  const handle = (actor: Actor, request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack()
    return caller.run(actor, () => server.handle(request.raw, reply.raw))
  }
  app.raw(contract.startUpload, ({ actor, request, reply }) => handle(actor, request, reply))
  app.raw(contract.continueUpload, ({ actor, request, reply }) => handle(actor, request, reply))
  app.raw(contract.abandonUpload, ({ actor, request, reply }) => handle(actor, request, reply))
  fastify.route({
    method: 'HEAD',
    url: '/api/uploads/:id',
    handler: async (request, reply) => {
      const actor = await app.options.authenticate(services.database.db, request.cookies)
      if (!actor || actor.owes) throw new Refusal(401, 'session.needed')
      return handle(actor, request, reply)
    },
  })
}

/** Photos that were here before this width have the next one. */
const NEXT: Record<string, string> = { w960: 'w1280' }

async function sendFile(
  services: Services,
  file: StoredFile,
  variant: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const version = variant ? (file.variants[variant] ?? file.variants[NEXT[variant] ?? '']) : undefined
  const captions = variant === 'captions'
  if (captions && !version) throw new Refusal(404, 'file.not_found')
  const bytes = version?.bytes ?? file.bytes
  const range = readRange(request.headers.range, bytes)
  const stored = await services.storage.get(version?.key ?? file.key, range ?? undefined)
  if (!stored) throw new Refusal(404, 'file.not_found')
  const shown = isShown(file.mediaType)
  void reply
    .type(captions ? 'text/vtt; charset=utf-8' : shown ? file.mediaType : 'application/octet-stream')
    .header(
      'content-disposition',
      `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    // Captions are replaced under the same address; the bytes of a file never are.
    .header(
      'cache-control',
      captions
        ? 'private, no-cache'
        : file.use === 'public'
          ? 'public, max-age=3600'
          : 'private, max-age=3600',
    )
    .header('accept-ranges', 'bytes')
    .header('content-length', range ? range.end - range.start + 1 : bytes)
  if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
  return reply.send(stored.stream)
}

/** One range, as players ask for; anything stranger gets the whole. */
function readRange(header: string | undefined, bytes: number): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '')
  if (!match) return null
  const start = Number(match[1])
  const end = Math.min(match[2] ? Number(match[2]) : bytes - 1, bytes - 1)
  return start <= end ? { start, end } : null
}
