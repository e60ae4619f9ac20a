import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Language } from '#platform/contract/schema.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { withOrigin } from '../rules/address.ts'
import type { Network } from '../rules/networks.ts'
import { todayIn } from './queries/kits.ts'

export type Where = { state: 'on' | 'over'; address: string } | { state: 'unknown' }

/** Where a code leads: only to the address of its kit. A kit that is over leads nowhere by itself. */
export async function whereTo(db: Db, code: string): Promise<Where> {
  if (!/^[a-z0-9]{4,20}$/.test(code)) return { state: 'unknown' }
  const today = await todayIn(db)
  const row = await db.row<{ url: string; title: string; network: Network; over: boolean }>(sql`
    select k.url, k.title, l.network, (k.state = 'ended' or coalesce(k.ends_on < ${today}, false)) as over
    from share_links l join share_kits k on k.id = l.kit_id and k.state <> 'draft' where l.code = ${code}`)
  if (!row) return { state: 'unknown' }
  return {
    state: row.over ? 'over' : 'on',
    address: row.over ? row.url : withOrigin(row.url, row, row.network),
  }
}

const STYLE = `:root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.2}a{display:inline-block;padding:.625rem 0;color:inherit;overflow-wrap:anywhere}`
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** For people outside, who have no account here: one page, in their language, with a way on. */
export function sayOver(reply: FastifyReply, language: Language, where: Exclude<Where, { state: 'on' }>) {
  const text = words(language)
  const kind = where.state
  const on = kind === 'over' ? where.address : '/'
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(text(`sharing.link.${kind}.title`))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(text(`sharing.link.${kind}.title`))}</h1>
<p>${escaped(text(`sharing.link.${kind}.why`))}</p>
<p><a href="${escaped(on)}" rel="noreferrer">${escaped(text(`sharing.link.${kind}.on`, { host: kind === 'over' ? new URL(on).host : '' }))}</a></p>
</main>
</body>
</html>`
  return reply
    .code(kind === 'over' ? 410 : 404)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .send(page)
}
