import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import type { Kit, KitWorkshop, Variant } from '../../contract.ts'
import { canShare, kitIn, workshopIn } from '../policy.ts'

const columns = (
  today: Sql,
): Sql => sql`k.id, k.programme_id as "programmeId", k.title, k.url, k.hashtags, k.reward, k.label,
  k.starts_on as "startsOn", k.ends_on as "endsOn", k.state,
  case when k.state = 'draft' then 'draft' when k.state = 'ended' or k.ends_on < ${today} then 'ended'
    when k.starts_on > ${today} then 'upcoming' else 'on' end as "on",
  array(select distinct v.language from share_variants v where v.kit_id = k.id order by v.language desc) as languages,
  (select coalesce(jsonb_agg(jsonb_build_object('fileId', f.id, 'alt', i.alt, 'name', f.name, 'mediaType', f.media_type) order by i.position), '[]')
    from share_visuals i join files f on f.id = i.file_id where i.kit_id = k.id) as visuals`

/** The day of the calendar where the network lives. */
export async function todayIn(db: Db): Promise<Sql> {
  const { timeZone } = await findNetwork(db)
  return sql`(now() at time zone ${timeZone})::date`
}

export async function kitsOf(db: Db, actor: Actor, programmeId: string) {
  const place = await placeIn(db, actor, programmeId)
  const today = await todayIn(db)
  const items = await db.rows<Kit>(sql`
    select ${columns(today)} from share_kits k
    where k.programme_id = ${programmeId} and (k.state = 'published' or ${canShape(place)})
    order by k.state = 'ended', k.created_at desc, k.id limit 200`)
  // What is over is of no use to those who share.
  const shown = canShape(place) ? items : items.filter((kit) => kit.on === 'on' || kit.on === 'upcoming')
  return { items: shown, can: { shape: canShape(place), share: canShare(place) } }
}

export async function kitById(db: Db, id: string): Promise<Kit> {
  const today = await todayIn(db)
  const kit = await db.row<Kit>(sql`select ${columns(today)} from share_kits k where k.id = ${id}`)
  if (!kit) throw notFound('kit.not_found')
  return kit
}

export async function findKit(db: Db, actor: Actor, id: string): Promise<Kit> {
  await kitIn(db, actor, id)
  return kitById(db, id)
}

export async function workshopOf(db: Db, actor: Actor, id: string): Promise<KitWorkshop> {
  await workshopIn(db, actor, id)
  const variants = await db.rows<Variant>(
    sql`select id, network, language, body from share_variants where kit_id = ${id} order by position, id`,
  )
  return { kit: await kitById(db, id), variants }
}
