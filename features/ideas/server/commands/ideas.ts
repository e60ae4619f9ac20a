import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import { type Idea, ideaChanged } from '../../contract.ts'
import { LIMITS } from '../../rules/statuses.ts'
import { canRevise, canWrite, ideaFor, onTeam, shapingIn } from '../policy.ts'
import { readByAll, teamOf } from '../queries/backlog.ts'
import { findIdea } from '../queries/one.ts'

interface Said {
  programmeId: string
  postId?: string
  title?: string
  words?: string
  change?: string
}

export async function setIdea(trx: Trx, actor: Actor, id: string, said: Said): Promise<Idea> {
  const known = await trx.row(sql`select 1 from ideas where id = ${id}`)
  if (known) return reviseIdea(trx, actor, id, said)
  const { spaceId } = said.postId
    ? await takeFromPost(trx, actor, id, { ...said, postId: said.postId })
    : await writeIdea(trx, actor, id, said)
  await emit(trx, actor, ideaChanged, spaceId, { programmeId: said.programmeId, ideaId: id })
  return findIdea(trx, actor, id)
}

async function writeIdea(trx: Trx, actor: Actor, id: string, said: Said) {
  const place = await placeIn(trx, actor, said.programmeId)
  allow(canWrite(place), 'idea.write')
  await trx.run(sql`
    insert into ideas (id, programme_id, author_id, title, words, change, created_by)
    values (${id}, ${said.programmeId}, ${actor.id}, ${titleOf(said.title)}, ${said.words?.trim() ?? ''},
      ${said.change?.trim() ?? ''}, ${actor.id})`)
  return place
}

function titleOf(given: string | undefined): string {
  const title = given?.trim() ?? ''
  if (!title) throw invalid('idea.title', { field: 'title' })
  return title
}

/** The post stays where it is; the idea is its author's, and once in a backlog. */
async function takeFromPost(trx: Trx, actor: Actor, id: string, said: Said & { postId: string }) {
  const place = await shapingIn(trx, actor, said.programmeId)
  const post = await trx.row<{ authorId: string | null; title: string }>(sql`
    select p.author_id as "authorId", coalesce(nullif(trim(p.title), ''), left(p.body_text, 80)) as title
    from posts p where p.id = ${said.postId} and ${readByAll(place.spaceId)}`)
  if (!post) throw notFound('idea.post_not_found')
  const title = (said.title?.trim() || post.title).slice(0, LIMITS.title)
  const count = await trx.run(sql`
    insert into ideas (id, programme_id, post_id, author_id, title, change, created_by)
    values (${id}, ${said.programmeId}, ${said.postId}, ${post.authorId}, ${title}, ${said.change?.trim() ?? ''}, ${actor.id})
    on conflict do nothing`)
  if (count === 0) throw conflict('idea.post_taken')
  return place
}

/** What is left out stays as it was. */
async function reviseIdea(trx: Trx, actor: Actor, id: string, said: Said): Promise<Idea> {
  await lockIdea(trx, id)
  const found = await ideaFor(trx, actor, id)
  if (found.facts.programmeId !== said.programmeId) throw conflict('idea.elsewhere')
  allow(canRevise(found, actor), 'idea.revise')
  const title = said.title === undefined ? found.facts.title : titleOf(said.title)
  await trx.run(sql`
    update ideas set title = ${title}, words = coalesce(${said.words?.trim() ?? null}::text, words),
      change = coalesce(${said.change?.trim() ?? null}::text, change) where id = ${id}`)
  return findIdea(trx, actor, id)
}

/** Those who shape a backlog or its rounds act one after the other; those who vote are not held up. */
export async function lockBacklog(trx: Trx, programmeId: string): Promise<void> {
  await trx.row(sql`select pg_advisory_xact_lock(hashtextextended(${`backlog of ${programmeId}`}, 0))`)
}

/** Whoever changes what becomes of an idea waits for those who vote for it, and the other way. */
export async function lockIdea(trx: Trx, id: string): Promise<void> {
  await trx.row(sql`select 1 from ideas where id = ${id} for update`)
}

/** The team says it together: the last word stands, under the name of whoever said it. */
export async function rateIdea(
  trx: Trx,
  actor: Actor,
  id: string,
  rating: { effort: number; value: number; words?: string },
): Promise<Idea> {
  const { facts, place } = await ideaFor(trx, actor, id)
  allow(await onTeam(trx, facts.programmeId, actor.id), 'idea.rate')
  await lockIdea(trx, id)
  const count = await trx.run(sql`
    update ideas set effort = ${rating.effort}, value = ${rating.value}, rating_words = ${rating.words?.trim() ?? ''},
      rated_by = ${actor.id}, rated_at = now()
    where id = ${id} and status <> 'merged'`)
  if (count === 0) throw conflict('idea.merged')
  await emit(trx, actor, ideaChanged, place.spaceId, { programmeId: facts.programmeId, ideaId: id })
  return findIdea(trx, actor, id)
}

/** Where the thanks are being written; a human sends them. */
export async function noteThanks(trx: Trx, actor: Actor, id: string, postId: string): Promise<Idea> {
  const { facts, place } = await ideaFor(trx, actor, id)
  allow(canShape(place), 'idea.shape')
  if (facts.status !== 'shipped') throw conflict('idea.not_shipped')
  await trx.run(sql`
    update ideas set thanks_post_id = ${postId} where id = ${id}
      and not exists (select 1 from posts p where p.id = ideas.thanks_post_id and p.withdrawn_at is null)`)
  return findIdea(trx, actor, id)
}

export async function nameToTeam(trx: Trx, actor: Actor, programmeId: string, memberId: string) {
  const { spaceId } = await shapingIn(trx, actor, programmeId)
  if (!(await sitsIn(trx, spaceId, memberId))) throw notFound('member.not_found', { field: 'memberId' })
  const row = await trx.row<{ team: number }>(
    sql`select count(*)::int as team from idea_team where programme_id = ${programmeId} and member_id <> ${memberId}`,
  )
  if ((row?.team ?? 0) >= LIMITS.team) throw conflict('idea.team_full', { values: { limit: LIMITS.team } })
  await trx.run(sql`
    insert into idea_team (programme_id, member_id) values (${programmeId}, ${memberId}) on conflict do nothing`)
  return { team: await teamOf(trx, programmeId) }
}

async function sitsIn(db: Db, spaceId: string, memberId: string): Promise<boolean> {
  const row = await db.row(sql`
    select 1 from seats n join members m on m.id = n.member_id and m.status <> 'closed'
    where n.space_id = ${spaceId} and n.member_id = ${memberId}`)
  return row !== undefined
}

export async function leaveTeam(trx: Trx, actor: Actor, programmeId: string, memberId: string) {
  await shapingIn(trx, actor, programmeId)
  await trx.run(sql`delete from idea_team where programme_id = ${programmeId} and member_id = ${memberId}`)
  return { team: await teamOf(trx, programmeId) }
}
