import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { placeIn, serves } from '#features/programme/server/policy.ts'
import type { Confirmation, Face } from '../../contract.ts'

/** Over `members m`. */
export const faceJson = sql`jsonb_build_object('id', m.id, 'givenName', m.given_name, 'familyName', m.family_name,
  'photoFileId', m.photo_file_id, 'job', m.job, 'site', m.site)`

/** The only order in which people are ever listed here. */
export const byName = sql`plain(m.family_name), plain(m.given_name), m.id`

/** Ambassadors whom an ambassador may ask to confirm something. */
export async function peersOf(db: Db, actor: Actor, programmeId: string): Promise<Face[]> {
  allow(serves(await placeIn(db, actor, programmeId)), 'declaration.make')
  const rows = await db.rows<{ face: Face }>(sql`
    select ${faceJson} as face from ambassadors a join members m on m.id = a.member_id and m.status = 'active'
    where a.programme_id = ${programmeId} and a.state in ('onboarding', 'active', 'handing_over') and m.id <> ${actor.id}
    order by ${byName}`)
  return rows.map((row) => row.face)
}

/** What I am asked to confirm, the oldest first. */
export async function confirmationsOf(db: Db, actor: Actor, programmeId: string): Promise<Confirmation[]> {
  await placeIn(db, actor, programmeId)
  return db.rows<Confirmation>(sql`
    select c.id, ${faceJson} as person, (c.at at time zone coalesce(n.time_zone, 'UTC'))::date as "on", d.what, d.words, d.people
    from declarations d join contributions c on c.id = d.contribution_id and c.state = 'waiting'
    join ambassadors a on a.id = c.ambassador_id and a.programme_id = ${programmeId}
    join members m on m.id = a.member_id left join network n on true
    where d.peer_id = ${actor.id} and d.answered_at is null order by c.noted_at, c.id limit 100`)
}

/** The account of each `ambassadors a`, as `members m`, looked up one by one: never a directory read from its beginning. */
export const memberOf = sql`cross join lateral (select * from members one where one.id = a.member_id limit 1) m`
