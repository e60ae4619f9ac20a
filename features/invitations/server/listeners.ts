import { registerAudienceUses } from '#features/audiences/server/uses.ts'
import { memberJoined } from '#features/spaces/contract.ts'
import type { Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { mailBounced } from '#platform/server/mail.ts'
import { answerInvitation, noteBounce } from './commands/follow-up.ts'
import { audienceUses } from './uses.ts'

async function onBounce(
  trx: Trx,
  mail: { id: string; purpose: string; aboutId: string | null },
): Promise<void> {
  const ours = mail.purpose === 'invitation' || mail.purpose === 'reminder'
  if (ours && mail.aboutId) await noteBounce(trx, mail.aboutId, mail.id)
}

export function listeners(listeners: Listeners) {
  registerAudienceUses('invitations', audienceUses)
  listeners.on(memberJoined, (trx, event) => answerInvitation(trx, event.spaceId, event.payload.memberId))
  if (!mailBounced.includes(onBounce)) mailBounced.push(onBounce)
}
