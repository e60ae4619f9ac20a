import type { FastifyInstance } from 'fastify'
import { Refusal } from './errors.ts'

/** No inline script, nothing from elsewhere, no frame: docs/security.md says why line by line. */
function contentPolicy(publicUrl: string): string {
  const socket = publicUrl.replace(/^http/, 'ws')
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function securityHeaders(fastify: FastifyInstance, publicUrl: string): void {
  const policy = contentPolicy(publicUrl)
  const secure = publicUrl.startsWith('https:')
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('content-security-policy', reply.getHeader('content-security-policy') ?? policy)
    void reply.header('x-content-type-options', 'nosniff')
    void reply.header('referrer-policy', 'same-origin')
    void reply.header('cross-origin-opener-policy', 'same-origin')
    void reply.header('cross-origin-resource-policy', 'same-origin')
    void reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=()')
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store')
  })
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser says where a request comes from: another site's page may not act in a member's name. */
export function guardOrigin(fastify: FastifyInstance, publicUrl: string): void {
  const home = new URL(publicUrl).origin
  fastify.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method)) return
    const site = request.headers['sec-fetch-site']
    if (site === 'same-origin' || site === 'none') return
    const origin = request.headers.origin
    if (site === undefined && origin === undefined) return
    // A frame in a sandbox says “null”.
    if (origin !== undefined && comesFromHome(origin, request.host, home)) return
    throw new Refusal(403, 'platform.other_site')
  })
}

/** The same question for the WebSocket, whose handshake is a GET. */
export function comesFromHome(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string,
): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return origin === new URL(publicUrl).origin || new URL(origin).host === host
}
