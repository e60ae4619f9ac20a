import { leastLength } from '#features/sessions/server/password-rules.ts'
import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import type { Entry, Recognition } from '../../contract.ts'
import { isCode, plainCode } from '../../rules/code.ts'
import { doorOf } from '../../rules/door.ts'
import { markOfCode } from '../commands/codes.ts'

export interface DoorRow {
  id: string
  spaceId: string
  kind: 'personal' | 'shared'
  memberId: string | null
  invitationId: string | null
  uses: number
  maxUses: number
  expired: boolean
  withdrawn: boolean
  archived: boolean
  accepted: boolean
}

/** The same words for a code that never was, is over, was withdrawn or has served: a guess learns nothing. */
export const noSuchCode = () => notFound('entry.not_found', { field: 'code' })

/**
 * The door that a code opens. Only a genuine personal code whose person is in says so: they have
 * scanned their letter again, and are sent to sign in.
 */
export async function findDoor(db: Db, typed: string, { lock = false } = {}): Promise<DoorRow> {
  const plain = plainCode(typed)
  if (!isCode(plain)) throw noSuchCode()
  const door = await db.row<DoorRow>(sql`
    select c.id, c.space_id as "spaceId", case c.kind when 'personal' then 'personal' else 'shared' end as kind,
      c.member_id as "memberId", c.invitation_id as "invitationId", c.uses, c.max_uses as "maxUses", c.expires_at <= now() as expired,
      c.withdrawn_at is not null as withdrawn, s.archived_at is not null as archived,
      coalesce(i.state = 'accepted', false) as accepted
    from codes c join spaces s on s.id = c.space_id left join invitations i on i.id = c.invitation_id
    where c.code_hash = ${markOfCode(plain)} ${lock ? sql`for update of c` : empty}`)
  if (!door) throw noSuchCode()
  const state = doorOf(door)
  if (state === 'used') throw conflict('entry.used', { field: 'code' })
  if (state === 'closed') throw noSuchCode()
  return door
}

interface EntryRow {
  name: string
  valueProposition: string
  slug: string | null
  previewPublished: boolean
  networkName: string
  byGivenName: string | null
  byFamilyName: string | null
  message: string | null
  givenName: string | null
  familyName: string | null
  site: string | null
  language: Language
  hasAccount: boolean
  identifier: 'email' | 'staffNumber' | null
  standing: string | null
  alreadyIn: boolean
  expiresOn: string
}

export async function findEntry(db: Db, actor: Actor | null, typed: string): Promise<Entry> {
  const door = await findDoor(db, typed)
  const row = await db.row<EntryRow>(sql`
    select s.name, coalesce(co.value_proposition, '') as "valueProposition", co.slug,
      coalesce(co.preview_published, false) as "previewPublished", coalesce(n.name, 'Élan') as "networkName",
      by.given_name as "byGivenName", by.family_name as "byFamilyName", k.message, m.given_name as "givenName",
      m.family_name as "familyName", m.site, coalesce(m.language, n.language, 'fr') as language,
      coalesce(m.status = 'active', false) as "hasAccount", m.standing,
      case when m.staff_number is not null then 'staffNumber' when m.email is not null then 'email' end as identifier,
      exists (select 1 from seats mine where mine.space_id = c.space_id and mine.member_id = ${actor?.id ?? null}) as "alreadyIn",
      (c.expires_at at time zone coalesce(n.time_zone, 'Europe/Paris'))::date as "expiresOn"
    from codes c join spaces s on s.id = c.space_id
    left join communities co on co.space_id = c.space_id
    left join network n on true
    left join members m on m.id = c.member_id
    left join invitations i on i.id = c.invitation_id
    left join campaigns k on k.id = i.campaign_id
    left join members by on by.id = coalesce(k.created_by, c.created_by)
    where c.id = ${door.id}`)
  if (!row) throw noSuchCode()
  const personal = door.kind === 'personal'
  // A poster hangs where anybody passes: names appear there only when the community chose to be public.
  const tellsWho = (personal || row.previewPublished) && row.byGivenName !== null
  return {
    kind: door.kind,
    community: {
      id: door.spaceId,
      name: row.name,
      valueProposition: row.valueProposition,
      previewSlug: row.previewPublished ? row.slug : null,
    },
    networkName: row.networkName,
    by: tellsWho ? { givenName: row.byGivenName ?? '', familyName: row.byFamilyName ?? '' } : null,
    message: personal ? (row.message ?? '') : '',
    person: personal ? personOf(row) : null,
    you: actor === null ? 'visitor' : personal && actor.id !== door.memberId ? 'other' : 'invited',
    alreadyIn: row.alreadyIn,
    expiresOn: row.expiresOn,
  }
}

const personOf = (row: EntryRow): Entry['person'] => ({
  givenName: row.givenName ?? '',
  familyName: row.familyName ?? '',
  site: row.site ?? '',
  language: row.language,
  hasAccount: row.hasAccount,
  identifier: row.identifier,
  least: leastLength(row.standing ?? 'member'),
})

export interface Expected {
  id: string
  givenName: string
  familyName: string
  site: string
  language: Language
}

/** The same words whether the person is unknown, misspelt, in already or gone. */
export const nobodyExpected = () => notFound('entry.unknown_person')

/**
 * Somebody the directory expects, by staff number and family name, accents and case forgiven. Those with rights over
 * the network are not recognised by so little: they have a code of their own.
 */
export async function findExpected(db: Db, { staffNumber, familyName }: Recognition): Promise<Expected> {
  const row = await db.row<Expected>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.site, coalesce(m.language, n.language, 'fr') as language
    from members m left join network n on true
    where lower(m.staff_number) = lower(${staffNumber.trim()}) and m.status = 'expected' and m.standing = 'member'
      and ${sameName(sql`m.family_name`)} = ${sameName(sql`${familyName}::text`)}`)
  if (!row) throw nobodyExpected()
  return row
}

const sameName = (name: ReturnType<typeof sql>) => sql`regexp_replace(plain(${name}), '[^a-z0-9]', '', 'g')`
