import { excerpt } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { findSpace } from '#features/spaces/server/queries.ts'
import type { Agenda, Committee, CommitteeLine, Decision, Person } from '../../contract.ts'
import { addDays, type Day, mondayOf } from '../../rules/days.ts'
import { isCovered, weeksOf } from '../../rules/gaps.ts'
import type { SlotState } from '../../rules/states.ts'
import { type CalendarPlace, calendarIn, canShape } from '../policy.ts'
import { cadenceOf, closedDaysOf, mixesOf, overlayOf } from './settings.ts'
import { person } from './slots.ts'

export interface CommitteePlace {
  id: string
  place: CalendarPlace
  state: 'planned' | 'held'
  heldOn: Day
}

/** A committee is open to those who animate and to its members. */
export async function committeePlace(
  db: Db,
  actor: Actor,
  id: string,
  lock = false,
): Promise<CommitteePlace> {
  const row = await db.row<{ spaceId: string; state: 'planned' | 'held'; heldOn: Day; member: boolean }>(sql`
    select c.space_id as "spaceId", c.state, c.held_on as "heldOn",
      exists (select 1 from editorial_committee_members n where n.committee_id = c.id and n.member_id = ${actor.id}) as member
    from editorial_committees c where c.id = ${id} ${lock ? sql`for update of c` : sql``}`)
  const place = row && (await calendarIn(db, actor, row.spaceId).catch(() => null))
  if (!row || !place || !(canShape(place) || (row.member && place.seat.own !== null)))
    throw notFound('committee.not_found')
  return { id, place, state: row.state, heldOn: row.heldOn }
}

export async function committeesOf(
  db: Db,
  actor: Actor,
  spaceId: string,
): Promise<{ items: CommitteeLine[]; can: { shape: boolean } }> {
  const place = await calendarIn(db, actor, spaceId)
  const items = await db.rows<CommitteeLine>(sql`
    select c.id, c.held_on as "heldOn", c.minutes, c.state,
      (select count(*)::int from editorial_decisions d where d.committee_id = c.id) as decisions
    from editorial_committees c where c.space_id = ${spaceId}
      and (${canShape(place)}::boolean or exists (
        select 1 from editorial_committee_members n where n.committee_id = c.id and n.member_id = ${actor.id}))
    order by c.held_on desc, c.id desc limit 60`)
  return { items, can: { shape: canShape(place) } }
}

export async function findCommittee(db: Db, actor: Actor, id: string): Promise<Committee> {
  const { place } = await committeePlace(db, actor, id)
  const row = await db.row<
    Omit<Committee, 'communityName' | 'members' | 'decisions' | 'can' | 'agenda'> & { agenda: Agenda | null }
  >(sql`
    select id, space_id as "spaceId", held_on as "heldOn", minutes, state, words, agenda, post_id as "postId"
    from editorial_committees where id = ${id}`)
  if (!row) throw notFound('committee.not_found')
  const members = await db.rows<{ member: Person }>(sql`
    select ${person('m')} as member from editorial_committee_members n join members m on m.id = n.member_id and m.status <> 'closed'
    where n.committee_id = ${id} order by lower(m.family_name), m.id`)
  const space = await findSpace(db, actor, row.spaceId)
  return {
    ...row,
    communityName: space.name,
    members: members.map((one) => one.member),
    agenda: row.agenda ?? (await agendaFor(db, actor, row.spaceId, id, row.heldOn)),
    decisions: await decisionsOf(db, id),
    can: { shape: canShape(place) },
  }
}

const DECISION = sql`d.id, d.kind, d.text, ${person('owner')} as owner, d.due_on as "dueOn", d.slot_id as "slotId", d.done_at as "doneAt"`

export const decisionsOf = (db: Db, committeeId: string): Promise<Decision[]> =>
  db.rows<Decision>(sql`
    select ${DECISION} from editorial_decisions d left join members owner on owner.id = d.owner_id
    where d.committee_id = ${committeeId} order by d.at, d.id`)

const USUAL_PERIOD = 30
const GAPS_AHEAD = 42
const SEASON_AHEAD = 56
const MOST = 5
const TITLE = 90

/** Places of a community that all its members may read: what a committee speaks of is said aloud. */
const spokenOf = (spaceId: string) =>
  sql`select s.id from spaces s where s.id = ${spaceId} or (s.parent_id = ${spaceId} and s.openness = 'open' and s.archived_at is null)`

/** What worked, what met nobody, the weeks to fill, the ideas that wait, the season, and what was decided before. */
export async function agendaFor(
  db: Db,
  actor: Actor,
  spaceId: string,
  committeeId: string,
  heldOn: Day,
): Promise<Agenda> {
  const last = await db.row<{ day: Day }>(sql`
    select held_on as day from editorial_committees where space_id = ${spaceId} and state = 'held' and id <> ${committeeId}
      and held_on < ${heldOn} order by held_on desc limit 1`)
  const from = last?.day ?? addDays(heldOn, -USUAL_PERIOD)
  const { worked, unanswered, published } = await postsOf(db, spaceId, from, heldOn)
  const ideas = await db.rows<{ slotId: string; title: string }>(sql`
    select e.id as "slotId", e.title from editorial_slots e where e.space_id = ${spaceId} and e.place_id in (${spokenOf(spaceId)})
      and e.state = 'idea' and e.day is null order by e.created_at, e.id limit 20`)
  return {
    from,
    to: heldOn,
    worked,
    unanswered,
    published,
    gaps: await gapsAhead(db, spaceId, heldOn),
    ideas,
    season: await overlayOf(db, actor.language, spaceId, heldOn, addDays(heldOn, SEASON_AHEAD)),
    mixes: (await mixesOf(db, actor, spaceId, heldOn)).filter((mix) => mix.placeId === spaceId),
    open: await db.rows<Decision>(sql`
      select ${DECISION} from editorial_decisions d join editorial_committees c on c.id = d.committee_id
      left join members owner on owner.id = d.owner_id
      where c.space_id = ${spaceId} and c.id <> ${committeeId} and c.held_on < ${heldOn} and d.kind = 'task' and d.done_at is null
      order by d.due_on nulls last, d.id limit 20`),
  }
}

interface Met {
  postId: string
  title: string
  people: number
  comments: number
  settled: boolean
}

/** Each person counts once by post, its author never; a post of this week has not had its time yet. */
async function postsOf(db: Db, spaceId: string, from: Day, to: Day) {
  const rows = await db.rows<Met>(sql`
    select p.id as "postId", coalesce(nullif(p.title, ''), left(p.body_text, 300)) as title, p.comment_count as comments,
      p.published_at < ${to}::date - interval '7 days' as settled,
      (select count(distinct met.member_id)::int from (
        select r.member_id from reactions r where r.subject_id = p.id and r.subject_kind = 'post'
        union all select c.author_id from comments c where c.subject_id = p.id and c.withdrawn_at is null and c.hidden_at is null
        union all select a.member_id from adoptions a where a.post_id = p.id
      ) met where met.member_id is distinct from p.author_id) as people
    from posts p where p.space_id in (${spokenOf(spaceId)}) and p.withdrawn_at is null and p.hidden_at is null
      and p.published_at >= ${from}::date and p.published_at < ${to}::date + 1
    order by people desc, p.published_at desc, p.id limit 500`)
  const plain = ({ settled: _settled, title, ...post }: Met) => ({ ...post, title: excerpt(title, TITLE) })
  return {
    worked: rows
      .filter((post) => post.people > 0)
      .slice(0, MOST)
      .map(plain),
    unanswered: rows
      .filter((post) => post.people === 0 && post.settled)
      .slice(0, MOST)
      .map(plain),
    published: rows.length,
  }
}

async function gapsAhead(db: Db, spaceId: string, from: Day) {
  const to = addDays(mondayOf(from), GAPS_AHEAD - 1)
  const slots = await db.rows<{ day: Day; state: SlotState }>(sql`
    select e.day, e.state from editorial_slots e where e.space_id = ${spaceId} and e.place_id in (${spokenOf(spaceId)})
      and e.day between ${mondayOf(from)} and ${to}`)
  const [cadence, blocked] = [await cadenceOf(db, spaceId), await closedDaysOf(db, spaceId, from, to)]
  return weeksOf(slots, { from, to, cadence, blocked }).filter((week) => !isCovered(week))
}
