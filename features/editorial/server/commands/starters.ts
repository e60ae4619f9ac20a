import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import type { PostKind } from '#features/posts/contract.ts'
import { STOCK } from '../../content/starters.ts'
import { calendarIn, canShape } from '../policy.ts'

export interface StarterDraft {
  stockKey?: string
  hidden?: boolean
  title?: string
  prompt?: string
  practice?: string
  postKind?: PostKind
}

const MOST = 200

/** One of one's own; or, with `stockKey`, the community's words about one of the stock, or its silence. */
export async function setStarter(trx: Trx, actor: Actor, spaceId: string, id: string, draft: StarterDraft) {
  allow(canShape(await calendarIn(trx, actor, spaceId)), 'calendar.shape')
  const stock = draft.stockKey === undefined ? null : STOCK.find((one) => one.key === draft.stockKey)
  if (stock === undefined) throw notFound('starter.not_found', { field: 'stockKey' })
  const title = draft.title?.trim() ?? null
  if (!stock && !title) throw invalid('starter.title', { field: 'title' })
  const held = await trx.row<{ full: boolean; known: boolean }>(sql`
    select count(*) >= ${MOST}::int as full, coalesce(bool_or(id = ${id} or stock_key = ${stock?.key ?? null}::text), false) as known
    from editorial_starters where space_id = ${spaceId}`)
  if (held?.full && !held.known) throw conflict('starter.too_many')
  const values = sql`${title ?? ''}, ${draft.prompt?.trim() ?? ''}, ${draft.practice ?? stock?.practice ?? 'A8'},
    ${draft.postKind ?? stock?.postKind ?? 'message'}, ${draft.hidden ?? false}::boolean`
  if (stock)
    await trx.run(sql`
      insert into editorial_starters (id, space_id, stock_key, created_by, title, prompt, practice, post_kind, hidden)
      values (${id}, ${spaceId}, ${stock.key}, ${actor.id}, ${values})
      on conflict (space_id, stock_key) do update set
        title = coalesce(${title}::text, editorial_starters.title),
        prompt = coalesce(${draft.prompt?.trim() ?? null}::text, editorial_starters.prompt),
        hidden = coalesce(${draft.hidden ?? null}::boolean, editorial_starters.hidden)`)
  else
    await trx.run(sql`
      insert into editorial_starters (id, space_id, created_by, title, prompt, practice, post_kind, hidden)
      values (${id}, ${spaceId}, ${actor.id}, ${values})
      on conflict (id) do update set title = excluded.title, prompt = excluded.prompt, practice = excluded.practice,
        post_kind = excluded.post_kind where editorial_starters.space_id = ${spaceId}`)
  return done
}

export async function dropStarter(trx: Trx, actor: Actor, spaceId: string, key: string) {
  allow(canShape(await calendarIn(trx, actor, spaceId)), 'calendar.shape')
  await trx.run(sql`
    delete from editorial_starters where space_id = ${spaceId} and (stock_key = ${key} or (stock_key is null and id::text = ${key}))`)
  return done
}
