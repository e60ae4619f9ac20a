import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { Coming, Gathering, Person } from '../../contract.ts'
import { shownCount } from '../../rules/gatherings.ts'
import { canKeep, placeIn, type ProgrammePlace, serves, servingIn, takesPart } from '../policy.ts'
import { personJson } from './people.ts'

interface Row extends Omit<Gathering, 'coming' | 'came' | 'can'> {
  invited: number
  inCircle: boolean
  onSite: number
  online: number
  cameCount: number
}

const columns = (actor: Actor): Sql => sql`
  p.id, p.programme_id as "programmeId", case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as circle,
  p.kind, p.title, p.starts_at as "startsAt", p.ends_at as "endsAt", p.place, p.online_url as "onlineUrl", p.agenda,
  (select h.given_name || ' ' || h.family_name from members h where h.id = p.host_id) as host,
  p.held_at as "heldAt", p.cancelled_at as "cancelledAt",
  (select r.answer from gathering_answers r where r.gathering_id = p.id and r.member_id = ${actor.id}) as mine,
  (p.circle_id is null or exists (select 1 from ambassadors own where own.programme_id = p.programme_id
    and own.member_id = ${actor.id} and own.circle_id = p.circle_id)) as "inCircle",
  (select count(*)::int from ambassadors a where a.programme_id = p.programme_id and (p.circle_id is null or a.circle_id = p.circle_id)
    and a.state in ('onboarding', 'active', 'paused', 'handing_over')) as invited,
  (select count(*)::int from gathering_answers r where r.gathering_id = p.id and r.answer = 'on_site') as "onSite",
  (select count(*)::int from gathering_answers r where r.gathering_id = p.id and r.answer = 'online') as online,
  (select count(*)::int from gathering_answers r where r.gathering_id = p.id and r.came in ('on_site', 'online')) as "cameCount"`

function seen(row: Row, place: ProgrammePlace, threshold: number): Gathering {
  const { invited, inCircle, onSite, online, cameCount, ...facts } = row
  const organise = canKeep(place)
  const counted = organise || shownCount(0, invited, threshold) !== null
  return {
    ...facts,
    coming: counted ? { onSite, online } : null,
    came: row.heldAt && counted ? cameCount : null,
    can: {
      answer: serves(place) && inCircle && !row.heldAt && !row.cancelledAt,
      organise,
    },
  }
}

const found = (actor: Actor) =>
  sql`select ${columns(actor)} from gatherings p left join circles c on c.id = p.circle_id`

/** Those who take part; the others learn of no gathering. */
export async function findGathering(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ gathering: Gathering; place: ProgrammePlace }> {
  const row = await db.row<Row>(sql`${found(actor)} where p.id = ${id}`)
  const place = row ? await placeIn(db, actor, row.programmeId).catch(() => null) : null
  if (!row || !place || !takesPart(place)) throw notFound('gathering.not_found')
  const { threshold } = await findSettings(db)
  return { gathering: seen(row, place, threshold), place }
}

/** To come, the nearest first; or past, the latest first. */
export async function gatheringsPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  query: { cursor?: string; limit?: number; when?: 'next' | 'past' },
): Promise<{ items: Gathering[]; next: string | null }> {
  const place = await placeIn(db, actor, programmeId)
  if (!takesPart(place)) return { items: [], next: null }
  const limit = query.limit ?? 20
  const after = readCursor(query.cursor, 2)
  const past = query.when === 'past'
  const rows = await db.rows<Row>(sql`
    ${found(actor)} where p.programme_id = ${programmeId}
      ${past ? sql`and (p.held_at is not null or p.ends_at <= now()) and p.cancelled_at is null` : sql`and p.held_at is null and p.ends_at > now()`}
      ${after ? (past ? sql`and (p.starts_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`and (p.starts_at, p.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`) : empty}
    order by ${past ? sql`p.starts_at desc, p.id desc` : sql`p.starts_at, p.id`} limit ${limit + 1}`)
  const { threshold } = await findSettings(db)
  const page = pageOf(rows, limit, (row) => writeCursor(row.startsAt, row.id))
  return { ...page, items: page.items.map((row) => seen(row, place, threshold)) }
}

export interface Attending {
  person: Person
  answer: Coming | null
  came: Coming | null
}

/** Everybody invited, with their answer: for those who organise. */
export const attendanceOf = (db: Db, gathering: Gathering): Promise<Attending[]> =>
  db.rows<Attending>(sql`
    select ${personJson} as person, r.answer, r.came from members m
    left join gathering_answers r on r.gathering_id = ${gathering.id} and r.member_id = m.id
    where r.member_id is not null or m.id in (${servingIn(gathering.programmeId)}
      ${gathering.circle ? sql`and a.circle_id = ${gathering.circle.id}` : empty})
    order by m.family_name, m.given_name, m.id`)
