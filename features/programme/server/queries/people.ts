import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { countMatching, findRule } from '#features/audiences/server/queries.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { Alumnus, AmbassadorRow, Board, Circle, Entrance, Filter, Keeper } from '../../contract.ts'
import { STATES } from '../../rules/lifecycle.ts'
import { isCrowded, seatsAdvice } from '../../rules/seats.ts'
import { canKeep, canShape, keepersOf, keepingIn, mayEnter, placeIn, serves } from '../policy.ts'
import { circlesOf, programmeFacts } from '../queries.ts'

/** Over `members m`. */
export const personJson: Sql = sql`jsonb_build_object('id', m.id, 'givenName', m.given_name, 'familyName', m.family_name,
  'job', m.job, 'site', m.site, 'photoFileId', m.photo_file_id)`

/** Over `ambassadors a`: when the present state began. */
export const stateSince: Sql = sql`coalesce((select max(st.at) from ambassador_steps st where st.ambassador_id = a.id and st.from_state is distinct from st.to_state), a.created_at)`

/** Over `ambassadors a`: when they stopped serving; being named again since changes nothing of it. */
export const servedUntil: Sql = sql`(select max(st.at) from ambassador_steps st
  where st.ambassador_id = a.id and st.to_state = 'alumni' and st.from_state is distinct from 'nominated')`

/** Over `ambassadors a`: the rank on the waiting list, from 1. */
export const waitingRank: Sql = sql`case when a.waiting_since is not null then (select count(*)::int from ambassadors w
  where w.programme_id = a.programme_id and w.waiting_since is not null and (w.waiting_since, w.id) <= (a.waiting_since, a.id)) end`

export async function keeperList(db: Db, programmeId: string): Promise<Keeper[]> {
  const ids = await keepersOf(db, programmeId)
  return db.rows<Keeper>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.job, m.site, m.photo_file_id as "photoFileId",
      n.role = 'lead' as lead
    from members m join programmes g on g.id = ${programmeId} join seats n on n.space_id = g.space_id and n.member_id = m.id
    where m.id = any(${ids}::uuid[]) order by n.role = 'lead' desc, m.family_name, m.given_name, m.id`)
}

export async function keepersFor(db: Db, actor: Actor, programmeId: string): Promise<Keeper[]> {
  await placeIn(db, actor, programmeId)
  return keeperList(db, programmeId)
}

/** All of them for those who plan gatherings or shape the programme; for those who serve, their own. */
export async function circlesFor(db: Db, actor: Actor, programmeId: string): Promise<Circle[]> {
  const place = await placeIn(db, actor, programmeId)
  const circles = await circlesOf(db, programmeId)
  const whole = canKeep(place) || canShape(place)
  const own = whole || !serves(place) ? null : await ownCircle(db, place.mine?.id ?? '')
  return circles.filter((circle) => whole || circle.id === own).map((circle) => ({ ...circle, programmeId }))
}

async function ownCircle(db: Db, ambassadorId: string): Promise<string | null> {
  const row = await db.row<{ id: string | null }>(
    sql`select circle_id as id from ambassadors where id = ${ambassadorId}`,
  )
  return row?.id ?? null
}

export async function seatsOf(
  db: Db,
  programmeId: string,
): Promise<{ seats: number | null; serving: number; waiting: number; free: number | null }> {
  const row = await db.row<{ seats: number | null; serving: number; waiting: number }>(sql`
    select g.seats,
      (select count(*)::int from ambassadors a where a.programme_id = g.id and a.state in ('onboarding', 'active', 'paused', 'handing_over')) as serving,
      (select count(*)::int from ambassadors a where a.programme_id = g.id and a.waiting_since is not null) as waiting
    from programmes g where g.id = ${programmeId}`)
  const { seats = null, serving = 0, waiting = 0 } = row ?? {}
  return { seats, serving, waiting, free: seats === null ? null : Math.max(0, seats - serving) }
}

export async function entranceFor(db: Db, actor: Actor, programmeId: string): Promise<Entrance> {
  const place = await placeIn(db, actor, programmeId)
  const { seats, free } = await seatsOf(db, programmeId)
  const facts = await programmeFacts(db, programmeId)
  const manager = await db.row<{ name: string; byMail: boolean }>(sql`
    select b.given_name || ' ' || b.family_name as name, b.email is not null as "byMail"
    from members m join members b on b.id = m.manager_id and b.status <> 'closed' where m.id = ${actor.id}`)
  const open = facts.state === 'open' && mayEnter(place)
  const outside = place.mine === null || place.mine.state === 'alumni' || place.mine.state === 'declined'
  return {
    seats,
    free,
    manager: facts.managerAgreement ? (manager ?? null) : null,
    can: {
      volunteer: open && facts.byVolunteering && outside,
      nominate: open && facts.byNomination,
    },
  }
}

export async function adviceFor(db: Db, actor: Actor, programmeId: string, seats?: number) {
  const place = await placeIn(db, actor, programmeId)
  allow(canShape(place) || canKeep(place), 'programme.shape')
  const row = await db.row<{ audienceId: string | null; cap: number | null; seated: number }>(sql`
    select c.audience_id as "audienceId", c.contributor_cap as cap, (select count(*)::int from seats n where n.space_id = c.space_id) as seated
    from communities c where c.space_id = ${place.spaceId}`)
  const audience = row?.audienceId
    ? (await countMatching(db, await findRule(db, row.audienceId))).count
    : (row?.seated ?? 0)
  const wanted = seats ?? (await seatsOf(db, programmeId)).seats
  const crowded = (await circlesOf(db, programmeId))
    .filter(({ people }) => isCrowded(people))
    .map(({ id, name, people }) => ({ id, name, people }))
  return { audience, cap: row?.cap ?? null, ...seatsAdvice(audience, wanted), crowded }
}

const escaped = (word: string) => word.replace(/[%_\\]/g, '\\$&')
const named = (search: string | undefined): Sql =>
  search?.trim() ? sql`and m.search like plain(${`%${escaped(search.trim())}%`})` : empty

const managerState: Sql = sql`(select case when ag.agreed then 'agreed' when ag.agreed is false then 'refused'
    when ag.expires_at <= now() then 'expired' else 'asked' end
  from manager_agreements ag where ag.ambassador_id = a.id and ag.letter_id is null order by ag.asked_at desc limit 1)`

export async function ambassadorsPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  query: Filter & { cursor?: string; limit?: number },
): Promise<{ items: AmbassadorRow[]; next: string | null }> {
  await keepingIn(db, actor, programmeId)
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 3)
  const { state, circleId, site } = query
  const { timeZone } = await findNetwork(db)
  const rows = await db.rows<AmbassadorRow & { family: string; given: string }>(sql`
    select a.id, ${personJson} as person, a.state, ${stateSince} as since, a.circle_id as "circleId", c.name as circle, a.words,
      ${waitingRank} as waiting, a.paused_until as "pausedUntil",
      (select max(l.ends_on) from ambassador_leaves l where l.ambassador_id = a.id
        and (now() at time zone ${timeZone})::date between l.starts_on and l.ends_on) as "leaveUntil", ${managerState} as manager, m.family_name as family, m.given_name as given
    from ambassadors a join members m on m.id = a.member_id and m.status <> 'closed' left join circles c on c.id = a.circle_id
    where a.programme_id = ${programmeId} ${named(query.search)}
      ${state ? sql`and a.state = ${state}` : sql`and a.state <> 'declined'`}
      ${circleId ? sql`and a.circle_id = ${circleId}` : empty} ${site ? sql`and m.site = ${site}` : empty}
      ${after ? sql`and (m.family_name, m.given_name, a.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : empty}
    order by m.family_name, m.given_name, a.id limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.family, row.given, row.id))
  return { ...page, items: page.items.map(({ family: _family, given: _given, ...row }) => row) }
}

export async function boardOf(db: Db, actor: Actor, programmeId: string): Promise<Board> {
  await keepingIn(db, actor, programmeId)
  const rows = await db.rows<{ state: (typeof STATES)[number]; count: number }>(sql`
    select a.state, count(*)::int as count from ambassadors a join members m on m.id = a.member_id and m.status <> 'closed'
    where a.programme_id = ${programmeId} group by a.state`)
  const sites = await db.rows<{ site: string }>(sql`
    select distinct m.site from ambassadors a join members m on m.id = a.member_id and m.status <> 'closed'
    where a.programme_id = ${programmeId} and m.site <> '' order by m.site`)
  const { seats, serving, waiting } = await seatsOf(db, programmeId)
  return {
    counts: STATES.map((state) => ({ state, count: rows.find((row) => row.state === state)?.count ?? 0 })),
    seats,
    serving,
    waiting,
    sites: sites.map(({ site }) => site),
    circles: await circlesFor(db, actor, programmeId),
  }
}

/** Those who have served and wished to be named; nobody else. */
export async function alumniPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  query: { cursor?: string; limit?: number },
): Promise<{ items: Alumnus[]; next: string | null }> {
  await placeIn(db, actor, programmeId)
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Alumnus & { id: string }>(sql`
    select * from (
      select a.id, ${personJson} as person, a.wall_words as words, a.active_since as "from", coalesce(${servedUntil}, a.created_at) as until
      from ambassadors a join members m on m.id = a.member_id and m.status <> 'closed'
      where a.programme_id = ${programmeId} and a.state in ('alumni', 'nominated') and a.wall) w
    ${after ? sql`where (w.until, w.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by w.until desc, w.id desc limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.until, row.id))
  return { ...page, items: page.items.map(({ id: _id, ...row }) => row) }
}
