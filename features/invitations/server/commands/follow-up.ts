import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict } from '#platform/server/errors.ts'
import type { Campaign, Invitation } from '../../contract.ts'
import { spaceOfCampaign, spaceOfInvitation } from '../policy.ts'
import { findCampaign } from '../queries/campaigns.ts'
import { findInvitation } from '../queries/invitations.ts'
import { withdrawCodesOf } from './codes.ts'

export async function withdrawInvitation(trx: Trx, actor: Actor, id: string): Promise<Invitation> {
  const spaceId = await spaceOfInvitation(trx, actor, id)
  const before = await trx.row<{ state: string }>(
    sql`select state from invitations where id = ${id} for update`,
  )
  if (before?.state === 'accepted') throw conflict('invitation.accepted')
  if (before?.state !== 'withdrawn') {
    await trx.run(sql`update invitations set state = 'withdrawn' where id = ${id}`)
    await withdrawCodesOf(trx, [id])
    await stopReminding(trx, [id])
    await audit(trx, actor, 'invitation.withdrawn', { kind: 'invitation', id }, { spaceId })
  }
  return findInvitation(trx, id)
}

export async function stopReminding(trx: Trx, invitationIds: string[]): Promise<void> {
  await trx.run(sql`update reminders set state = 'cancelled'
    where invitation_id = any(${invitationIds}::uuid[]) and state = 'planned'`)
}

export async function cancelReminders(trx: Trx, actor: Actor, id: string): Promise<Invitation> {
  await spaceOfInvitation(trx, actor, id)
  await stopReminding(trx, [id])
  return findInvitation(trx, id)
}

export async function cancelReminder(trx: Trx, actor: Actor, id: string, day: number): Promise<Invitation> {
  await spaceOfInvitation(trx, actor, id)
  await trx.run(sql`update reminders set state = 'cancelled'
    where invitation_id = ${id} and day = ${day} and state = 'planned'`)
  return findInvitation(trx, id)
}

export async function cancelCampaignReminders(trx: Trx, actor: Actor, id: string): Promise<Campaign> {
  await spaceOfCampaign(trx, actor, id)
  await trx.run(sql`update reminders r set state = 'cancelled' from invitations i
    where i.id = r.invitation_id and i.campaign_id = ${id} and r.state = 'planned'`)
  return findCampaign(trx, id)
}

/** Somebody who can sign in sits in the community: their invitation is answered, nothing more is sent. */
export async function answerInvitation(trx: Trx, spaceId: string, memberId: string): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    update invitations i set state = 'accepted', accepted_at = now()
    from members m where m.id = i.member_id and m.status = 'active'
      and i.space_id = ${spaceId} and i.member_id = ${memberId} and i.state in ('sent', 'bounced')
    returning i.id`)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return
  await withdrawCodesOf(trx, ids)
  await stopReminding(trx, ids)
}

/** The address does not exist: nobody is reminded there, the animator sees it. A corrected address is not blamed. */
export async function noteBounce(trx: Trx, invitationId: string, mailId: string): Promise<void> {
  const bounced = await trx.run(sql`
    update invitations i set state = 'bounced' from members m, mails letter
    where i.id = ${invitationId} and i.state = 'sent' and m.id = i.member_id and letter.id = ${mailId} and m.email = letter.to_address::citext`)
  if (bounced === 1) await stopReminding(trx, [invitationId])
}
