import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { fadingAmbassadors } from '#features/contributions/server/offers.ts'
import { nextGap } from '#features/editorial/server/queries/calendar.ts'
import { missionFacts } from '#features/missions/server/queries/facts.ts'
import { gatheringCadence } from '#features/programme/server/queries.ts'
import { nextDip } from '#features/seasons/server/queries.ts'
import type { Deserving, Gesture } from '../contract.ts'
import { FACES, SPOTLIGHT_ADOPTIONS, THANK_DAYS, THANKS_SHOWN } from '../rules/gestures.ts'
import { faceJson, gesture } from './gestures.ts'
import { scopeOf } from './policy.ts'

/** Ambassadors to take news of: for keepers alone; for anybody else there is nobody on this line, nor the line. */
export async function fadingGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const programmes = await fadingAmbassadors(db, actor, spaceId)
  const people = programmes.flatMap((programme) => programme.people)
  const [first] = programmes
  return gesture('fading', people.length, {
    people: people.slice(0, FACES).map(({ person }) => ({
      id: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      photoFileId: person.photoFileId,
    })),
    path: first ? `/programmes/${first.programmeId}/qui-avance` : null,
  })
}

/** Tests that ended, and whose testers have not been told what was decided. */
export async function loopGesture(db: Db, spaceId: string): Promise<Gesture> {
  const { decisionsAwaited } = await missionFacts(db, spaceId)
  const row = await db.row<{ id: string }>(sql`
    select n.programme_id as id from missions n join programmes g on g.id = n.programme_id
    where g.space_id = ${spaceId} and n.kind = 'test' and n.state = 'closed'
      and not exists (select 1 from test_publications p where p.mission_id = n.id) order by n.ended_at desc limit 1`)
  return gesture('loop', row ? decisionsAwaited : 0, { path: row ? `/programmes/${row.id}/missions` : null })
}

/** Gatherings that were promised, and whose date is still to be found. */
export async function gatheringGesture(db: Db, spaceId: string): Promise<Gesture> {
  const due = await gatheringCadence(db, spaceId)
  const [first] = due
  return gesture('gathering', due.length, {
    path: first ? `/programmes/${first.programmeId}/rencontres` : null,
  })
}

/** Answers that were accepted and practices that others took up, whose authors nobody has thanked by name since. */
export async function thankGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<Deserving & { total: number }>(sql`
    with scope as materialized (${scopeOf(actor, spaceId)}),
    -- From the words of the fortnight to the questions they answer: not from every question ever put.
    lately as materialized (
      select c.id, c.author_id, c.space_id, c.created_at from comments c
      where c.space_id in (select id from scope) and c.created_at > now() - make_interval(days => ${THANK_DAYS})
        and c.withdrawn_at is null and c.hidden_at is null),
    helped as (
      select c.author_id as member_id, 'answer' as because, p.space_id, p.id as post_id, p.title, c.created_at as at
      from lately c cross join lateral (select * from posts q where q.accepted_comment_id = c.id limit 1) p
      where p.space_id = c.space_id and p.kind = 'question' and p.withdrawn_at is null and p.hidden_at is null
        and c.author_id is distinct from p.author_id
      union all
      select p.author_id, 'practice', p.space_id, p.id, p.title, p.published_at from posts p
      where p.space_id in (select id from scope) and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null
        and p.adoption_count >= ${SPOTLIGHT_ADOPTIONS} and p.published_at > now() - make_interval(days => ${THANK_DAYS})),
    thanked as materialized (
      select r.member_id, max(k.published_at) as at from posts k join post_recipients r on r.post_id = k.id
      where k.kind = 'kudos' and k.space_id in (select id from scope) and k.published_at > now() - make_interval(days => ${THANK_DAYS})
      group by r.member_id),
    once as (select distinct on (h.member_id) h.* from helped h left join thanked using (member_id)
      where h.member_id <> ${actor.id} and (thanked.at is null or thanked.at <= h.at)
      order by h.member_id, h.at desc)
    select ${faceJson} as person, o.because, o.space_id as "spaceId", o.post_id as "postId", o.title, count(*) over ()::int as total
    from once o join members m on m.id = o.member_id and m.status = 'active' order by o.at desc, m.id limit ${THANKS_SHOWN}`)
  const thanks = rows.map(({ total: _total, ...one }) => one)
  return gesture('thank', rows[0]?.total ?? 0, {
    thanks,
    people: thanks.map(({ person }) => person).slice(0, FACES),
  })
}

/** The practice of the month that most people took up, while nothing is pinned in its space. */
export async function spotlightGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const row = await db.row<NonNullable<Gesture['practice']>>(sql`
    select p.id as "postId", p.title, p.adoption_count as adoptions from posts p
    where p.space_id in (${scopeOf(actor, spaceId)}) and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null
      and p.adoption_count >= ${SPOTLIGHT_ADOPTIONS} and p.published_at > now() - interval '30 days'
      and not exists (select 1 from posts pinned where pinned.space_id = p.space_id and pinned.pinned_at is not null
        and pinned.withdrawn_at is null)
    order by p.adoption_count desc, p.published_at desc limit 1`)
  return gesture('spotlight', row ? 1 : 0, { practice: row ?? null })
}

/** A community that does not keep a calendar is not told each morning that it is empty. */
const keepsCalendar = async (db: Db, spaceId: string): Promise<boolean> =>
  (await db.row(sql`select 1 from editorial_slots where space_id = ${spaceId} limit 1`)) !== undefined

/** The first week ahead with nothing in the calendar. */
export async function gapGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const week = (await keepsCalendar(db, spaceId)) ? await nextGap(db, actor, spaceId) : null
  return gesture('gap', week ? 1 : 0, { day: week?.monday ?? null })
}

/** A dip that begins within three weeks: light formats for it, and a kit for the return. */
export async function dipGesture(db: Db, actor: Actor, spaceId: string, today: string): Promise<Gesture> {
  const dip = (await keepsCalendar(db, spaceId)) ? await nextDip(db, spaceId, today, actor.language) : null
  const soon = dip !== null && today >= dip.proposedOn && today < dip.firstDay
  return gesture('dip', soon ? 1 : 0, {
    day: soon ? dip.firstDay : null,
    formats: soon ? dip.formats.map(({ title, text }) => ({ title, text })) : [],
    path: `/communautes/${spaceId}/saison`,
  })
}
