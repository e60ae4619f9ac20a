import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { excerpt, type RichDoc } from '#platform/contract/rich-text.ts'
import { authorOf } from '#features/comments/server/queries.ts'
import type { ReactionCounts, ReactionKind } from '#features/reactions/contract.ts'
import { allCounts, joinMyReaction } from '#features/reactions/server/queries.ts'
import { atLeast, type Role, stronger } from '#features/spaces/rules/roles.ts'
import { readable } from '#features/spaces/server/policy.ts'
import type { Attachment, Post, Practice } from '../contract.ts'

interface PollColumn {
  options: [id: string, label: string, votes: number][]
  ballot: string[] | null
}

interface Details extends Partial<Practice> {
  choice?: 'single' | 'multiple'
  anonymous?: boolean
  closesAt?: string | null
  shared?: boolean
}

export interface PostRow {
  /** What the page is sorted by. */
  at: string
  id: string
  spaceId: string
  spaceName: string
  openness: 'open' | 'closed' | 'secret'
  readOnly: boolean
  number: number
  kind: Post['kind']
  title: string
  body: RichDoc
  details: Details
  publishedAt: string
  editedAt: string | null
  pinned: boolean
  commentsClosed: boolean
  hidden: boolean
  commentCount: number
  reactionCounts: Partial<ReactionCounts>
  reactionTotal: number
  adoptionCount: number
  voterCount: number
  authorId: string | null
  givenName: string
  familyName: string
  gender: 'feminine' | 'masculine' | null
  job: string
  site: string
  photoFileId: string | null
  authorRole: Role | null
  own: Role | null
  above: Role | null
  myReaction: ReactionKind | null
  saved: boolean
  adopted: boolean | null
  poll: PollColumn | null
  recipients: Post['recipients'] | null
  attachments: Attachment[] | null
  answer: Post['answer']
  shared: (Omit<SharedCard, 'excerpt'> & { text: string }) | null
}

type SharedCard = NonNullable<NonNullable<Post['shared']>['post']>

/** What nobody has done yet to a post just written. */
export const NEW = {
  editedAt: null,
  pinned: false,
  commentsClosed: false,
  hidden: false,
  commentCount: 0,
  reactionCounts: {},
  reactionTotal: 0,
  adoptionCount: 0,
  voterCount: 0,
  above: null,
  myReaction: null,
  saved: false,
  adopted: null,
  poll: null,
  recipients: null,
  attachments: null,
  answer: null,
  shared: null,
} as const satisfies Partial<PostRow>

/** PostgreSQL writes times inside JSON with an offset; ours end in Z. */
const jsonTime = (column: Sql): Sql =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const POLL = (actor: Actor): Sql => sql`case when p.kind = 'poll' then (select json_build_object(
  'options', (select json_agg(json_build_array(o.id, o.label, o.votes) order by o.position) from poll_options o where o.post_id = p.id),
  'ballot', (select b.option_ids from poll_ballots b where b.post_id = p.id and b.member_id = ${actor.id}))) end`

const RECIPIENTS = sql`case when p.kind = 'kudos' then (
  select json_agg(json_build_object('id', r.id, 'givenName', r.given_name, 'familyName', r.family_name, 'photoFileId', r.photo_file_id,
    'job', r.job, 'site', r.site) order by r.family_name, r.id)
  from post_recipients pr join members r on r.id = pr.member_id where pr.post_id = p.id) end`

const ATTACHMENTS = sql`case when p.attachment_count > 0 then (
  select json_agg(json_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'width', f.width,
    'height', f.height, 'alt', a.alt, 'captions', f.variants->'captions'->>'language') order by a.position)
  from attachments a join files f on f.id = a.file_id where a.post_id = p.id) end`

const ANSWER = sql`case when p.accepted_comment_id is not null then (
  select json_build_object('commentId', c.id, 'authorId', c.author_id, 'authorName', coalesce(w.given_name || ' ' || w.family_name, ''),
    'photoFileId', w.photo_file_id, 'body', c.body, 'createdAt', ${jsonTime(sql`c.created_at`)})
  from comments c left join members w on w.id = c.author_id
  where c.id = p.accepted_comment_id and c.withdrawn_at is null and c.hidden_at is null) end`

const SHARED = (actor: Actor): Sql => sql`case when p.shared_post_id is not null then (
  select json_build_object('id', o.id, 'spaceId', s.id, 'spaceName', s.name, 'authorName', coalesce(w.given_name || ' ' || w.family_name, ''),
    'kind', o.kind, 'title', o.title, 'text', left(o.body_text, 400), 'publishedAt', ${jsonTime(sql`o.published_at`)},
    'imageFileId', picture.id, 'imageAlt', coalesce(picture.alt, ''))
  from posts o join spaces s on s.id = o.space_id left join members w on w.id = o.author_id
  left join lateral (select f.id, a.alt from attachments a join files f on f.id = a.file_id
    where a.post_id = o.id and f.media_type like 'image/%' order by a.position limit 1) picture on true
  where o.id = p.shared_post_id and o.withdrawn_at is null and o.hidden_at is null and ${readable(actor)}) end`

/** A closed community closes its groups: over `spaces around`. */
const readOnlyAround = sql`(around.read_only_at is not null
  or exists (select 1 from spaces above where above.id = around.parent_id and above.read_only_at is not null))`

/**
 * `page` selects (id, at, place): the posts of one page, chosen on narrow index rows; the rest is then read for
 * those alone, in the same query. Whoever writes `page` answers for visibility.
 */
export const postRows = (db: Db, actor: Actor, page: Sql): Promise<PostRow[]> =>
  db.rows<PostRow>(sql`
    with page as materialized (${page})
    select page.at, p.id, p.space_id as "spaceId", around.name as "spaceName", around.openness,
      ${readOnlyAround} as "readOnly", p.number, p.kind, p.title, p.body, p.details,
      p.published_at as "publishedAt", p.edited_at as "editedAt", p.pinned_at is not null as pinned,
      p.comments_closed_at is not null as "commentsClosed", p.hidden_at is not null as hidden, p.comment_count as "commentCount",
      p.reaction_counts as "reactionCounts", p.reaction_total as "reactionTotal", p.adoption_count as "adoptionCount", p.voter_count as "voterCount",
      m.id as "authorId", m.given_name as "givenName", m.family_name as "familyName", m.gender, m.job, m.site, m.photo_file_id as "photoFileId",
      seat.role as "authorRole", mine.role as own, up.role as above, my_reaction.kind as "myReaction",
      exists (select 1 from saved_posts kept where kept.member_id = ${actor.id} and kept.post_id = p.id) as saved,
      case when p.adoption_count > 0 then exists (select 1 from adoptions d where d.post_id = p.id and d.member_id = ${actor.id}) end as adopted,
      ${POLL(actor)} as poll, ${RECIPIENTS} as recipients, ${ATTACHMENTS} as attachments, ${ANSWER} as answer, ${SHARED(actor)} as shared
    from page
    join posts p on p.id = page.id
    join spaces around on around.id = p.space_id
    left join members m on m.id = p.author_id
    left join seats seat on seat.member_id = p.author_id and seat.space_id = p.space_id
    left join seats mine on mine.member_id = ${actor.id} and mine.space_id = p.space_id
    left join seats up on up.member_id = ${actor.id} and up.space_id = around.parent_id
    ${joinMyReaction(actor, sql`p.id`)}
    order by page.place, page.at desc, page.id desc`)

export function toPost(row: PostRow, actor: Actor): Post {
  const above = row.openness !== 'secret' && atLeast(row.above, 'moderator') ? row.above : null
  const role = stronger(row.own, above)
  const own = row.authorId === actor.id
  return {
    id: row.id,
    spaceId: row.spaceId,
    spaceName: row.spaceName,
    number: row.number,
    kind: row.kind,
    title: row.title,
    body: row.body,
    author: row.authorId ? authorOf(row, row.authorId) : null,
    publishedAt: row.publishedAt,
    editedAt: row.editedAt,
    pinned: row.pinned,
    commentsClosed: row.commentsClosed,
    hidden: row.hidden,
    commentCount: row.commentCount,
    reactions: allCounts(row.reactionCounts),
    reactionTotal: row.reactionTotal,
    adoptionCount: row.adoptionCount,
    myReaction: row.myReaction,
    saved: row.saved,
    adopted: row.adopted === true,
    acceptedCommentId: row.answer?.commentId ?? null,
    practice: row.kind === 'practice' ? practiceOf(row.details) : null,
    poll: row.kind === 'poll' ? pollOf(row) : null,
    recipients: row.recipients ?? [],
    // The files of a hidden post are its author's again.
    attachments: row.hidden && !own ? [] : (row.attachments ?? []),
    answer: row.answer,
    shared: row.details.shared ? { post: sharedOf(row.shared) } : null,
    can: powers(row, role, own),
  }
}

const powers = (row: PostRow, role: Role | null, own: boolean): Post['can'] => {
  const moderates = atLeast(role, 'moderator')
  const take = role !== null && !row.hidden && !row.readOnly
  return {
    take,
    comment: take && !row.commentsClosed,
    revise: own && take,
    withdraw: own || moderates,
    pin: moderates && !row.hidden,
    closeComments: own || moderates,
    accept: row.kind === 'question' && take && (own || moderates),
    moderate: moderates,
  }
}

export const practiceOf = (details: Details): Practice => ({
  concern: details.concern ?? '',
  gesture: details.gesture ?? '',
  gain: details.gain ?? '',
})

/** Results are for those who voted, and for all once it is closed. */
function pollOf(row: PostRow): Post['poll'] {
  const { choice = 'single', anonymous = false, closesAt = null } = row.details
  const closed = closesAt !== null && Date.parse(closesAt) <= Date.now()
  const ballot = row.poll?.ballot ?? null
  const open = closed || ballot !== null
  const options = (row.poll?.options ?? []).map(([id, label, votes]) => ({
    id,
    label,
    votes: open ? votes : null,
  }))
  return {
    choice,
    anonymous,
    closesAt,
    closed,
    voters: row.voterCount,
    voted: ballot !== null,
    mine: ballot ?? [],
    options,
  }
}

function sharedOf(row: PostRow['shared']): SharedCard | null {
  if (!row) return null
  const { text, ...post } = row
  return { ...post, excerpt: excerpt(text, 280) }
}
