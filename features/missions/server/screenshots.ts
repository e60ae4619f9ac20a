import type { FastifyReply } from 'fastify'
import { Refusal } from '#platform/server/errors.ts'
import type { Services } from '#platform/server/services.ts'
import type { KeptFile } from '#features/files/server/queries.ts'

/** A picture kept for the team of a test: never cached on the way, never opened by a page. */
export async function sendScreenshot(
  services: Services,
  file: KeptFile,
  variant: string | undefined,
  reply: FastifyReply,
) {
  const version = variant ? file.variants[variant] : undefined
  const stored = await services.storage.get(version?.key ?? file.key)
  if (!stored) throw new Refusal(404, 'file.not_found')
  return reply
    .type(file.mediaType)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('cache-control', 'private, no-store')
    .header('content-length', version?.bytes ?? file.bytes)
    .send(stored.stream)
}
