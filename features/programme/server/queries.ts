import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import type { Programme } from '../contract.ts'
import { canKeep, canShape, placeIn } from './policy.ts'

const columns: Sql = sql`g.id, g.space_id as "spaceId", g.name, g.mission, g.contributions_per_month as "contributionsPerMonth",
  g.hours_per_month as "hoursPerMonth", g.gatherings_per_year as "gatheringsPerYear", g.seats,
  g.by_volunteering as "byVolunteering", g.by_nomination as "byNomination", g.by_invitation as "byInvitation",
  g.manager_agreement as "managerAgreement", g.peer_confirmation as "peerConfirmation", g.lead_picture as "leadPicture",
  g.state, g.starts_on as "startsOn", g.ends_on as "endsOn"`

export async function findProgramme(db: Db, actor: Actor, id: string): Promise<Programme> {
  const place = await placeIn(db, actor, id)
  const row = await db.row<Omit<Programme, 'mine' | 'can'>>(
    sql`select ${columns} from programmes g where g.id = ${id}`,
  )
  if (!row) throw notFound('programme.not_found')
  return { ...row, mine: place.mine, can: { shape: canShape(place), keep: canKeep(place) } }
}

export async function programmesOf(db: Db, actor: Actor, spaceId: string): Promise<Programme[]> {
  const seat = await seatInCommunity(db, actor, spaceId)
  const rows = await db.rows<{ id: string }>(sql`
    select g.id from programmes g where g.space_id = ${spaceId} and (g.state <> 'draft' or ${canAnimate(seat)})
    order by g.state = 'closed', g.created_at, g.id`)
  return Promise.all(rows.map((row) => findProgramme(db, actor, row.id)))
}
