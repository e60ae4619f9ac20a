import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { moderatedSpaces } from '#features/moderation/server/policy.ts'
import type { Bounce, Face, Gesture, LoneQuestion } from '../contract.ts'
import {
  BOUNCES_SHOWN,
  FACES,
  type GestureKind,
  minutesFor,
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

export async function bouncedGesture(db: Db, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<Bounce & { total: number; invitedAt: string }>(sql`
    select i.id as "invitationId", ${faceJson} as person, m.email::text as email, i.invited_at as "invitedAt", count(*) over ()::int as total
    from invitations i join members m on m.id = i.member_id and m.status <> 'closed'
    where i.space_id = ${spaceId} and i.state = 'bounced' order by i.invited_at, i.id limit ${BOUNCES_SHOWN}`)
  const bounces = rows.map(({ invitationId, person, email }) => ({ invitationId, person, email }))
  const people = bounces.slice(0, FACES).map((bounce) => bounce.person)
  return gesture('bounced', rows[0]?.total ?? 0, { since: rows[0]?.invitedAt ?? null, people, bounces })
}

const remindable = (spaceId: string) => sql`
  from invitations i where i.space_id = ${spaceId} and i.state = 'sent' and i.channel = 'email'
    and i.invited_at < now() - make_interval(days => ${REMIND_DAYS})
    and not exists (select 1 from members gone where gone.id = i.member_id and gone.status = 'closed')
    and not exists (select 1 from reminders r where r.invitation_id = i.id and r.state = 'planned')
    and not exists (select 1 from mails sent where sent.about_id = i.id and sent.created_at > now() - make_interval(days => ${REMIND_DAYS}))`

/** Invited by e-mail a week ago or more, with nothing on its way to them and nothing sent since a week. */
export async function remindGesture(db: Db, spaceId: string): Promise<Gesture> {
  // Counted apart from the page: what is sorted and joined is fifty people, not fifty thousand.
  const rows = await db.rows<{ id: string; face: Face; invitedAt: string; total: number }>(sql`
    select waiting.id, ${faceJson} as face, waiting.invited_at as "invitedAt", (select count(*)::int ${remindable(spaceId)}) as total
    from (select i.id, i.member_id, i.invited_at ${remindable(spaceId)}
      order by i.invited_at, i.id limit ${MOST_REMINDED}) waiting
    join members m on m.id = waiting.member_id order by waiting.invited_at, waiting.id`)
  return gesture('remind', rows[0]?.total ?? 0, {
    since: rows[0]?.invitedAt ?? null,
    people: rows.slice(0, FACES).map((row) => row.face),
    invitationIds: rows.map((row) => row.id),
  })
}

/** People without e-mail who have not come in: a letter and somebody to hand it over, site by site. */
export async function lettersGesture(db: Db, spaceId: string): Promise<Gesture> {
  const rows = await db.rows<{ site: string; people: number; since: string }>(sql`
    select m.site, count(*)::int as people, min(i.invited_at) as since from invitations i join members m on m.id = i.member_id and m.status <> 'closed'
    where i.space_id = ${spaceId} and i.state = 'sent' and i.channel = 'letter'
      and i.invited_at < now() - make_interval(days => ${REMIND_DAYS})
    group by m.site order by people desc, m.site`)
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const since = rows.map((row) => row.since).sort()[0] ?? null
  return gesture(
    'letters',
    people,
    { since, sites: rows.map(({ site, people: count }) => ({ site, people: count })) },
    rows.length,
  )
}
