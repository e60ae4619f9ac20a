import { changePerson } from '#features/people/server/commands.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, forbidden, notFound } from '#platform/server/errors.ts'
import type { Invitation } from '../../contract.ts'
import { mailInvitation } from '../mails.ts'
import { spaceOfInvitation } from '../policy.ts'
import { findInvitation } from '../queries/invitations.ts'
import { mailFactsOf } from '../queries/mails.ts'
import { replanReminders } from './campaigns.ts'
import { givePersonalCode, withdrawCodesOf } from './codes.ts'
import { stopReminding } from './follow-up.ts'

/** A second press of the same button within this time sends nothing more. */
const ONE_PRESS = '30 seconds'

/** The same invitation again, with a new code; the old one, perhaps in other hands, opens nothing any more. */
export async function sendAgain(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  id: string,
  email?: string,
): Promise<Invitation> {
  const spaceId = await spaceOfInvitation(trx, actor, id)
  const before = await trx.row<Before>(sql`
    select i.state, i.member_id as "memberId", m.email::text as email,
      m.status = 'expected' and m.standing in ('member', 'guest') as correctable
    from invitations i join members m on m.id = i.member_id where i.id = ${id} for update of i`)
  if (!before) throw notFound('invitation.not_found')
  if (before.state === 'accepted') throw conflict('invitation.accepted')
  const corrected = email !== undefined && email.toLowerCase() !== before.email?.toLowerCase()
  if (corrected) await correctAddress(trx, actor, before, email)
  if (!corrected && before.state === 'sent' && (await justSent(trx, id))) return findInvitation(trx, id)
  await withdrawCodesOf(trx, [id])
  await trx.run(sql`
    update invitations i set state = 'sent', channel = case when m.email is null then 'letter' else 'email' end,
      invited_at = case when i.state = 'withdrawn' then now() else i.invited_at end
    from members m where m.id = i.member_id and i.id = ${id}`)
  await givePersonalCode(trx, actor, id)
  const facts = await mailFactsOf(trx, publicUrl, id)
  if (facts) {
    await mailInvitation(trx, facts)
    await replanReminders(trx, id)
  } else await stopReminding(trx, [id])
  await audit(trx, actor, 'invitation.sent_again', { kind: 'invitation', id }, { spaceId, corrected })
  return findInvitation(trx, id)
}

interface Before {
  state: string
  memberId: string
  email: string | null
  correctable: boolean
}

/** An address opens an account: once somebody came in, or holds rights over the network, it is not an animator's to change. */
async function correctAddress(trx: Trx, actor: Actor, before: Before, email: string): Promise<void> {
  if (!before.correctable) throw forbidden('invitation.address.forbidden', { field: 'email' })
  await changePerson(trx, actor, before.memberId, { email })
}

const justSent = (trx: Trx, id: string) =>
  trx.row(
    sql`select 1 from codes where invitation_id = ${id} and withdrawn_at is null and created_at > now() - ${ONE_PRESS}::interval`,
  )
