import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import type { Publication } from '../../contract.ts'

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
  authorId: string | null
}

/** For features that hold publications; the caller answers for the reader's right. */
export async function publicationsAmong(
  db: Db,
  language: Language,
  ids: string[],
): Promise<Map<string, Publication>> {
  if (ids.length === 0) return new Map()
  const rows = await db.rows<Row>(sql`
    select id, connection_id as "connectionId", author_id as "authorId", text, link, publish_at as "publishAt", state,
      problem as code, problem_values as values, retry_at as "retryAt", url, sent_at as "sentAt"
    from publications where id = any(${ids}::uuid[])`)
  return new Map(
    rows.map(({ code, values, authorId: _author, ...row }) => [
      row.id,
      { ...row, problem: problemWords(language, { code, values }) },
    ]),
  )
}

export async function findMyPublication(db: Db, actor: Actor, id: string): Promise<Publication> {
  const mine = await db.row(sql`
    select 1 from publications p join connections c on c.id = p.connection_id
    where p.id = ${id} and c.member_id = ${actor.id}`)
  const found = mine && (await publicationsAmong(db, actor.language, [id])).get(id)
  if (!found) throw notFound('publication.not_found')
  return found
}
