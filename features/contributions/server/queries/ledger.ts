import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { ambassadorFile } from '#features/programme/server/policy.ts'
import { readableSpace } from '#features/spaces/server/policy.ts'
import type { LedgerLine } from '../../contract.ts'
import { faceJson } from './people.ts'

const PAGE = 30
const LONG = 90

/** The first words of a text, never half of one. */
const beginning = (body: Sql): Sql => sql`case when length(${body}) <= ${LONG} then ${body}
  else regexp_replace(left(${body}, ${LONG}), '\\s+\\S*$', '') || '…' end`

/** Over `contributions c`: titles and addresses of what its reader may read, nothing of the rest. */
const lines = (actor: Actor, where: Sql): Sql => sql`
  select c.id, c.kind, c.at, c.weight, c.state,
    coalesce(nullif(p.title, ''), ${beginning(sql`p.body_text`)}, c.title) as title,
    case when p.id is not null then '/publications/' || p.id else c.path end as path,
    case when d.contribution_id is not null then jsonb_build_object('what', d.what, 'words', d.words, 'people', d.people,
      'peer', (select ${faceJson} from members m where m.id = d.peer_id), 'answeredAt', d.answered_at, 'peerWords', d.peer_words) end as declaration
  from contributions c
  left join declarations d on d.contribution_id = c.id
  left join comments k on c.source_kind = 'comment' and k.id = c.source_id and k.withdrawn_at is null
  left join posts p on p.id = coalesce(case when c.source_kind = 'post' then c.source_id end, k.subject_id)
    and p.withdrawn_at is null and p.hidden_at is null and ${readableSpace(actor, sql`p.space_id`)}
  where ${where}`

/** jsonb gives times with their offset; the contract wants them in UTC. */
const inUtc = (at: string | null) => at && new Date(at).toISOString()
const tidy = (line: LedgerLine): LedgerLine =>
  line.declaration
    ? { ...line, declaration: { ...line.declaration, answeredAt: inUtc(line.declaration.answeredAt) } }
    : line

export async function ledgerPage(
  db: Db,
  actor: Actor,
  ambassadorId: string,
  query: { cursor?: string; limit?: number },
): Promise<{ items: LedgerLine[]; next: string | null }> {
  await ambassadorFile(db, actor, ambassadorId)
  const limit = query.limit ?? PAGE
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<LedgerLine>(sql`
    ${lines(
      actor,
      sql`c.ambassador_id = ${ambassadorId}
      ${after ? sql`and (c.at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}`,
    )}
    order by c.at desc, c.id desc limit ${limit + 1}`)
  return pageOf(rows.map(tidy), limit, (row) => writeCursor(row.at, row.id))
}

/** The whole of it, for its own person. */
export async function wholeLedger(db: Db, actor: Actor, ambassadorId: string): Promise<LedgerLine[]> {
  const rows = await db.rows<LedgerLine>(
    sql`${lines(actor, sql`c.ambassador_id = ${ambassadorId}`)} order by c.at desc, c.id desc`,
  )
  return rows.map(tidy)
}

export async function findLine(db: Db, actor: Actor, id: string): Promise<LedgerLine> {
  const row = await db.row<LedgerLine>(lines(actor, sql`c.id = ${id}`))
  if (!row) throw notFound('contribution.not_found')
  return tidy(row)
}
