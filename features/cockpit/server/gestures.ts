import type { Actor } from '#platform/server/actor.ts'
import { type Db, raw, sql, type Sql } from '#platform/server/db.ts'
import { moderatedSpaces } from '#features/moderation/server/policy.ts'
import type { Bounce, Face, Gesture, LoneQuestion } from '../contract.ts'
import {
  BOUNCES_SHOWN,
  FACES,
  type GestureKind,
  minutesFor,
  MOST_COUNTED,
  MOST_REMINDED,
  MOST_WELCOMED,
  QUESTION_DAYS,
  QUESTIONS_SHOWN,
  REMIND_DAYS,
} from '../rules/gestures.ts'
import { newcomersToWelcome } from './newcomers.ts'
import { scopeOf } from './policy.ts'

type Details = Partial<Omit<Gesture, 'kind' | 'count' | 'minutes'>>

/** `units` is what the minutes are counted for, when it is not the people. */
export function gesture(kind: GestureKind, count: number, details: Details, units = count): Gesture {
  const none = {
    more: false,
    since: null,
    people: [],
    newcomers: [],
    questions: [],
    bounces: [],
    invitationIds: [],
    sites: [],
    path: null,
    thanks: [],
    practice: null,
    day: null,
    formats: [],
  }
  return { kind, count, minutes: minutesFor(kind, units), ...none, ...details }
}

export const faceJson = sql`json_build_object('id', m.id, 'givenName', m.given_name, 'familyName', m.family_name, 'photoFileId', m.photo_file_id)`

export async function welcomeGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const rows = await newcomersToWelcome(db, actor, spaceId, MOST_WELCOMED)
  const newcomers = rows.map(({ id, givenName, familyName, photoFileId, postId }) => ({
    id,
    givenName,
    familyName,
    photoFileId,
    posted: postId !== null,
  }))
  const since = rows.map((row) => row.joinedAt).sort()[0] ?? null
  const people = newcomers.slice(0, FACES).map(({ posted: _posted, ...face }) => face)
  return gesture('welcome', rows[0]?.total ?? 0, { since, people, newcomers })
}

export async function questionsGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<LoneQuestion & { total: number }>(sql`
    select p.id as "postId", p.space_id as "spaceId", p.title, p.published_at as "askedAt",
      case when m.id is null then null else ${faceJson} end as author, p.total
    from (
      select p.*, count(*) over ()::int as total from posts p
      where p.space_id in (${scopeOf(actor, spaceId)}) and p.kind = 'question' and p.comment_count = 0 and p.withdrawn_at is null
        and p.hidden_at is null and p.comments_closed_at is null and p.published_at > now() - make_interval(days => ${QUESTION_DAYS})
      order by p.published_at, p.id limit ${QUESTIONS_SHOWN}) p
    left join members m on m.id = p.author_id order by p.published_at, p.id`)
  const questions = rows.map(({ total: _total, ...question }) => question)
  const authors = new Map(questions.flatMap(({ author }) => (author ? [[author.id, author] as const] : [])))
  const people = [...authors.values()].slice(0, FACES)
  return gesture('questions', rows[0]?.total ?? 0, {
    since: questions[0]?.askedAt ?? null,
    people,
    questions,
  })
}

interface Waiting {
  count: number
  since: string | null
}

export async function reportsGesture(db: Db, actor: Actor, spaceId: string): Promise<Gesture> {
  const row = await db.row<Waiting>(sql`
    select count(distinct r.subject_id)::int as count, min(r.created_at) as since from reports r
    where r.state = 'open' and r.space_id in (${scopeOf(actor, spaceId)}) and r.space_id in (${moderatedSpaces(actor)})`)
  return gesture('reports', row?.count ?? 0, { since: row?.since ?? null })
}

/** Asked and not answered; those on a waiting list wait for a place, not for somebody. */
export async function requestsGesture(db: Db, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<{ face: Face; askedAt: string; total: number }>(sql`
    select ${faceJson} as face, r.asked_at as "askedAt", count(*) over ()::int as total
    from join_requests r join spaces s on s.id = r.space_id join members m on m.id = r.member_id and m.status <> 'closed'
    where r.state = 'asked' and s.archived_at is null and (s.id = ${spaceId} or (s.parent_id = ${spaceId} and s.openness <> 'secret'))
    order by r.asked_at, r.id limit ${FACES}`)
  return gesture('requests', rows[0]?.total ?? 0, {
    since: rows[0]?.askedAt ?? null,
    people: rows.map((row) => row.face),
  })
}

/** One too many tells that there are more. Written in the text: what is planned for a few rows must not read them all. */
const FEW = raw(String(MOST_COUNTED + 1))
const counted = (found: number) => ({ count: Math.min(found, MOST_COUNTED), more: found > MOST_COUNTED })

/** Looked up one by one: neither those who left nor the directory are read to be set apart. */
const isThere = sql`(select there.status from members there where there.id = i.member_id) <> 'closed'`

export async function bouncedGesture(db: Db, spaceId: string): Promise<Gesture> {
  const bounced = sql`from invitations i where i.space_id = ${spaceId} and i.state = 'bounced' and ${isThere}`
  const rows = await db.rows<Bounce & { total: number; invitedAt: string }>(sql`
    select i.id as "invitationId", ${faceJson} as person, m.email::text as email, i.invited_at as "invitedAt",
      (select count(*)::int from (select 1 ${bounced} limit ${FEW}) few) as total
    from (select i.* ${bounced} order by i.invited_at, i.id limit ${raw(String(BOUNCES_SHOWN))}) i
    join members m on m.id = i.member_id order by i.invited_at, i.id`)
  const bounces = rows.map(({ invitationId, person, email }) => ({ invitationId, person, email }))
  const people = bounces.slice(0, FACES).map((bounce) => bounce.person)
  const { count, more } = counted(rows[0]?.total ?? 0)
  return gesture('bounced', count, { more, since: rows[0]?.invitedAt ?? null, people, bounces })
}

const remindable = (spaceId: string): Sql => sql`
  from invitations i where i.space_id = ${spaceId} and i.state = 'sent' and i.channel = 'email'
    and i.invited_at < now() - make_interval(days => ${REMIND_DAYS}) and ${isThere}
    and (select 1 from reminders r where r.invitation_id = i.id and r.state = 'planned' limit 1) is null
    and (select 1 from mails sent where sent.about_id = i.id and sent.created_at > now() - make_interval(days => ${REMIND_DAYS}) limit 1) is null`

/** Invited by e-mail a week ago or more, with nothing on its way to them and nothing sent since a week. */
export async function remindGesture(db: Db, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<{ id: string; face: Face; invitedAt: string; total: number }>(sql`
    select waiting.id, ${faceJson} as face, waiting.invited_at as "invitedAt",
      (select count(*)::int from (select 1 ${remindable(spaceId)} order by i.invited_at, i.id limit ${FEW}) few) as total
    from (select i.id, i.member_id, i.invited_at ${remindable(spaceId)}
      order by i.invited_at, i.id limit ${raw(String(MOST_REMINDED))}) waiting
    join members m on m.id = waiting.member_id order by waiting.invited_at, waiting.id`)
  const { count, more } = counted(rows[0]?.total ?? 0)
  return gesture('remind', count, {
    more,
    since: rows[0]?.invitedAt ?? null,
    people: rows.slice(0, FACES).map((row) => row.face),
    invitationIds: rows.map((row) => row.id),
  })
}

/** People without e-mail who have not come in: a letter and somebody to hand it over, site by site; the oldest first. */
export async function lettersGesture(db: Db, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<{ site: string; people: number; since: string }>(sql`
    with waiting as materialized (
      select i.member_id, i.invited_at from invitations i
      where i.space_id = ${spaceId} and i.state = 'sent' and i.channel = 'letter'
        and i.invited_at < now() - make_interval(days => ${REMIND_DAYS}) and ${isThere}
      order by i.invited_at, i.id limit ${FEW})
    select sites.site, count(*)::int as people, min(sites.invited_at) as since
    from (select (select m.site from members m where m.id = waiting.member_id) as site, waiting.invited_at from waiting) sites
    group by sites.site order by people desc, sites.site`)
  const { count, more } = counted(rows.reduce((sum, row) => sum + row.people, 0))
  const since = rows.map((row) => row.since).sort()[0] ?? null
  return gesture(
    'letters',
    count,
    { more, since, sites: rows.map(({ site, people }) => ({ site, people })) },
    rows.length,
  )
}
