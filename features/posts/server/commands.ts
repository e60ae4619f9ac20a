import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { plainText, type RichDoc } from '#platform/contract/rich-text.ts'
import { done } from '#platform/contract/schema.ts'
import { commentFacts, nameMentions } from '#features/comments/server/queries.ts'
import { seatIn } from '#features/spaces/server/policy.ts'
import {
  answerAccepted,
  commentsClosed,
  type Draft,
  pollVoted,
  type Post,
  postAdopted,
  type PostChange,
  postPinned,
  postRevised,
  postWithdrawn,
  type Practice,
} from '../contract.ts'
import { whatIsMissing } from '../rules/kinds.ts'
import { LIMITS } from '../rules/limits.ts'
import { reattach, showFiles } from './attachments.ts'
import { hashtagsOf, readBody, readPractice, readTitle, searchedText } from './draft-content.ts'
import {
  canAccept,
  canCloseComments,
  canPin,
  canRevise,
  canTakePart,
  canWithdraw,
  placeOfPost,
  type PostPlace,
} from './policy.ts'
import { practiceOf } from './post-rows.ts'
import { findPost } from './queries.ts'

interface Before {
  title: string
  body: RichDoc
  details: Record<string, unknown> & Partial<Practice>
  attachments: number
  recipients: number
  options: string[]
}

/** What it said before is kept; the same words again change nothing. */
export async function revisePost(trx: Trx, actor: Actor, id: string, change: PostChange): Promise<Post> {
  const place = await placeOfPost(trx, actor, id)
  allow(canRevise(place), 'post.revise')
  const before = await trx.row<Before>(sql`
    select p.title, p.body, p.details, p.attachment_count as attachments,
      (select count(*)::int from post_recipients r where r.post_id = p.id) as recipients,
      coalesce((select array_agg(o.label order by o.position) from poll_options o where o.post_id = p.id), '{}') as options
    from posts p where p.id = ${id} for no key update of p`)
  if (!before) throw notFound('post.not_found')
  const after = await revised(trx, actor, place, before, change)
  if (change.attachments) await reattach(trx, actor, id, place.post.spaceId, change.attachments)
  if (!(await rewrite(trx, id, before, after, change.attachments !== undefined)))
    return findPost(trx, actor, id)
  await emit(trx, actor, postRevised, place.post.spaceId, { postId: id })
  return findPost(trx, actor, id)
}

interface After {
  title: string
  doc: RichDoc
  practice: Practice | null
  details: object
  attachments: number
}

async function revised(
  trx: Trx,
  actor: Actor,
  { post }: PostPlace,
  before: Before,
  change: PostChange,
): Promise<After> {
  const title = change.title === undefined ? before.title : readTitle(change.title)
  const doc =
    change.body === undefined ? before.body : (await nameMentions(trx, actor, readBody(change.body))).doc
  const isPractice = post.kind === 'practice'
  const practice = isPractice
    ? change.practice
      ? readPractice(change.practice)
      : practiceOf(before.details)
    : null
  const attachments = change.attachments
    ? new Set(change.attachments.map((own) => own.fileId)).size
    : before.attachments
  const lack = whatIsMissing({
    kind: post.kind,
    title,
    text: plainText(doc),
    attachments,
    recipients: before.recipients,
    practice,
    pollOptions: before.options,
    shared: before.details.shared === true,
  })
  if (lack) throw invalid(lack.code, { field: lack.field, values: { limit: lack.limit } })
  return { title, doc, practice, details: { ...before.details, ...practice }, attachments }
}

async function rewrite(
  trx: Trx,
  id: string,
  before: Before,
  after: After,
  filesGiven: boolean,
): Promise<boolean> {
  const hashtags = hashtagsOf(after.title, after.doc, after.practice)
  const searched = searchedText(after.doc, after.practice, before.options)
  const changed = await trx.run(sql`
    with kept as (
      insert into post_revisions (post_id, number, title, body, details)
      select p.id, coalesce((select max(r.number) from post_revisions r where r.post_id = p.id), 0) + 1, p.title, p.body, p.details
      from posts p where p.id = ${id} and (p.title, p.body, p.details) is distinct from
        (${after.title}::text, ${JSON.stringify(after.doc)}::jsonb, ${JSON.stringify(after.details)}::jsonb) returning post_id)
    update posts set title = ${after.title}, body = ${JSON.stringify(after.doc)}::jsonb, details = ${JSON.stringify(after.details)}::jsonb,
      body_text = ${searched}, hashtags = ${hashtags}::text[], edited_at = now() from kept where posts.id = kept.post_id`)
  if (filesGiven)
    await trx.run(sql`update posts set attachment_count = ${after.attachments} where id = ${id}`)
  return changed > 0 || filesGiven
}

export async function withdrawPost(trx: Trx, actor: Actor, id: string) {
  const again = await trx.row(
    sql`select 1 from posts where id = ${id} and author_id = ${actor.id} and withdrawn_at is not null`,
  )
  if (again) return done
  const place = await placeOfPost(trx, actor, id)
  allow(canWithdraw(place), 'post.withdraw')
  const count = await trx.run(
    sql`update posts set withdrawn_at = now(), pinned_at = null where id = ${id} and withdrawn_at is null`,
  )
  if (count === 0) return done
  await showFiles(trx, id, null)
  await emit(trx, actor, postWithdrawn, place.post.spaceId, { postId: id })
  return done
}

/** One pin a space: the post pinned before gives its place. */
export async function pinPost(trx: Trx, actor: Actor, id: string, pinned: boolean): Promise<Post> {
  const place = await placeOfPost(trx, actor, id)
  allow(canPin(place), 'post.pin')
  if (place.post.pinned !== pinned) {
    // Two pins at once wait for each other here, before any row is locked.
    await trx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`pin ${place.post.spaceId}`}, 0))`)
    await trx.run(
      sql`update posts set pinned_at = null where space_id = ${place.post.spaceId} and pinned_at is not null and id <> ${id}`,
    )
    await trx.run(
      sql`update posts set pinned_at = case when ${pinned}::boolean then now() end where id = ${id}`,
    )
    await emit(trx, actor, postPinned, place.post.spaceId, { postId: id, pinned })
  }
  return findPost(trx, actor, id)
}

export async function closeComments(trx: Trx, actor: Actor, id: string, closed: boolean): Promise<Post> {
  const place = await placeOfPost(trx, actor, id)
  allow(canCloseComments(place), 'post.close')
  if (place.post.commentsClosed !== closed) {
    await trx.run(
      sql`update posts set comments_closed_at = case when ${closed}::boolean then now() end where id = ${id}`,
    )
    await emit(trx, actor, commentsClosed, place.post.spaceId, { postId: id, closed })
  }
  return findPost(trx, actor, id)
}

/** Kept for oneself: nobody hears of it, the count alone weighs in what others missed. */
export async function savePost(trx: Trx, actor: Actor, id: string, saved: boolean): Promise<Post> {
  await placeOfPost(trx, actor, id)
  const changed = await trx.run(
    saved
      ? sql`insert into saved_posts (member_id, post_id) values (${actor.id}, ${id}) on conflict do nothing`
      : sql`delete from saved_posts where member_id = ${actor.id} and post_id = ${id}`,
  )
  if (changed > 0)
    await trx.run(
      sql`update posts set save_count = greatest(0, save_count + ${saved ? 1 : -1}::int) where id = ${id}`,
    )
  return findPost(trx, actor, id)
}

/** "I did it too", of a good practice. */
export async function adoptPost(trx: Trx, actor: Actor, id: string, adopted: boolean): Promise<Post> {
  const place = await placeOfPost(trx, actor, id)
  if (adopted && place.seat.readOnly) throw conflict('space.read_only')
  allow(canTakePart(place), 'post.adopt')
  if (place.post.kind !== 'practice') throw conflict('post.not_a_practice')
  const changed = await trx.run(
    adopted
      ? sql`insert into adoptions (post_id, member_id) values (${id}, ${actor.id}) on conflict do nothing`
      : sql`delete from adoptions where post_id = ${id} and member_id = ${actor.id}`,
  )
  if (changed > 0) {
    const row = await trx.row<{ count: number }>(sql`
      update posts set adoption_count = greatest(0, adoption_count + ${adopted ? 1 : -1}::int) where id = ${id} returning adoption_count as count`)
    await emit(trx, actor, postAdopted, place.post.spaceId, { postId: id, adoptionCount: row?.count ?? 0 })
  }
  return findPost(trx, actor, id)
}

/** Who voted is kept apart from what; an anonymous poll keeps no choice, so that vote is final. */
export async function vote(trx: Trx, actor: Actor, id: string, given: string[]): Promise<Post> {
  const place = await placeOfPost(trx, actor, id)
  if (place.seat.readOnly) throw conflict('space.read_only')
  allow(canTakePart(place), 'poll.vote')
  const optionIds = await readBallot(trx, place, given)
  // The post's row is the lock of its poll: counts and ballots move together.
  await trx.run(sql`select 1 from posts where id = ${id} for no key update`)
  const before = await trx.row<{ options: string[] }>(
    sql`select option_ids as options from poll_ballots where post_id = ${id} and member_id = ${actor.id}`,
  )
  const { anonymous, spaceId } = place.post
  if (before && anonymous) throw conflict('poll.already_voted')
  if (before && sameChoice(before.options, optionIds)) return findPost(trx, actor, id)
  await trx.run(sql`
    insert into poll_ballots (post_id, member_id, option_ids) values (${id}, ${actor.id}, ${anonymous ? [] : optionIds}::uuid[])
    on conflict (post_id, member_id) do update set option_ids = excluded.option_ids`)
  await trx.run(sql`
    update poll_options set votes = votes + (id = any(${optionIds}::uuid[]))::int - (id = any(${before?.options ?? []}::uuid[]))::int
    where post_id = ${id} and (id = any(${optionIds}::uuid[])) <> (id = any(${before?.options ?? []}::uuid[]))`)
  const row = await trx.row<{ voters: number }>(
    sql`update posts set voter_count = voter_count + ${before ? 0 : 1}::int where id = ${id} returning voter_count as voters`,
  )
  await emit(trx, anonymous ? null : actor, pollVoted, spaceId, { postId: id, voters: row?.voters ?? 0 })
  return findPost(trx, actor, id)
}

const sameChoice = (one: string[], other: string[]) =>
  one.length === other.length && one.every((id) => other.includes(id))

async function readBallot(trx: Trx, { post }: PostPlace, given: string[]): Promise<string[]> {
  if (post.kind !== 'poll') throw conflict('poll.not_a_poll')
  if (post.pollClosed) throw conflict('poll.closed')
  const optionIds = [...new Set(given.map((id) => id.toLowerCase()))]
  if (optionIds.length === 0) throw invalid('poll.nothing_chosen', { field: 'optionIds' })
  if (post.choice === 'single' && optionIds.length > 1)
    throw invalid('poll.one_choice', { field: 'optionIds' })
  const known = await trx.rows(
    sql`select id from poll_options where post_id = ${post.id} and id = any(${optionIds}::uuid[])`,
  )
  if (known.length !== optionIds.length) throw notFound('poll.option_not_found', { field: 'optionIds' })
  return optionIds
}

export async function acceptAnswer(
  trx: Trx,
  actor: Actor,
  id: string,
  commentId: string | null,
): Promise<Post> {
  const place = await placeOfPost(trx, actor, id)
  allow(canAccept(place), 'post.accept')
  const [comment] = commentId ? await commentFacts(trx, [commentId]) : []
  if (commentId && (!comment || comment.hidden || comment.subjectId !== id))
    throw notFound('comment.not_found', { field: 'commentId' })
  const changed = await trx.run(sql`
    update posts set accepted_comment_id = ${commentId}::uuid where id = ${id} and accepted_comment_id is distinct from ${commentId}::uuid`)
  if (changed > 0) await emit(trx, actor, answerAccepted, place.post.spaceId, { postId: id, commentId })
  return findPost(trx, actor, id)
}

/** As the composer gave it, for its author alone; the oldest give way past the limit. */
export async function keepDraft(
  trx: Trx,
  actor: Actor,
  id: string,
  given: { spaceId?: string | null; content: Record<string, unknown> },
): Promise<Draft> {
  const content = JSON.stringify(given.content).replaceAll('\\u0000', '')
  if (content.length > LIMITS.draftBytes)
    throw invalid('draft.too_long', { field: 'content', values: { limit: LIMITS.draftBytes } })
  if (given.spaceId) await seatIn(trx, actor, given.spaceId)
  const row = await trx.row<Draft>(sql`
    insert into drafts (id, member_id, space_id, content) values (${id}, ${actor.id}, ${given.spaceId ?? null}, ${content}::jsonb)
    on conflict (id) do update set space_id = excluded.space_id, content = excluded.content, updated_at = now()
      where drafts.member_id = excluded.member_id
    returning id, space_id as "spaceId", content, updated_at as "updatedAt"`)
  if (!row) throw notFound('draft.not_found')
  await trx.run(sql`delete from drafts where member_id = ${actor.id} and id in (
    select id from drafts where member_id = ${actor.id} order by updated_at desc, id desc offset ${LIMITS.drafts})`)
  return row
}

export async function dropDraft(trx: Trx, actor: Actor, id: string) {
  await trx.run(sql`delete from drafts where id = ${id} and member_id = ${actor.id}`)
  return done
}
