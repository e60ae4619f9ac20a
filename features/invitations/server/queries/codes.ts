import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { unseal } from '#platform/server/seal.ts'
import type { SharedCode } from '../../contract.ts'
import { shownCode } from '../../rules/code.ts'
import { invitingIn, spaceOfCode } from '../policy.ts'

type CodeRow = Omit<SharedCode, 'code' | 'url'> & { sealed: string }

const rowsWhere = (where: Sql): Sql => sql`
  select c.id, c.kind, c.label, c.code_sealed as sealed, c.uses, c.max_uses as "maxUses", c.expires_at as "expiresAt",
    c.created_at as "createdAt", case when c.withdrawn_at is not null then 'withdrawn' when c.expires_at <= now() then 'expired'
      when c.uses >= c.max_uses then 'used_up' else 'open' end as state
  from codes c where c.kind in ('poster', 'link') and ${where} order by c.created_at desc, c.id desc`

export const addressOfCode = (publicUrl: string, plain: string) =>
  `${publicUrl.replace(/\/$/, '')}/rejoindre/${shownCode(plain)}`

function toCode(publicUrl: string, { sealed, ...row }: CodeRow): SharedCode {
  const plain = unseal(sealed)
  return { ...row, code: shownCode(plain), url: addressOfCode(publicUrl, plain) }
}

export async function findCode(db: Db, publicUrl: string, id: string): Promise<SharedCode> {
  const row = await db.row<CodeRow>(rowsWhere(sql`c.id = ${id}`))
  if (!row) throw notFound('code.not_found')
  return toCode(publicUrl, row)
}

export async function managedCode(db: Db, actor: Actor, publicUrl: string, id: string) {
  const spaceId = await spaceOfCode(db, actor, id)
  return { spaceId, code: await findCode(db, publicUrl, id) }
}

/** A community has a handful of posters and links: one page holds them. */
export async function codesOf(
  db: Db,
  actor: Actor,
  publicUrl: string,
  spaceId: string,
): Promise<{ items: SharedCode[] }> {
  await invitingIn(db, actor, spaceId)
  const rows = await db.rows<CodeRow>(sql`${rowsWhere(sql`c.space_id = ${spaceId}`)} limit 200`)
  return { items: rows.map((row) => toCode(publicUrl, row)) }
}
