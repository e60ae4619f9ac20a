import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import type { Trx } from '#platform/server/db.ts'
import { auditPage, findMail } from './queries.ts'

/** Opening the log is an act too; turning its pages is the same one. */
export async function readAuditLog(
  trx: Trx,
  actor: Actor,
  query: { cursor?: string; limit?: number; act?: string },
) {
  const page = await auditPage(trx, query)
  if (!query.cursor)
    await audit(
      trx,
      actor,
      'audit_log.read',
      { kind: 'audit_log', id: null },
      query.act ? { act: query.act } : {},
    )
  return page
}

/** A kept letter may hold a link that opens an account: who read it is written down. */
export async function readMail(trx: Trx, actor: Actor, id: string) {
  const mail = await findMail(trx, id)
  await audit(trx, actor, 'mail.read', { kind: 'mail', id }, { purpose: mail.purpose })
  return mail
}
