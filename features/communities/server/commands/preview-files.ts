import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { invalid, notFound } from '#platform/server/errors.ts'
import { setPublic, shareFiles } from '#features/files/server/commands.ts'

/** The video is the space's from the moment it is chosen; it must be one. */
export async function takeVideo(trx: Trx, actor: Actor, spaceId: string, fileId: string): Promise<void> {
  const file = await trx.row<{ media_type: string; space_id: string | null }>(sql`
    select media_type, space_id from files where id = ${fileId} and (owner_id = ${actor.id} or space_id = ${spaceId})`)
  if (!file) throw notFound('file.not_found', { field: 'previewVideoFileId' })
  if (!file.media_type.startsWith('video/'))
    throw invalid('community.preview_video', { field: 'previewVideoFileId' })
  if (file.space_id !== spaceId) await shareFiles(trx, actor, spaceId, [fileId])
}

/** What a shared page shows is for everybody, and only as long as it is shared. */
export async function publishPreviewFiles(
  trx: Trx,
  spaceId: string,
  videoBefore: string | null,
): Promise<void> {
  const row = await trx.row<{ cover: string | null; video: string | null; shared: boolean }>(sql`
    select s.cover_file_id as cover, c.preview_video_file_id as video, c.preview_published as shared
    from communities c join spaces s on s.id = c.space_id where c.space_id = ${spaceId}`)
  if (!row) return
  await setPublic(trx, present(row.cover, row.video), row.shared)
  if (videoBefore !== row.video) await setPublic(trx, present(videoBefore), false)
}

const present = (...ids: (string | null)[]) => ids.filter((id) => id !== null)
