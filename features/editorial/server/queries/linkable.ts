import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import type { SlotTurn } from '../../contract.ts'
import { calendarIn, canShape } from '../policy.ts'
import { clockOf } from './settings.ts'
import { person } from './slots.ts'

const MOST = 200

/** Kits and turns of the programmes of a community, for those who animate it: they animate its programmes too. */
export async function linkableOf(db: Db, actor: Actor, spaceId: string) {
  allow(canShape(await calendarIn(db, actor, spaceId)), 'calendar.shape')
  const { today } = await clockOf(db)
  return {
    programmes: await db.rows<{ id: string; name: string }>(sql`
      select id, name from programmes where space_id = ${spaceId} and state = 'open' order by name, id`),
    kits: await db.rows<{ id: string; title: string; programmeId: string; state: 'draft' | 'published' }>(sql`
      select k.id, k.title, k.programme_id as "programmeId", k.state from share_kits k
      join programmes g on g.id = k.programme_id
      where g.space_id = ${spaceId} and k.state <> 'ended' and coalesce(k.ends_on >= ${today}, true)
      order by k.state, k.created_at desc, k.id limit ${MOST}`),
    turns: await db.rows<SlotTurn>(sql`
      select t.id, t.programme_id as "programmeId", t.starts_on as "startsOn", t.ends_on as "endsOn", ${person('m')} as holder
      from turns t join programmes g on g.id = t.programme_id left join members m on m.id = t.member_id
      where g.space_id = ${spaceId} and t.ends_on >= ${today} order by t.starts_on, t.id limit ${MOST}`),
  }
}
