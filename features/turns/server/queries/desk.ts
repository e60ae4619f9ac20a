import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { Desk } from '../../contract.ts'
import { ownTurn } from '../policy.ts'
import { isUnsent, postsWhere, resultOf } from './posts.ts'
import { turnsWhere } from './turns.ts'

interface Row {
  startsAt: string
  endsAt: string
  note: string
  leftBy: string | null
  leftNote: string | null
  leftovers: number
}

/** The first and last instants of a turn, by the clock of the network. Over turns t. */
export const startsAt = (timeZone: string) => sql`(t.starts_on::timestamp at time zone ${timeZone})`
export const endsAt = (timeZone: string) => sql`((t.ends_on + 1)::timestamp at time zone ${timeZone})`

export async function deskOf(db: Db, actor: Actor, turnId: string): Promise<Desk> {
  const own = await ownTurn(db, actor, turnId)
  const { place } = own
  const [turn] = await turnsWhere(db, place, actor, sql`t.id = ${turnId}`)
  const row = await db.row<Row>(sql`
    select ${startsAt(place.timeZone)} as "startsAt", ${endsAt(place.timeZone)} as "endsAt", t.note,
      before.by as "leftBy", before.note as "leftNote",
      (select count(*)::int from turn_posts x left join publications p on p.id = x.id where x.turn_id = t.id and ${isUnsent}) as leftovers
    from turns t left join lateral (
      select b.note, m.given_name as by from turns b join members m on m.id = b.member_id
      where b.programme_id = t.programme_id and b.starts_on < t.starts_on and b.state = 'confirmed' order by b.starts_on desc limit 1
    ) before on true
    where t.id = ${turnId}`)
  if (!turn || !row) throw new Error('a turn without its row')
  const [next] = await turnsWhere(
    db,
    place,
    actor,
    sql`t.starts_on > ${own.startsOn} and t.state = 'confirmed'`,
    sql`t.starts_on limit 1`,
  )
  const { toldFigures, ...result } = await resultOf(db, turnId)
  return {
    turn,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    posts: await postsWhere(db, actor.language, sql`x.turn_id = ${turnId}`),
    note: row.note,
    left: row.leftBy !== null && row.leftNote ? { by: row.leftBy, note: row.leftNote } : null,
    result,
    told: toldFigures,
    leftovers: own.when === 'past' ? row.leftovers : 0,
    next: next?.holder ?? null,
  }
}
