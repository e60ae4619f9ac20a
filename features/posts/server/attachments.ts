import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { shareFiles } from '#features/files/server/commands.ts'

export interface Attached {
  fileId: string
  alt?: string
}

/** Files of the author become readable in the space, in the order given. */
export async function attach(
  trx: Trx,
  actor: Actor,
  postId: string,
  spaceId: string,
  given: Attached[],
): Promise<void> {
  if (given.length === 0) return
  const ids = given.map((own) => own.fileId)
  await shareFiles(trx, actor, spaceId, ids)
  await trx.run(sql`
    insert into attachments (post_id, file_id, position, alt)
    select ${postId}, own.file_id, own.position, own.alt
    from unnest(${ids}::uuid[], ${given.map((own) => own.alt?.trim() ?? '')}::text[]) with ordinality own(file_id, alt, position)
    on conflict (post_id, file_id) do update set position = excluded.position, alt = excluded.alt`)
}

/** Replaces the whole list; what is taken off is its owner's alone again. */
export async function reattach(
  trx: Trx,
  actor: Actor,
  postId: string,
  spaceId: string,
  given: Attached[],
): Promise<void> {
  const ids = given.map((own) => own.fileId)
  await trx.run(sql`
    with gone as (delete from attachments where post_id = ${postId} and not (file_id = any(${ids}::uuid[])) returning file_id)
    update files set space_id = null from gone where files.id = gone.file_id
      and not exists (select 1 from attachments other where other.file_id = files.id and other.post_id <> ${postId})`)
  await attach(trx, actor, postId, spaceId, given)
}

/**
 * The one place where posts write to `files` themselves: the files of a post withdrawn or hidden follow it out of
 * sight (its owner keeps them), unless another post shows them; and back.
 */
export async function showFiles(trx: Trx, postId: string, spaceId: string | null): Promise<void> {
  await trx.run(sql`
    update files set space_id = ${spaceId}::uuid from attachments a where a.post_id = ${postId} and a.file_id = files.id
      and not exists (select 1 from attachments other join posts p on p.id = other.post_id
        where other.file_id = files.id and p.id <> ${postId} and p.withdrawn_at is null and p.hidden_at is null)`)
}
