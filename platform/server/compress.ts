import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const TEXTS = /^(application\/(problem\+)?json|text\/html)\b/
/** Below this a header costs as much as what is saved. */
const SMALL = 1024
/** Quick rather than tight: an answer is compressed each time it is given. */
const QUALITY = 4

const tightly = promisify(brotliCompress)
const loosely = promisify(gzip)

const takes = (request: FastifyRequest, coding: string): boolean =>
  (request.headers['accept-encoding'] ?? '')
    .split(',')
    .some((one) => one.trim().split(';')[0] === coding && !/;\s*q=0(\.0*)?\s*$/.test(one))

/** Answers in JSON and pages leave compressed for whoever takes them so: a feed in a fifth of its bytes. */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < SMALL || reply.hasHeader('content-encoding'))
      return payload
    if (!TEXTS.test(String(reply.getHeader('content-type') ?? ''))) return payload
    void reply.header('vary', 'accept-encoding')
    const coding = takes(request, 'br') ? 'br' : takes(request, 'gzip') ? 'gzip' : null
    if (!coding) return payload
    void reply.header('content-encoding', coding).removeHeader('content-length')
    if (coding === 'gzip') return loosely(payload)
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    }
    return tightly(payload, { params })
  })
}
