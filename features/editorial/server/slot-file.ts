import type { FastifyReply } from 'fastify'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Services } from '#platform/server/services.ts'
import { isShown } from '#features/files/rules/media.ts'
import { findFile, findKept, type KeptFile } from '#features/files/server/queries.ts'
import { slotPlace } from './policy.ts'

/** A file held by a slot, for whoever works on it; once published, by the same door for those who may read the post. */
export async function findSlotFile(db: Db, actor: Actor, slotId: string, fileId: string): Promise<KeptFile> {
  await slotPlace(db, actor, slotId)
  const held = await db.row(
    sql`select 1 from editorial_files where slot_id = ${slotId} and file_id = ${fileId}`,
  )
  if (!held) throw notFound('file.not_found')
  return (await findKept(db, fileId)) ?? findFile(db, actor, fileId)
}

/** Never cached on the way; what a browser could run is only ever downloaded, in a sandbox. */
export async function sendSlotFile(
  { storage }: Services,
  file: KeptFile,
  variant: string | undefined,
  reply: FastifyReply,
) {
  const version = variant ? file.variants[variant] : undefined
  const stored = await storage.get(version?.key ?? file.key)
  if (!stored) throw notFound('file.not_found')
  const shown = isShown(file.mediaType)
  return reply
    .type(shown ? file.mediaType : 'application/octet-stream')
    .header(
      'content-disposition',
      `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .header('cache-control', 'private, no-store')
    .header('content-length', version?.bytes ?? file.bytes)
    .send(stored.stream)
}
