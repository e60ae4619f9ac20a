import { randomBytes } from 'node:crypto'
import { v4 as uuid4 } from 'uuid'
import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { mark, seal } from '#platform/server/seal.ts'
import type { makeCode, SharedCode } from '../../contract.ts'
import { CODE_LENGTH, codeFrom } from '../../rules/code.ts'
import { PERSONAL_MONTHS, SHARED_DAYS } from '../../rules/reminders.ts'
import { invitingIn, spaceOfCode } from '../policy.ts'
import { findCode } from '../queries/codes.ts'

const newCode = () => codeFrom(randomBytes(CODE_LENGTH))

/** Two doors never share a key: the mark says what it is of. */
export const markOfCode = (plain: string): Buffer => mark(`invitation:${plain}`)

const AT_ONCE = 2000

/** Gives a personal code to each invitation of a sending that has none that opens; thousands in a few statements. */
export async function givePersonalCodes(trx: Trx, actor: Actor, campaignId: string): Promise<void> {
  for (;;) {
    const rows = await trx.rows<{ id: string }>(sql`
      select i.id from invitations i where i.campaign_id = ${campaignId} and i.state = 'sent' and not exists (
        select 1 from codes c where c.invitation_id = i.id and c.withdrawn_at is null and c.expires_at > now() and c.uses < c.max_uses)
      limit ${AT_ONCE}`)
    if (rows.length === 0) return
    await insertPersonal(
      trx,
      actor,
      rows.map((row) => row.id),
    )
  }
}

export async function givePersonalCode(trx: Trx, actor: Actor, invitationId: string): Promise<string> {
  const [code] = await insertPersonal(trx, actor, [invitationId])
  return code ?? ''
}

async function insertPersonal(trx: Trx, actor: Actor, invitationIds: string[]): Promise<string[]> {
  const codes = invitationIds.map(newCode)
  await trx.run(sql`
    insert into codes (id, space_id, member_id, invitation_id, kind, code_hash, code_sealed, max_uses, expires_at, created_by)
    select made.id, i.space_id, i.member_id, i.id, 'personal', decode(made.hash, 'hex'), made.sealed, 1,
      now() + make_interval(months => ${PERSONAL_MONTHS}), ${actor.id}
    from unnest(${invitationIds}::uuid[], ${codes.map(() => uuid4())}::uuid[],
      ${codes.map((code) => markOfCode(code).toString('hex'))}::text[], ${codes.map(seal)}::text[])
      as made (invitation_id, id, hash, sealed)
    join invitations i on i.id = made.invitation_id`)
  return codes
}

/** The codes of an invitation open nothing any more. */
export async function withdrawCodesOf(trx: Trx, invitationIds: string[]): Promise<void> {
  await trx.run(sql`update codes set withdrawn_at = now()
    where invitation_id = any(${invitationIds}::uuid[]) and withdrawn_at is null and uses < max_uses`)
}

export async function makeSharedCode(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  id: string,
  wish: Body<typeof makeCode>,
): Promise<SharedCode> {
  await invitingIn(trx, actor, wish.spaceId)
  const plain = newCode()
  const days = wish.days ?? SHARED_DAYS[wish.kind]
  const made = await trx.run(sql`
    insert into codes (id, space_id, kind, label, code_hash, code_sealed, max_uses, expires_at, created_by)
    values (${id}, ${wish.spaceId}, ${wish.kind}, ${wish.label.trim()}, ${markOfCode(plain)}, ${seal(plain)}, ${wish.maxUses},
      now() + make_interval(days => ${days}), ${actor.id})
    on conflict (id) do nothing`)
  if (made === 1)
    await audit(
      trx,
      actor,
      'code.made',
      { kind: 'code', id },
      { spaceId: wish.spaceId, maxUses: wish.maxUses, days },
    )
  else await spaceOfCode(trx, actor, id)
  return findCode(trx, publicUrl, id)
}

export async function withdrawSharedCode(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  id: string,
): Promise<SharedCode> {
  const spaceId = await spaceOfCode(trx, actor, id)
  const gone = await trx.run(sql`
    update codes set withdrawn_at = now() where id = ${id} and kind in ('poster', 'link') and withdrawn_at is null`)
  if (gone === 1) await audit(trx, actor, 'code.withdrawn', { kind: 'code', id }, { spaceId })
  return findCode(trx, publicUrl, id)
}
