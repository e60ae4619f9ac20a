import type { Body } from '#platform/contract/endpoint.ts'
import { findRule } from '#features/audiences/server/queries.ts'
import { insertPerson } from '#features/people/server/commands.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { Campaign, Choice, Guest, Preview, sendCampaign as contract } from '../../contract.ts'
import { REMINDER_DAYS } from '../../rules/reminders.ts'
import { invitingIn } from '../policy.ts'
import { findCampaign } from '../queries/campaigns.ts'
import { chosenPeople, previewOf } from '../queries/choice.ts'
import { givePersonalCodes } from './codes.ts'
import { tellInvited } from './telling.ts'

type Wish = Body<typeof contract>

export async function previewInvitations(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  choice: Choice,
): Promise<Preview> {
  await invitingIn(trx, actor, spaceId)
  return previewOf(trx, actor, spaceId, choice)
}

/** Two or two hundred thousand: a fixed number of statements, then the e-mails leave by jobs. */
export async function sendCampaign(trx: Trx, actor: Actor, id: string, wish: Wish): Promise<Campaign> {
  await invitingIn(trx, actor, wish.spaceId)
  const { audienceId = null, memberIds = [], guests = [] } = wish
  if (!audienceId && memberIds.length === 0 && guests.length === 0) throw invalid('invitation.nobody')
  if (audienceId) await findRule(trx, audienceId)
  const isNew = await insertOnce(trx, 'campaigns', {
    id,
    space_id: wish.spaceId,
    audience_id: audienceId,
    message: wish.message.trim(),
    created_by: actor.id,
  })
  if (!isNew) return repeated(trx, id, wish.spaceId)
  for (const guest of guests) await expectGuest(trx, actor, guest)
  const people = { audienceId, memberIds: [...memberIds, ...guests.map((guest) => guest.id)] }
  const invited = await invite(trx, actor, id, wish.spaceId, people)
  await givePersonalCodes(trx, actor, id)
  if (wish.reminders) await planReminders(trx, id)
  await tellInvited(trx, actor, id, wish.spaceId)
  await enqueue(trx, 'write-invitations', { campaignId: id }, { key: `write-invitations:${id}` })
  await audit(trx, actor, 'invitations.sent', { kind: 'campaign', id }, { spaceId: wish.spaceId, invited })
  return findCampaign(trx, id)
}

/** Somebody in no directory: known, expected, and seeing nothing but where they are invited. */
async function expectGuest(trx: Trx, actor: Actor, guest: Guest): Promise<void> {
  const home = await trx.row<{ id: string }>(
    sql`select id from organizations order by outside, created_at, id limit 1`,
  )
  const { organizationId = home?.id ?? '', ...person } = guest
  const isNew = await insertPerson(trx, { ...person, organizationId, standing: 'guest', status: 'expected' })
  if (isNew) await audit(trx, actor, 'person.added', { kind: 'member', id: guest.id }, { standing: 'guest' })
}

async function repeated(trx: Trx, id: string, spaceId: string): Promise<Campaign> {
  const campaign = await findCampaign(trx, id)
  if (campaign.spaceId !== spaceId) throw conflict('campaign.other_space')
  return campaign
}

/** One invitation per person and community; somebody named one by one is invited again after a withdrawal. */
async function invite(trx: Trx, actor: Actor, id: string, spaceId: string, choice: Choice): Promise<number> {
  const memberIds = choice.memberIds ?? []
  const added = await trx.run(sql`
    insert into invitations (id, campaign_id, space_id, member_id, channel)
    select gen_random_uuid(), ${id}, ${spaceId}, m.id, case when m.email is null then 'letter' else 'email' end
    from members m where ${await chosenPeople(trx, actor, spaceId, choice)}
    on conflict (space_id, member_id) do nothing`)
  const again = await trx.run(sql`
    update invitations i set campaign_id = ${id}, state = 'sent', invited_at = now(), accepted_at = null,
      channel = case when m.email is null then 'letter' else 'email' end
    from members m where m.id = i.member_id and m.status <> 'closed' and i.space_id = ${spaceId} and i.state = 'withdrawn'
      and i.member_id = any(${memberIds}::uuid[])`)
  return added + again
}

/** At nine in the morning where the network lives: a reminder in the night helps nobody. */
const morning = (
  days: unknown,
) => sql`(((now() at time zone coalesce((select time_zone from network), 'Europe/Paris'))::date
  + ${days}::int + time '09:00') at time zone coalesce((select time_zone from network), 'Europe/Paris'))`

async function planReminders(trx: Trx, campaignId: string): Promise<void> {
  for (const day of REMINDER_DAYS)
    await trx.run(sql`
      insert into reminders (id, invitation_id, day, due_at)
      select gen_random_uuid(), i.id, ${day}, ${morning(day)} from invitations i
      where i.campaign_id = ${campaignId} and i.channel = 'email' and i.state = 'sent'
      on conflict (invitation_id, day) do update set state = 'planned', due_at = excluded.due_at`)
}

/** For one person whose address was corrected: the four days start again. */
export async function replanReminders(trx: Trx, invitationId: string): Promise<void> {
  for (const day of REMINDER_DAYS)
    await trx.run(sql`
      insert into reminders (id, invitation_id, day, due_at) values (gen_random_uuid(), ${invitationId}, ${day}, ${morning(day)})
      on conflict (invitation_id, day) do update set state = 'planned', due_at = excluded.due_at`)
}
