import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, join, sql, type Sql } from '#platform/server/db.ts'
import { invalid, notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { EMPTY_DOC, mentionsIn, relabel, type RichDoc } from '#platform/contract/rich-text.ts'
import type { ReactionCounts, ReactionKind } from '#features/reactions/contract.ts'
import { allCounts, joinMyReaction } from '#features/reactions/server/queries.ts'
import { atLeast, type Role } from '#features/spaces/rules/roles.ts'
import { knownMembers, readable, seatIn } from '#features/spaces/server/policy.ts'
import type { Author, Comment, Reply } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { findSubject } from './subjects.ts'

interface CommentRow {
  id: string
  subjectId: string
  spaceId: string
  parentId: string | null
  body: RichDoc
  createdAt: string
  editedAt: string | null
  withdrawn: boolean
  hidden: boolean
  replyCount: number
  reactionCounts: Partial<ReactionCounts>
  reactionTotal: number
  myReaction: ReactionKind | null
  authorId: string | null
  givenName: string
  familyName: string
  gender: Author['gender']
  job: string
  site: string
  photoFileId: string | null
  authorRole: Role | null
}

const columns = (from: Sql, actor: Actor): Sql => sql`
  select c.id, c.subject_id as "subjectId", c.space_id as "spaceId", c.parent_id as "parentId", c.body, c.created_at as "createdAt",
    c.edited_at as "editedAt", c.withdrawn_at is not null as withdrawn, c.hidden_at is not null as hidden, c.reply_count as "replyCount",
    c.reaction_counts as "reactionCounts", c.reaction_total as "reactionTotal", my_reaction.kind as "myReaction",
    m.id as "authorId", m.given_name as "givenName", m.family_name as "familyName", m.gender, m.job, m.site, m.photo_file_id as "photoFileId",
    seat.role as "authorRole"
  from ${from}
  left join members m on m.id = c.author_id
  left join seats seat on seat.member_id = c.author_id and seat.space_id = c.space_id
  ${joinMyReaction(actor, sql`c.id`)}`

/** Withdrawn or hidden, a comment keeps its place only while people's answers hang on it. */
const shown = (actor: Actor, moderates: boolean): Sql =>
  sql`(c.reply_count > 0 or (c.withdrawn_at is null and (c.hidden_at is null or ${moderates}::boolean or c.author_id = ${actor.id})))`

export interface Reader {
  actor: Actor
  role: Role | null
}

function toReply(row: CommentRow, { actor, role }: Reader): Reply {
  const moderates = atLeast(role, 'moderator')
  const own = row.authorId === actor.id
  const kept = !row.withdrawn && (!row.hidden || own || moderates)
  return {
    id: row.id,
    subjectId: row.subjectId,
    spaceId: row.spaceId,
    parentId: row.parentId,
    author: row.authorId && kept ? authorOf(row, row.authorId) : null,
    body: kept ? row.body : EMPTY_DOC,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    withdrawn: row.withdrawn,
    hidden: row.hidden,
    reactions: allCounts(kept ? row.reactionCounts : {}),
    reactionTotal: kept ? row.reactionTotal : 0,
    myReaction: row.myReaction,
    replyCount: row.replyCount,
    can: {
      revise: own && role !== null && !row.withdrawn && !row.hidden,
      withdraw: (own || moderates) && !row.withdrawn,
      moderate: moderates && !row.withdrawn,
    },
  }
}

export function authorOf(row: Omit<Author, 'id' | 'role'> & { authorRole: Role | null }, id: string): Author {
  return {
    id,
    givenName: row.givenName,
    familyName: row.familyName,
    gender: row.gender,
    job: row.job,
    site: row.site,
    photoFileId: row.photoFileId,
    role: row.authorRole,
  }
}

const cursorOf = (row: { createdAt: string; id: string }) => writeCursor(row.createdAt, row.id)

export async function commentsPage(
  db: Db,
  actor: Actor,
  query: { subjectId: string; parentId?: string; cursor?: string; limit?: number },
) {
  const { role } = await findSubject(db, actor, query.subjectId)
  const limit = query.limit ?? LIMITS.page
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<CommentRow>(sql`
    ${columns(sql`comments c`, actor)}
    where c.subject_id = ${query.subjectId}
    ${query.parentId ? sql`and c.parent_id = ${query.parentId}` : sql`and c.parent_id is null`}
    and ${shown(actor, atLeast(role, 'moderator'))}
    ${after ? sql`and (c.created_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by c.created_at, c.id limit ${limit + 1}`)
  const page = pageOf(rows, limit, cursorOf)
  return { items: await withReplies(db, { actor, role }, page.items), next: page.next }
}

/** First replies of each, in one query. */
async function withReplies(db: Db, reader: Reader, rows: CommentRow[]): Promise<Comment[]> {
  const parents = rows.filter((row) => row.replyCount > 0).map((row) => row.id)
  const replies = parents.length > 0 ? await firstReplies(db, reader, parents) : []
  const byParent = Map.groupBy(replies, (row) => row.parentId)
  return rows.map((row) => {
    const own = pageOf(byParent.get(row.id) ?? [], LIMITS.repliesShown, cursorOf)
    return {
      ...toReply(row, reader),
      replies: own.items.map((reply) => toReply(reply, reader)),
      nextReplies: own.next,
    }
  })
}

const firstReplies = (db: Db, { actor, role }: Reader, parents: string[]): Promise<CommentRow[]> =>
  db.rows<CommentRow>(sql`
    ${columns(
      sql`unnest(${parents}::uuid[]) parent(id)
        cross join lateral (select * from comments c where c.parent_id = parent.id and ${shown(actor, atLeast(role, 'moderator'))}
          order by c.created_at, c.id limit ${LIMITS.repliesShown + 1}) c`,
      actor,
    )}
    order by c.created_at, c.id`)

/** A comment in a space the actor may read, unless it is gone for them. */
export async function findComment(db: Db, actor: Actor, id: string): Promise<Comment> {
  const row = await db.row<CommentRow>(sql`
    ${columns(sql`comments c join spaces s on s.id = c.space_id and ${readable(actor)}`, actor)} where c.id = ${id}`)
  if (!row) throw notFound('comment.not_found')
  const { role } = await findSubject(db, actor, row.subjectId)
  const gone = row.withdrawn || (row.hidden && row.authorId !== actor.id && !atLeast(role, 'moderator'))
  if (gone && row.replyCount === 0) throw notFound('comment.not_found')
  const [comment] = await withReplies(db, { actor, role }, [row])
  if (!comment) throw notFound('comment.not_found')
  return comment
}

/** May the actor react to it, and where is it? */
export async function commentToReact(db: Db, actor: Actor, id: string) {
  const row = await db.row<{ spaceId: string; subjectId: string }>(sql`
    select c.space_id as "spaceId", c.subject_id as "subjectId" from comments c join spaces s on s.id = c.space_id
    where c.id = ${id} and c.withdrawn_at is null and c.hidden_at is null and ${readable(actor)}`)
  if (!row) return undefined
  const { role, readOnly } = await findSubject(db, actor, row.subjectId)
  return { spaceId: row.spaceId, open: role !== null, readOnly }
}

export interface CommentFacts {
  id: string
  subjectId: string
  spaceId: string
  parentId: string | null
  authorId: string | null
  parentAuthorId: string | null
  text: string
  createdAt: string
  hidden: boolean
}

/** Bare facts for features that act on comments, whoever may read them; withdrawn ones are gone. */
export const commentFacts = (db: Db, ids: string[]): Promise<CommentFacts[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.rows<CommentFacts>(sql`
      select c.id, c.subject_id as "subjectId", c.space_id as "spaceId", c.parent_id as "parentId", c.author_id as "authorId",
        parent.author_id as "parentAuthorId", c.body_text as text, c.created_at as "createdAt", c.hidden_at is not null as hidden
      from comments c left join comments parent on parent.id = c.parent_id
      where c.id in (${join(ids)}) and c.withdrawn_at is null`)

/** Facts of a comment the actor may see and act on; hidden ones for their author and the moderators. */
export async function placeOfComment(db: Db, actor: Actor, id: string) {
  const [facts] = await commentFacts(db, [id])
  if (!facts) throw notFound('comment.not_found')
  const seat = await seatIn(db, actor, facts.spaceId).catch(absent)
  if (!seat) throw notFound('comment.not_found')
  const moderates = atLeast(seat.role, 'moderator')
  if (facts.hidden && facts.authorId !== actor.id && !moderates) throw notFound('comment.not_found')
  return { facts, seat, moderates }
}

/** A space the actor may not read is the same as no space; anything else goes on failing. */
function absent(error: Error & { status?: number }): null {
  if (error.status === 404) return null
  throw error
}

/** Gives mentions the real names of people and spaces the writer knows; others are refused. */
export async function nameMentions(
  db: Db,
  actor: Actor,
  doc: RichDoc,
): Promise<{ doc: RichDoc; members: string[] }> {
  const mentions = mentionsIn(doc)
  if (mentions.length === 0) return { doc, members: [] }
  const ids = (kind: 'member' | 'space') => mentions.filter((own) => own.kind === kind).map((own) => own.id)
  const rows = await db.rows<{ id: string; label: string }>(sql`
    select m.id, m.given_name || ' ' || m.family_name as label from members m where m.id = any(${ids('member')}::uuid[]) and ${knownMembers(actor)}
    union all
    select s.id, s.name as label from spaces s where s.id = any(${ids('space')}::uuid[]) and ${readable(actor)}`)
  const labels = new Map(rows.map((row) => [row.id, row.label]))
  if (mentions.some((own) => !labels.has(own.id))) throw invalid('mention.unknown', { field: 'body' })
  return { doc: relabel(doc, labels), members: ids('member') }
}
