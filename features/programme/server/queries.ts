import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { atLeast, type Role } from '#features/spaces/rules/roles.ts'
import { canAnimate, readable } from '#features/spaces/server/policy.ts'
import type { MyProgramme, Programme } from '../contract.ts'
import { dateToFind, nextDue } from '../rules/gatherings.ts'
import { isServing } from '../rules/lifecycle.ts'
import { canKeep, canNameKeepers, canShape, placeIn } from './policy.ts'

const columns: Sql = sql`g.id, g.space_id as "spaceId", g.name, g.mission, g.contributions_per_month as "contributionsPerMonth",
  g.hours_per_month as "hoursPerMonth", g.gatherings_per_year as "gatheringsPerYear", g.seats,
  g.by_volunteering as "byVolunteering", g.by_nomination as "byNomination", g.by_invitation as "byInvitation",
  g.manager_agreement as "managerAgreement", g.peer_confirmation as "peerConfirmation", g.lead_picture as "leadPicture",
  g.state, g.starts_on as "startsOn", g.ends_on as "endsOn"`

export type ProgrammeFacts = Omit<Programme, 'mine' | 'can'>

/** A programme as it is, whoever asks: for jobs and for features after this one. */
export async function programmeFacts(db: Db, id: string): Promise<ProgrammeFacts> {
  const row = await db.row<ProgrammeFacts>(sql`select ${columns} from programmes g where g.id = ${id}`)
  if (!row) throw notFound('programme.not_found')
  return row
}

export async function findProgramme(db: Db, actor: Actor, id: string): Promise<Programme> {
  const place = await placeIn(db, actor, id)
  return {
    ...(await programmeFacts(db, id)),
    mine: place.mine,
    can: { shape: canShape(place), keep: canKeep(place), nameKeepers: canNameKeepers(place) },
  }
}

export async function programmesOf(db: Db, actor: Actor, spaceId: string): Promise<Programme[]> {
  const seat = await seatInCommunity(db, actor, spaceId)
  const rows = await db.rows<{ id: string }>(sql`
    select g.id from programmes g where g.space_id = ${spaceId} and (g.state <> 'draft' or ${canAnimate(seat)})
    order by g.state = 'closed', g.created_at, g.id`)
  return Promise.all(rows.map((row) => findProgramme(db, actor, row.id)))
}

/** Open programmes of a community, whoever asks. */
export const openProgrammesOf = (db: Db, spaceId: string): Promise<ProgrammeFacts[]> =>
  db.rows<ProgrammeFacts>(
    sql`select ${columns} from programmes g where g.space_id = ${spaceId} and g.state = 'open' order by g.created_at, g.id`,
  )

export interface CircleFacts {
  id: string
  name: string
  site: string
  launchedAt: string | null
  /** How many serve in it. */
  people: number
}

export const circlesOf = (db: Db, programmeId: string): Promise<CircleFacts[]> =>
  db.rows<CircleFacts>(sql`
    select c.id, c.name, c.site, c.launched_at as "launchedAt",
      (select count(*)::int from ambassadors a join members m on m.id = a.member_id and m.status <> 'closed'
        where a.circle_id = c.id and a.state in ('onboarding', 'active', 'paused', 'handing_over')) as people
    from circles c where c.programme_id = ${programmeId} order by c.name, c.id`)

export interface LeaveFacts {
  id: string
  ambassadorId: string
  startsOn: string
  endsOn: string
}

/** Leaves declared by these ambassadors, the latest first. */
export const leavesOf = (db: Db, ambassadorIds: string[]): Promise<LeaveFacts[]> =>
  db.rows<LeaveFacts>(sql`
    select id, ambassador_id as "ambassadorId", starts_on as "startsOn", ends_on as "endsOn" from ambassador_leaves
    where ambassador_id = any(${ambassadorIds}::uuid[]) order by starts_on desc, id`)

export interface GatheringToFind {
  programmeId: string
  programme: string
  /** Null: all circles together (a programme without circles). */
  circleId: string | null
  circle: string | null
  /** A circle that has not met yet needs its founding gathering. */
  founding: boolean
  due: string
}

/** Gatherings whose date is to be found in a community: promised by a programme, and not planned yet. */
export async function gatheringCadence(
  db: Db,
  spaceId: string,
  now: Date = new Date(),
): Promise<GatheringToFind[]> {
  const rows = await db.rows<{
    programmeId: string
    programme: string
    perYear: number
    circleId: string | null
    circle: string | null
    launched: boolean
    lastHeldAt: string | null
    planned: boolean
  }>(sql`
    select g.id as "programmeId", g.name as programme, g.gatherings_per_year as "perYear", c.id as "circleId", c.name as circle,
      coalesce(c.launched_at is not null, true) as launched,
      (select max(p.held_at) from gatherings p where p.programme_id = g.id and (p.circle_id is null or p.circle_id = c.id)) as "lastHeldAt",
      exists (select 1 from gatherings n where n.programme_id = g.id and n.cancelled_at is null and n.held_at is null
        and n.ends_at > ${now} and ((n.circle_id is null and (c.id is null or c.launched_at is not null)) or n.circle_id = c.id)) as planned
    from programmes g left join circles c on c.programme_id = g.id
    where g.space_id = ${spaceId} and g.state = 'open' order by g.created_at, g.id, c.name, c.id`)
  return rows.flatMap(({ perYear, lastHeldAt, planned, launched, ...row }) => {
    const due = launched ? nextDue(perYear, lastHeldAt, now) : now.toISOString()
    return due !== null && dateToFind(due, planned, now) ? [{ ...row, founding: !launched, due }] : []
  })
}

/** For finding one's way: where I serve or was named, where I follow by name, where I shape. */
export async function myProgrammes(db: Db, actor: Actor): Promise<MyProgramme[]> {
  const rows = await db.rows<Omit<MyProgramme, 'serving' | 'can'> & { role: Role; keeper: boolean }>(sql`
    select g.id, g.space_id as "spaceId", g.name, a.state, seat.role, k.member_id is not null as keeper
    from seats seat join programmes g on g.space_id = seat.space_id and g.state = 'open'
    join spaces s on s.id = g.space_id and ${readable(actor)}
    left join ambassadors a on a.programme_id = g.id and a.member_id = seat.member_id and a.state <> 'declined'
    left join programme_keepers k on k.programme_id = g.id and k.member_id = seat.member_id
    where seat.member_id = ${actor.id} and (a.id is not null or k.member_id is not null or seat.role in ('animator', 'lead'))
    order by g.created_at, g.id limit 50`)
  return rows.map(({ role, keeper, ...row }) => ({
    ...row,
    serving: row.state !== null && isServing(row.state),
    can: { shape: atLeast(role, 'animator'), keep: keeper || role === 'lead' },
  }))
}
