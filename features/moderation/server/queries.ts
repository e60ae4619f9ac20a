import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { canModerate, seatIn } from '#features/spaces/server/policy.ts'
import type { ModerationCase, Reason } from '../contract.ts'
import { moderatedSpaces } from './policy.ts'
import { subjectsById } from './subjects.ts'

const PAGE = 30

interface Row {
  subjectId: string
  spaceName: string
  state: 'open' | 'hidden' | 'kept'
  reports: number
  reasons: Reason[]
  notes: string[]
  reportedAt: string
  at: string
}

interface Asked {
  cursor?: string
  limit?: number
  spaceId?: string
  state?: 'open' | 'settled'
}

/** Open: the one that waits longest first. Settled: the latest settled first. */
export async function casesPage(db: Db, actor: Actor, query: Asked) {
  if (query.spaceId) allow(canModerate(await seatIn(db, actor, query.spaceId)), 'moderation')
  const limit = query.limit ?? PAGE
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Row>(casesSql(actor, query, after, limit))
  const page = pageOf(rows, limit, (row) => writeCursor(row.at, row.subjectId))
  return { items: await withSubjects(db, page.items), next: page.next }
}

function casesSql(actor: Actor, query: Asked, after: string[] | null, limit: number): Sql {
  const open = query.state !== 'settled'
  const states = open ? sql`r.state = 'open'` : sql`r.state in ('hidden', 'kept')`
  const at = open ? sql`min(r.created_at)` : sql`max(r.settled_at)`
  const beyond = open ? sql`>` : sql`<`
  const order = open ? sql`asc` : sql`desc`
  return sql`
    select r.subject_id as "subjectId", s.name as "spaceName", (array_agg(r.state order by r.settled_at desc nulls first))[1] as state,
      count(*)::int as reports, array_agg(distinct r.reason) as reasons,
      coalesce(array_agg(r.note order by r.created_at) filter (where r.note <> ''), '{}') as notes,
      min(r.created_at) as "reportedAt", ${at} as at
    from reports r join spaces s on s.id = r.space_id
    where ${states} and r.space_id in (${moderatedSpaces(actor)}) ${query.spaceId ? sql`and r.space_id = ${query.spaceId}` : empty}
    group by r.subject_id, s.name
    ${after ? sql`having (${at}, r.subject_id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by at ${order}, r.subject_id ${order} limit ${limit + 1}`
}

interface AuthorRow {
  id: string
  givenName: string
  familyName: string
  photoFileId: string | null
}

async function withSubjects(db: Db, rows: Row[]): Promise<ModerationCase[]> {
  const subjects = await subjectsById(
    db,
    rows.map((row) => row.subjectId),
  )
  const authorIds = [...subjects.values()].map((subject) => subject.authorId)
  const authors = await db.rows<AuthorRow>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId" from members m
    where m.id = any(${authorIds}::uuid[])`)
  return rows.flatMap((row) => {
    const subject = subjects.get(row.subjectId)
    if (!subject) return []
    return [
      {
        subjectKind: subject.kind,
        subjectId: subject.id,
        postId: subject.postId,
        spaceId: subject.spaceId,
        spaceName: row.spaceName,
        author: authors.find((author) => author.id === subject.authorId) ?? null,
        text: subject.text,
        publishedAt: subject.publishedAt,
        hidden: subject.hidden,
        state: row.state,
        reports: row.reports,
        reasons: row.reasons,
        notes: row.notes,
        reportedAt: row.reportedAt,
      },
    ]
  })
}

export async function caseCount(db: Db, actor: Actor): Promise<{ open: number; moderates: boolean }> {
  const row = await db.row<{ open: number; moderates: boolean }>(sql`
    with mine as (${moderatedSpaces(actor)})
    select (select count(distinct r.subject_id)::int from reports r where r.state = 'open' and r.space_id in (select id from mine)) as open,
      exists (select 1 from mine) as moderates`)
  return row ?? { open: 0, moderates: false }
}
