import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { join, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { plainText, type RichDoc } from '#platform/contract/rich-text.ts'
import { nameMentions } from '#features/comments/server/queries.ts'
import { giveBackPostNumber, markOwnPost, nextPostNumber } from '#features/spaces/server/commands.ts'
import { canPublish, knownMembers, type SeatFacts, seatIn } from '#features/spaces/server/policy.ts'
import { type Post, type PostDraft, postPublished, type Practice } from '../contract.ts'
import { whatIsMissing } from '../rules/kinds.ts'
import { attach } from './attachments.ts'
import {
  hashtagsOf,
  readBody,
  readClosing,
  readOptions,
  readPractice,
  readTitle,
  searchedText,
} from './draft-content.ts'
import { placeOfPost } from './policy.ts'
import { NEW, type PostRow, toPost } from './post-rows.ts'
import { findPost } from './queries.ts'

interface NewPost {
  title: string
  doc: RichDoc
  practice: Practice | null
  options: string[]
  closesAt: string | null
  recipients: string[]
  mentions: string[]
  sharedPostId: string | null
}

/** Constant work whatever the number of members: a row, a number, an event. */
export async function publishPost(trx: Trx, actor: Actor, id: string, draft: PostDraft): Promise<Post> {
  const seat = await seatIn(trx, actor, draft.spaceId)
  allow(canPublish(seat), 'post.publish')
  const post = await prepare(trx, actor, draft, seat).catch((refusal: unknown) =>
    alreadyThere(trx, id, refusal),
  )
  const written = post && (await insertPost(trx, actor, id, draft, post))
  if (!post || !written) return repeated(trx, actor, id)
  if (post.options.length > 0) await insertOptions(trx, id, post.options)
  if (post.recipients.length > 0)
    await trx.run(
      sql`insert into post_recipients (post_id, member_id) select ${id}, unnest(${post.recipients}::uuid[])`,
    )
  await attach(trx, actor, id, draft.spaceId, draft.attachments ?? [])
  await emit(trx, actor, postPublished, draft.spaceId, {
    postId: id,
    number: written.number,
    kind: draft.kind,
    mentions: post.mentions,
    recipients: post.recipients,
  })
  const more =
    draft.kind === 'poll' || draft.kind === 'kudos' || draft.attachments?.length || post.sharedPostId
  return more ? findPost(trx, actor, id) : asWritten(actor, seat, draft, post, written)
}

/** The same request again gives the same post; the id of somebody else's is refused. */
async function repeated(trx: Trx, actor: Actor, id: string): Promise<Post> {
  const row = await authorOf(trx, id)
  if (row?.author_id !== actor.id) throw conflict('post.id_taken')
  return findPost(trx, actor, id)
}

/** What was accepted once stays accepted, even if it would no longer be (a poll's closing date gone by). */
async function alreadyThere(trx: Trx, id: string, refusal: unknown): Promise<null> {
  if (await authorOf(trx, id)) return null
  throw refusal
}

const authorOf = (trx: Trx, id: string) =>
  trx.row<{ author_id: string | null }>(sql`select author_id from posts where id = ${id}`)

type Signature = Pick<
  PostRow,
  'publishedAt' | 'spaceName' | 'givenName' | 'familyName' | 'gender' | 'job' | 'site' | 'photoFileId'
>
interface WrittenPost extends Signature {
  id: string
  number: number
}

/** A new post of the plain kinds is known in full: it need not be read back. */
function asWritten(
  actor: Actor,
  seat: SeatFacts,
  draft: PostDraft,
  post: NewPost,
  written: WrittenPost,
): Post {
  const row: PostRow = {
    ...NEW,
    ...written,
    at: written.publishedAt,
    spaceId: draft.spaceId,
    openness: seat.openness,
    readOnly: seat.readOnly,
    kind: draft.kind,
    title: post.title,
    body: post.doc,
    details: post.practice ?? {},
    authorId: actor.id,
    authorRole: seat.own,
    own: seat.role,
  }
  return toPost(row, actor)
}

async function prepare(trx: Trx, actor: Actor, draft: PostDraft, seat: SeatFacts): Promise<NewPost> {
  if (seat.readOnly) throw conflict('space.read_only')
  const title = readTitle(draft.title)
  const named = await nameMentions(trx, actor, readBody(draft.body))
  const practice = draft.kind === 'practice' && draft.practice ? readPractice(draft.practice) : null
  const options = draft.kind === 'poll' ? readOptions(draft.poll?.options ?? []) : []
  const recipients = draft.kind === 'kudos' ? [...new Set(draft.recipientIds ?? [])] : []
  const lack = whatIsMissing({
    kind: draft.kind,
    title,
    text: plainText(named.doc),
    attachments: draft.attachments?.length ?? 0,
    recipients: recipients.length,
    practice,
    pollOptions: options,
    shared: draft.sharedPostId !== undefined,
  })
  if (lack) throw invalid(lack.code, { field: lack.field, values: { limit: lack.limit } })
  await refuseRecipients(trx, actor, recipients)
  return {
    title,
    doc: named.doc,
    practice,
    options,
    closesAt: draft.kind === 'poll' ? readClosing(draft.poll?.closesAt) : null,
    recipients,
    mentions: named.members.filter((member) => member !== actor.id),
    sharedPostId: draft.sharedPostId ? await originalOf(trx, actor, draft.sharedPostId) : null,
  }
}

/** Kudos go to others, whom the author knows of. */
async function refuseRecipients(trx: Trx, actor: Actor, recipients: string[]): Promise<void> {
  if (recipients.length === 0) return
  if (recipients.includes(actor.id)) throw invalid('post.kudos_to_oneself', { field: 'recipientIds' })
  const rows = await trx.rows(
    sql`select m.id from members m where m.id = any(${recipients}::uuid[]) and ${knownMembers(actor)}`,
  )
  if (rows.length !== recipients.length) throw notFound('member.not_found', { field: 'recipientIds' })
}

/** Relaying a relayed post relays the first one, if the actor may read it. */
async function originalOf(trx: Trx, actor: Actor, id: string): Promise<string> {
  const { post } = await placeOfPost(trx, actor, id)
  if (post.hidden) throw notFound('post.not_found')
  if (!post.sharedPostId) return post.id
  return originalOf(trx, actor, post.sharedPostId)
}

function detailsOf(draft: PostDraft, post: NewPost): object {
  const relayed = post.sharedPostId ? { shared: true } : {}
  if (post.practice) return { ...post.practice, ...relayed }
  if (draft.kind !== 'poll') return relayed
  const { choice = 'single', anonymous = false } = draft.poll ?? {}
  return { choice, anonymous, closesAt: post.closesAt, ...relayed }
}

/**
 * The number is given under the lock of the space, and the time with it, so that both orders agree. In the same
 * statement the author's own mark takes note (their post is not unread for them), and the draft of that id is gone.
 */
async function insertPost(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: PostDraft,
  post: NewPost,
): Promise<WrittenPost | null> {
  const row = await trx.row<Signature & { given: number | null; number: number | null }>(sql`
    with head as (
      ${nextPostNumber(draft.spaceId, sql`exists (select 1 from posts where id = ${id})`)}),
    written as (
      insert into posts (id, space_id, number, author_id, kind, title, body, body_text, details, hashtags, published_at, shared_post_id, attachment_count)
      select ${id}, ${draft.spaceId}, head.posts, ${actor.id}, ${draft.kind}, ${post.title}, ${JSON.stringify(post.doc)}::jsonb,
        ${searchedText(post.doc, post.practice, post.options)}, ${JSON.stringify(detailsOf(draft, post))}::jsonb,
        ${hashtagsOf(post.title, post.doc, post.practice)}::text[], clock_timestamp(), ${post.sharedPostId}::uuid, ${new Set(draft.attachments?.map((own) => own.fileId)).size}::int
      from head on conflict (id) do nothing returning number, published_at),
    mark as (${markOwnPost(actor.id, draft.spaceId)}),
    draft as (delete from drafts where id = ${id} and member_id = ${actor.id})
    select (select posts from head) as given, written.number, written.published_at as "publishedAt", around.name as "spaceName",
      m.given_name as "givenName", m.family_name as "familyName", m.gender, m.job, m.site, m.photo_file_id as "photoFileId"
    from members m join spaces around on around.id = ${draft.spaceId} left join written on true where m.id = ${actor.id}`)
  // A number was taken for a post that was there already.
  if (row?.given && !row.number) await giveBackPostNumber(trx, actor.id, draft.spaceId, row.given)
  if (!row?.number) return null
  const { given: _given, number, ...signature } = row
  return { ...signature, id, number }
}

async function insertOptions(trx: Trx, postId: string, labels: string[]): Promise<void> {
  const rows = labels.map(
    (label, position) => sql`(${uuid7()}::uuid, ${postId}::uuid, ${position}::int, ${label}::text)`,
  )
  await trx.run(sql`insert into poll_options (id, post_id, position, label) values ${join(rows)}`)
}
