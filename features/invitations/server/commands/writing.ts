import type { Trx } from '#platform/server/db.ts'
import { mailInvitation } from '../mails.ts'
import { unwrittenOf } from '../queries/mails.ts'

const AT_ONCE = 100

/** Writes the e-mails of some invitations; how many were written. A letter already written is not written twice. */
export async function writeInvitations(trx: Trx, publicUrl: string, campaignId: string): Promise<number> {
  const invitations = await unwrittenOf(trx, publicUrl, campaignId, AT_ONCE)
  for (const facts of invitations) await mailInvitation(trx, facts)
  return invitations.length
}
