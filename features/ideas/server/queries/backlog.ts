import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { inFeeds } from '#features/posts/server/policy.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import { programmeFacts } from '#features/programme/server/queries.ts'
import type { Board, Face, IdeaCard, IdeaPost, Point } from '../../contract.ts'
import { type IdeaStatus, LIMITS, OPEN_STATUSES } from '../../rules/statuses.ts'
import { canVote, canWrite, onTeam, shapingIn } from '../policy.ts'
import { findRound, liveRound } from './rounds.ts'
import { cardColumns, face, lastVotes, type LiveRound, totalIn } from './rows.ts'

interface Asked {
  cursor?: string
  limit?: number
  search?: string
}
type Order = 'recent' | 'votes' | 'value' | 'effort'

const MOST_POINTS = 120

/** Words of the title, of its author and of its post, the beginning of the last one at least. */
const saying = (words: string): Sql => sql`and plain(i.title || ' ' || i.words || ' ' || i.change || ' ' ||
  coalesce((select p.body_text from posts p where p.id = i.post_id and ${inFeeds}), '')) like '%' || plain(${escaped(words)}) || '%'`
const escaped = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** What is said last comes last: ideas nobody voted for, or that the team has not looked at. */
function keyOf(order: Order, round: LiveRound | null): Sql {
  if (order === 'votes')
    return round?.told
      ? sql`coalesce((select ${totalIn(sql`ri.round_id`)} from idea_round_ideas ri where ri.round_id = ${round.id} and ri.idea_id = i.id and ri.left_at is null), ${lastVotes}, -1)::bigint`
      : sql`coalesce(${lastVotes}, -1)::bigint`
  // Equal value: what asks least first.
  if (order === 'value') return sql`coalesce(i.value * 10 - i.effort, -1)::bigint`
  if (order === 'effort') return sql`coalesce((6 - i.effort) * 10 + i.value, -1)::bigint`
  return sql`(extract(epoch from i.created_at) * 1000000)::bigint`
}

function statusIs(status: IdeaStatus | 'open' | 'all'): Sql {
  // Merged ideas are told in the one they went into.
  if (status === 'all') return sql`i.status <> 'merged'`
  if (status === 'open') return sql`i.status = any(${[...OPEN_STATUSES]}::text[])`
  return sql`i.status = ${status}`
}

export async function ideasPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  {
    cursor,
    limit = LIMITS.page,
    status = 'open',
    search,
    order = 'recent',
    inRound = false,
  }: Asked & { status?: IdeaStatus | 'open' | 'all'; order?: Order; inRound?: boolean },
) {
  await placeIn(db, actor, programmeId)
  const round = await liveRound(db, programmeId)
  const after = readCursor(cursor, 2)
  const words = search?.trim()
  const rows = await db.rows<IdeaCard & { key: number }>(sql`
    select * from (
      select ${cardColumns(actor, round)}, ${keyOf(order, round)} as key
      from ideas i left join members a on a.id = i.author_id and a.status <> 'closed'
      where i.programme_id = ${programmeId} and ${statusIs(status)} ${words ? saying(words) : empty}
        ${inRound ? sql`and exists (select 1 from idea_round_ideas ri where ri.round_id = ${round?.id ?? null}::uuid and ri.idea_id = i.id and ri.left_at is null)` : empty}
    ) listed
    ${after ? sql`where (listed.key, listed.id) < (${after[0]}::bigint, ${after[1]}::uuid)` : empty}
    order by listed.key desc, listed.id desc limit ${limit + 1}`)
  const { items, next } = pageOf(rows, limit, (row) => writeCursor(row.key, row.id))
  return { items: items.map(({ key: _, ...row }) => row), next }
}

export const teamOf = (db: Db, programmeId: string): Promise<Face[]> =>
  db.rows<Face>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId"
    from idea_team t join members m on m.id = t.member_id and m.status <> 'closed'
    where t.programme_id = ${programmeId} order by t.named_at, m.id`)

export async function findBoard(db: Db, actor: Actor, programmeId: string): Promise<Board> {
  const place = await placeIn(db, actor, programmeId)
  const { name } = await programmeFacts(db, programmeId)
  const round = await liveRound(db, programmeId)
  const counts = await db.rows<Board['counts'][number]>(sql`
    select status, count(*)::int as ideas from ideas where programme_id = ${programmeId} group by status`)
  const points = await db.rows<Point>(sql`
    select i.id, i.title, i.status, i.effort, i.value, ${lastVotes} as votes from ideas i
    where i.programme_id = ${programmeId} and i.effort is not null and i.status = any(${[...OPEN_STATUSES]}::text[])
    order by i.value desc, i.effort, i.id limit ${MOST_POINTS}`)
  return {
    programmeId,
    programmeName: name,
    spaceId: place.spaceId,
    counts,
    round: round ? await findRound(db, actor, round.id) : null,
    points,
    team: await teamOf(db, programmeId),
    can: {
      write: canWrite(place),
      shape: canShape(place),
      rate: await onTeam(db, programmeId, actor.id),
      vote: canVote(place),
    },
  }
}

/** Over `posts p`: what everybody of the community may read, in it or in its open groups. */
export const readByAll = (spaceId: string): Sql => sql`p.kind = 'idea' and ${inFeeds} and p.space_id in (
  select s.id from spaces s where s.archived_at is null
    and (s.id = ${spaceId} or (s.parent_id = ${spaceId} and s.openness = 'open')))`

export async function ideaPosts(
  db: Db,
  actor: Actor,
  programmeId: string,
  { cursor, limit = LIMITS.page, search }: Asked,
) {
  const { spaceId } = await shapingIn(db, actor, programmeId)
  const after = readCursor(cursor, 2)
  const words = search?.trim()
  const rows = await db.rows<IdeaPost>(sql`
    select p.id, p.title, left(p.body_text, 240) as excerpt, ${face(sql`a`)} as author, p.published_at as "publishedAt"
    from posts p left join members a on a.id = p.author_id and a.status <> 'closed'
    where ${readByAll(spaceId)}
      and not exists (select 1 from ideas i where i.post_id = p.id and i.programme_id = ${programmeId})
      ${words ? sql`and plain(p.title || ' ' || p.body_text) like '%' || plain(${escaped(words)}) || '%'` : empty}
      ${after ? sql`and (p.published_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by p.published_at desc, p.id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.publishedAt, row.id))
}
