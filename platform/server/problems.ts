import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#platform/contract/schema.ts'
import { isDatabaseAway, isDiskFull, Refusal } from './errors.ts'
import { preferredLanguage, problemText } from './words.ts'

const languageOf = (request: FastifyRequest) =>
  request.actorLanguage ?? preferredLanguage(request.headers['accept-language'])

/** Every error leaves as an RFC 9457 document in the caller's language; what we did not foresee says nothing of us. */
export function answerProblems(fastify: FastifyInstance): void {
  fastify.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = asRefusal(error)
    if (refusal.status >= 500)
      request.log.error({ err: withoutData(error), route: request.routeOptions.url }, 'failed')
    return sendProblem(reply, request, refusal)
  })
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, refusal: Refusal) {
  const language = languageOf(request)
  const title = problemText(language, refusal.code, refusal.values)
  const problem: Problem = {
    type: `https://elan.example/problems/${refusal.code}`,
    title,
    status: refusal.status,
    code: refusal.code,
    ...(refusal.field ? { errors: [{ field: refusal.field, code: refusal.code, message: title }] } : {}),
  }
  if (refusal.status === 429) void reply.header('retry-after', String(refusal.values.seconds ?? 60))
  return reply
    .code(refusal.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

/** What a caller is told of an error of ours. */
export function asRefusal(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error
  const [first] = error.validation ?? []
  if (first) {
    const missing = (first.params as { missingProperty?: string }).missingProperty
    const field = [first.instancePath.slice(1).replaceAll('/', '.'), missing].filter(Boolean).join('.')
    const code = missing ? 'platform.missing' : `platform.${SENTENCES[first.keyword] ?? 'invalid'}`
    return new Refusal(422, code, {
      field,
      values: { field, limit: Number((first.params as { limit?: number }).limit ?? 0) },
    })
  }
  if (isDiskFull(error)) return new Refusal(507, 'platform.disk_full')
  if (isDatabaseAway(error)) return new Refusal(503, 'platform.database_away')
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal(413, 'platform.too_large')
  if (error.statusCode && error.statusCode < 500) return new Refusal(error.statusCode, 'platform.unreadable')
  return new Refusal(500, 'platform.failed')
}

const SENTENCES: Record<string, string> = {
  maxLength: 'too_long',
  minLength: 'missing',
  pattern: 'missing',
  maxItems: 'too_many_items',
  format: 'malformed',
  enum: 'malformed',
}

/** PostgreSQL repeats the row in `detail`: it is not logged. */
const withoutData = (error: FastifyError | Refusal) => ({
  name: error.name,
  code: error.code,
  message: error.message,
  stack: error.stack,
})
