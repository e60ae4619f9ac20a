import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import { enqueue, forgetJob } from '#platform/server/jobs.ts'
import { shareFiles } from '#features/files/server/commands.ts'
import { findFile } from '#features/files/server/queries.ts'
import type { Connection, PublicationDraft } from '../../contract.ts'
import { lengthOn, wholeText } from '../../rules/lengths.ts'
import { findConnection } from '../queries/connections.ts'

export interface Queued extends Omit<PublicationDraft, 'connectionId' | 'publishAt'> {
  publishAt: string
  /** Later than this it no longer leaves. */
  notAfter?: string | null
  /** Where its author is told of it. */
  path: string
  /** Of the text, where it is not its author's own. */
  language?: Language
  /** By a member's account for the sake of this space: features hear there that it left. */
  heardIn?: string
}

const jobKey = (id: string) => `publish:${id}`

/** Says what is wrong with a text before it is queued: too long for the network, a picture one may not have. */
export async function assertFits(
  trx: Trx,
  actor: Actor,
  connection: Connection,
  draft: Pick<Queued, 'text' | 'link' | 'fileId' | 'alt'>,
): Promise<void> {
  const link = draft.link?.trim() ?? ''
  if (link && !(URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)))
    throw invalid('publication.link', { field: 'link' })
  const length = lengthOn(connection.network, wholeText(connection.network, draft.text, link))
  if (length > connection.limit)
    throw invalid('publication.too_long', {
      field: 'text',
      values: { count: length - connection.limit, limit: connection.limit },
    })
  if (!draft.fileId) return
  const file = await findFile(trx, actor, draft.fileId)
  if (!file.mediaType.startsWith('image/') || file.mediaType === 'image/svg+xml')
    throw invalid('publication.picture', { field: 'fileId' })
  if (!draft.alt?.trim()) throw invalid('publication.alt', { field: 'alt' })
}

/**
 * Puts a publication in the queue: it leaves at its minute, once, also after a restart. Asked again with the same id
 * it changes what has not left yet. The caller answers for the actor's right to speak on this account.
 */
export async function queuePublication(
  trx: Trx,
  actor: Actor,
  id: string,
  connectionId: string,
  draft: Queued,
): Promise<void> {
  const connection = await findConnection(trx, connectionId)
  if (connection.mode === 'assisted') throw invalid('publication.assisted')
  if (connection.state === 'closed') throw invalid('publication.connection_closed')
  await assertFits(trx, actor, connection, draft)
  if (draft.fileId && connection.spaceId) await shareFiles(trx, actor, connection.spaceId, [draft.fileId])
  const changed = await trx.run(sql`
    insert into publications (id, connection_id, author_id, text, link, link_title, link_description, file_id, alt, language,
      publish_at, not_after, path, heard_in)
    values (${id}, ${connectionId}, ${actor.id}, ${draft.text.trim()}, ${draft.link?.trim() ?? ''}, ${draft.linkTitle?.trim() ?? ''},
      ${draft.linkDescription?.trim() ?? ''}, ${draft.fileId ?? null}, ${draft.alt?.trim() ?? ''}, ${draft.language ?? actor.language},
      ${draft.publishAt}, ${draft.notAfter ?? null}, ${draft.path}, ${draft.heardIn ?? null})
    on conflict (id) do update set text = excluded.text, link = excluded.link, link_title = excluded.link_title,
      link_description = excluded.link_description, file_id = excluded.file_id, alt = excluded.alt,
      publish_at = excluded.publish_at, not_after = excluded.not_after, state = 'queued', problem = null,
      problem_values = '{}', retry_at = null, tries = 0
    where publications.connection_id = excluded.connection_id and publications.author_id = excluded.author_id
      and publications.heard_in is not distinct from excluded.heard_in
      and publications.state in ('queued', 'held', 'failed') and publications.tried_at is null`)
  if (changed === 1) return schedule(trx, id, draft.publishAt)
  const same = await trx.row<{ text: string; state: string }>(sql`
    select text, state from publications where id = ${id} and connection_id = ${connectionId} and author_id = ${actor.id}`)
  if (!same) throw notFound('publication.not_found')
  // Repeated after it left: nothing changes any more.
  if (same.text !== draft.text.trim()) throw conflict('publication.gone')
}

const schedule = (trx: Trx, id: string, at: string) =>
  enqueue(trx, 'publish', { id }, { key: jobKey(id), runAt: at })

/** Stops those that have not left; how many were stopped. `held` may be taken up again. */
export async function stopPublications(
  trx: Trx,
  ids: string[],
  state: 'held' | 'cancelled',
): Promise<string[]> {
  if (ids.length === 0) return []
  const stopped = await trx.rows<{ id: string }>(sql`
    update publications set state = ${state}, retry_at = null
    where id = any(${ids}::uuid[]) and state in ('queued', 'held', 'failed') returning id`)
  for (const { id } of stopped) await forgetJob(trx, jobKey(id))
  return stopped.map(({ id }) => id)
}

/** A failed or held one tries anew, now or at its hour if that is still to come; null: it has no last hour any more. */
export async function tryAgain(trx: Trx, id: string, notAfter?: string | null): Promise<void> {
  const row = await trx.row<{ at: string }>(sql`
    update publications set state = 'queued', problem = null, problem_values = '{}', retry_at = null, tries = 0,
      publish_at = greatest(publish_at, now()), not_after = ${notAfter === undefined ? sql`not_after` : sql`${notAfter}::timestamptz`}
    where id = ${id} and state in ('failed', 'held') returning publish_at as at`)
  if (!row) throw conflict('publication.gone')
  await schedule(trx, id, row.at)
}

/** Asks the network to take down what was published. */
export async function takeDown(trx: Trx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await trx.rows<{ id: string }>(sql`
    update publications set remove_asked_at = now(), problem = null, problem_values = '{}' where id = any(${ids}::uuid[]) and state = 'sent' returning id`)
  for (const { id } of rows)
    await enqueue(trx, 'take-down', { id }, { key: `take-down:${id}`, maxAttempts: 20 })
  return rows.map(({ id }) => id)
}

/** Somebody else answers for them from now on. */
export async function handPublications(trx: Trx, ids: string[], memberId: string): Promise<void> {
  await trx.run(sql`
    update publications set author_id = ${memberId} where id = any(${ids}::uuid[]) and state in ('queued', 'held', 'failed')`)
}
