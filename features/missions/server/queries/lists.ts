import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { ambassadorFile, canKeep, canShape, placeIn, servingIn } from '#features/programme/server/policy.ts'
import type { Rule } from '#features/audiences/contract.ts'
import { matching } from '#features/audiences/server/policy.ts'
import type { MissionCard, TestRead } from '../../contract.ts'
import { ruleOf, type Profile } from '../../rules/profile.ts'
import { amongMissions, fits } from '../policy.ts'
import { cardColumns, cardsFor } from './rows.ts'

const LIMIT = 20
const NEVER = '9999-12-31'

interface Asked {
  cursor?: string
  limit?: number
}

/** What ends first comes first; what is past, the latest first. */
export async function missionsPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  { view, ...asked }: Asked & { view: 'mine' | 'open' | 'past' | 'all' },
) {
  const place = await amongMissions(db, actor, programmeId)
  if (view === 'all') allow(canShape(place) || canKeep(place), 'mission.shape')
  const held = sql`exists (select 1 from mission_takings t where t.mission_id = n.id and t.member_id = ${actor.id} and t.returned_at is null)`
  const returned = sql`exists (select 1 from mission_takings t where t.mission_id = n.id and t.member_id = ${actor.id} and t.returned_at is not null)`
  if (view === 'mine') return soonest(db, actor, programmeId, sql`n.state = 'open' and ${held}`, asked)
  if (view === 'past')
    return latest(
      db,
      actor,
      sql`n.programme_id = ${programmeId} and (${returned} or (n.state in ('closed', 'cancelled') and ${held}))`,
      asked,
    )
  if (view === 'all')
    return latest(
      db,
      actor,
      sql`n.programme_id = ${programmeId} and (n.state <> 'draft' or ${canShape(place)})`,
      asked,
    )
  const ids = await openTo(db, actor, programmeId)
  return soonest(db, actor, programmeId, sql`n.id = any(${ids}::uuid[])`, asked)
}

const MOST_TESTS = 50

/** A team reads the results of its tests, whatever else each of them does in the programme. */
export async function testsRead(db: Db, actor: Actor, programmeId: string): Promise<TestRead[]> {
  await placeIn(db, actor, programmeId)
  return db.rows<TestRead>(sql`
    select n.id, n.title, n.state, n.due_on as "dueOn",
      exists (select 1 from test_publications p where p.mission_id = n.id) as decided
    from missions n join test_team w on w.mission_id = n.id and w.member_id = ${actor.id}
    where n.programme_id = ${programmeId} and n.kind = 'test' and n.state <> 'draft' order by n.id desc limit ${MOST_TESTS}`)
}

/** Open, with a place left, not taken by me, and for somebody like me. Each mission has a rule of its own. */
async function openTo(db: Db, actor: Actor, programmeId: string): Promise<string[]> {
  const rows = await db.rows<{ id: string; rule: Rule; likes: string[] }>(sql`
    select n.id, n.rule, n.likes from missions n where n.programme_id = ${programmeId} and n.state = 'open'
      and not exists (select 1 from mission_takings t where t.mission_id = n.id and t.member_id = ${actor.id})
      and (n.quota is null or n.quota > (select count(*) from mission_takings t where t.mission_id = n.id))`)
  const found: string[] = []
  for (const one of rows) {
    const row = await db.row(sql`
      select 1 from ambassadors a join members m on m.id = a.member_id
      where a.programme_id = ${programmeId} and a.member_id = ${actor.id} and ${fits(one.rule, one.likes)}`)
    if (row) found.push(one.id)
  }
  return found
}

async function soonest(
  db: Db,
  actor: Actor,
  programmeId: string,
  where: Sql,
  { cursor, limit = LIMIT }: Asked,
) {
  const after = readCursor(cursor, 2)
  const rows = await db.rows<MissionCard>(sql`
    select ${cardsFor(actor)} from missions n where n.programme_id = ${programmeId} and ${where}
    ${after ? sql`and (coalesce(n.due_on, ${NEVER}::date), n.id) > (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by coalesce(n.due_on, ${NEVER}::date), n.id limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.dueOn ?? NEVER, row.id))
}

async function latest(db: Db, actor: Actor, where: Sql, { cursor, limit = LIMIT }: Asked) {
  const after = readCursor(cursor, 1)
  const rows = await db.rows<MissionCard>(sql`
    select ${cardsFor(actor)} from missions n where (${where}) ${after ? sql`and n.id < ${after[0]}::uuid` : empty}
    order by n.id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.id))
}

/** For the person and the keepers: what was taken, brought back and thanked for. */
export async function fileMissions(
  db: Db,
  actor: Actor,
  ambassadorId: string,
  { cursor, limit = LIMIT }: Asked,
) {
  const file = await ambassadorFile(db, actor, ambassadorId)
  const after = readCursor(cursor, 1)
  const rows = await db.rows<MissionCard>(sql`
    select ${cardColumns(sql`${file.memberId}`, file.own)} from missions n
    where n.programme_id = ${file.place.programmeId}
      and exists (select 1 from mission_takings t where t.mission_id = n.id and t.member_id = ${file.memberId})
      ${after ? sql`and n.id < ${after[0]}::uuid` : empty}
    order by n.id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.id))
}

/** What those who serve are: the choices of a profile. */
export async function missionProfiles(db: Db, actor: Actor, programmeId: string) {
  const place = await amongMissions(db, actor, programmeId)
  allow(canShape(place), 'mission.shape')
  const row = await db.row<{
    sites: string[]
    departments: string[]
    jobs: string[]
    interests: string[]
  }>(sql`
    with serving as (select m.* from members m where m.id in (${servingIn(programmeId)}))
    select array(select distinct site from serving where site <> '' order by site) as sites,
      array(select distinct department from serving where department <> '' order by department) as departments,
      array(select distinct job from serving where job <> '' order by job) as jobs,
      array(select distinct one from serving, unnest(interests) one order by one) as interests`)
  return row ?? { sites: [], departments: [], jobs: [], interests: [] }
}

/** Likes are left aside: what one person likes to do is theirs. */
export async function missionReach(db: Db, actor: Actor, programmeId: string, profile: Profile) {
  const place = await amongMissions(db, actor, programmeId)
  allow(canShape(place), 'mission.shape')
  const row = await db.row<{ people: number }>(sql`
    select count(*)::int as people from members m where m.id in (${servingIn(programmeId)}) and ${matching(ruleOf(profile))}`)
  return { people: row?.people ?? 0 }
}
