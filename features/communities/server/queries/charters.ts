import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import type { Charter } from '../../contract.ts'
import { seatInCommunity } from '../policy.ts'

const charterRows = (actor: Actor, counted: boolean, where: Sql): Sql => sql`
  select ch.id, ch.version, ch.body, ch.text_hash as "textHash", ch.published_at as "publishedAt", mine.signed_at as "signedAt",
    ${
      counted
        ? sql`jsonb_build_object(
        'signed', (select count(*)::int from charter_signatures g join seats n on n.member_id = g.member_id and n.space_id = ch.space_id where g.charter_id = ch.id),
        'expected', (select count(*)::int from seats n join members m on m.id = n.member_id and m.status <> 'closed' where n.space_id = ch.space_id))`
        : sql`null::jsonb`
    } as signatures
  from charters ch left join charter_signatures mine on mine.charter_id = ch.id and mine.member_id = ${actor.id}
  where ${where}`

export async function charterVersions(db: Db, actor: Actor, spaceId: string): Promise<Charter[]> {
  const seat = await seatInCommunity(db, actor, spaceId)
  return db.rows<Charter>(
    charterRows(actor, canAnimate(seat), sql`ch.space_id = ${spaceId} order by ch.version desc limit 100`),
  )
}

export async function currentCharter(db: Db, actor: Actor, spaceId: string): Promise<Charter | null> {
  const seat = await seatInCommunity(db, actor, spaceId)
  const row = await db.row<Charter>(
    charterRows(actor, canAnimate(seat), sql`ch.space_id = ${spaceId} order by ch.version desc limit 1`),
  )
  return row ?? null
}
