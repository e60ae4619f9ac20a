import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { words } from '#platform/server/words.ts'
import type { Publication } from '../../contract.ts'
import { OWN_KEPT_MONTHS } from '../../rules/own.ts'

export interface Problem {
  code: string | null
  values: { said?: string; at?: string }
}

/** Why something did not leave, and what to do, in the reader's language. */
export function problemWords(language: Language, { code, values }: Problem): string {
  if (!code) return ''
  const text = words(language)
  const said = values.said ? ` ${text('publishing.trouble.said', { said: values.said })}` : ''
  return `${text(`publishing.trouble.${code}`)}${said}`
}

type Row = Omit<Publication, 'problem'> & {
  code: string | null
  values: Problem['values']
}

const rowsWhere = (where: Sql): Sql => sql`
  select p.id, p.connection_id as "connectionId", jsonb_build_object('network', c.network, 'name', c.name, 'state', c.state) as account,
    p.text, p.link, p.file_id as "fileId", p.alt, p.publish_at as "publishAt", p.state, p.problem as code, p.problem_values as values,
    p.retry_at as "retryAt", p.url, p.sent_at as "sentAt", (p.remove_asked_at is not null and p.state = 'sent') as removing,
    (c.space_id is not null or p.heard_in is not null) as elsewhere, p.path, p.likes, p.reposts, p.replies
  from publications p join connections c on c.id = p.connection_id where ${where}`

const toPublication = (language: Language, { code, values, ...row }: Row): Publication => ({
  ...row,
  problem: problemWords(language, { code, values }),
})

/** For features that hold publications; the caller answers for the reader's right. */
export async function publicationsAmong(
  db: Db,
  language: Language,
  ids: string[],
): Promise<Map<string, Publication>> {
  if (ids.length === 0) return new Map()
  const rows = await db.rows<Row>(rowsWhere(sql`p.id = any(${ids}::uuid[])`))
  return new Map(rows.map((row) => [row.id, toPublication(language, row)]))
}

const AT_ONCE = 20

/** By one's own accounts, newest first: no other query reads these with their author. */
export async function myPublications(
  db: Db,
  actor: Actor,
  { cursor, limit = AT_ONCE }: { cursor?: string | undefined; limit?: number | undefined },
) {
  const after = readCursor(cursor, 2)
  const rows = await db.rows<Row & { createdAt: string }>(sql`
    with own as (${rowsWhere(sql`c.member_id = ${actor.id}`)})
    select own.*, x.created_at as "createdAt" from own join publications x on x.id = own.id
    ${after ? sql`where (x.created_at, x.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by x.created_at desc, x.id desc limit ${limit + 1}`)
  const { items, next } = pageOf(rows, limit, (row) => writeCursor(row.createdAt, row.id))
  return {
    items: items.map(({ createdAt: _made, ...row }) => toPublication(actor.language, row)),
    next,
    keptMonths: OWN_KEPT_MONTHS,
  }
}

export async function findMyPublication(db: Db, actor: Actor, id: string): Promise<Publication> {
  const mine = await db.row(sql`
    select 1 from publications p join connections c on c.id = p.connection_id
    where p.id = ${id} and c.member_id = ${actor.id}`)
  const found = mine && (await publicationsAmong(db, actor.language, [id])).get(id)
  if (!found) throw notFound('publication.not_found')
  return found
}
