import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import type { Charter, CharterStanding } from '../../contract.ts'
import { endsSoon, expiryOf, holds, SIGNATURE_DAYS } from '../../rules/signatures.ts'
import { seatInCommunity } from '../policy.ts'

/** The last version, up to that of `ch`, which changed the meaning. */
const meaningSince = sql`(select max(m.version) from charters m where m.space_id = ch.space_id and m.material and m.version <= ch.version)`

const charterRows = (actor: Actor, counted: boolean, where: Sql): Sql => sql`
  select ch.id, ch.version, ch.body, ch.text_hash as "textHash", ch.published_at as "publishedAt", ch.material, ch.changes,
    (select max(g.signed_at) from charter_signatures g
      where g.charter_id = ch.id and g.member_id = ${actor.id} and g.withdrawn_at is null) as "signedAt",
    ${
      counted
        ? sql`jsonb_build_object(
        'signed', (select count(distinct g.member_id)::int from charter_signatures g join charters o on o.id = g.charter_id
          join seats n on n.member_id = g.member_id and n.space_id = ch.space_id
          where o.space_id = ch.space_id and o.version between ${meaningSince} and ch.version
            and g.withdrawn_at is null and g.signed_at > now() - make_interval(days => ${SIGNATURE_DAYS})),
        'expected', (select count(*)::int from seats n join members m on m.id = n.member_id and m.status <> 'closed' where n.space_id = ch.space_id))`
        : sql`null::jsonb`
    } as signatures
  from charters ch where ${where}`

export async function charterVersions(db: Db, actor: Actor, spaceId: string): Promise<Charter[]> {
  const seat = await seatInCommunity(db, actor, spaceId)
  return db.rows<Charter>(
    charterRows(actor, canAnimate(seat), sql`ch.space_id = ${spaceId} order by ch.version desc limit 100`),
  )
}

export async function currentCharter(db: Db, actor: Actor, spaceId: string): Promise<Charter | null> {
  const seat = await seatInCommunity(db, actor, spaceId)
  const row = await db.row<Charter>(
    charterRows(actor, canAnimate(seat), sql`ch.space_id = ${spaceId} order by ch.version desc limit 1`),
  )
  return row ?? null
}

interface SignatureRow {
  id: string
  version: number
  textHash: string
  signedAt: string
  since: number
}

const UNSIGNED: CharterStanding = {
  signed: false,
  signatureId: null,
  version: null,
  textHash: null,
  signedAt: null,
  expiresAt: null,
  valid: false,
  toSign: true,
}

/** Where a member stands with the charter of a community; the caller answers for the right to know. */
export async function charterStanding(db: Db, spaceId: string, memberId: string): Promise<CharterStanding> {
  const row = await db.row<SignatureRow>(sql`
    select g.id, ch.version, ch.text_hash as "textHash", g.signed_at as "signedAt",
      (select max(m.version) from charters m where m.space_id = ch.space_id and m.material) as since
    from charter_signatures g join charters ch on ch.id = g.charter_id
    where ch.space_id = ${spaceId} and g.member_id = ${memberId} and g.withdrawn_at is null
    order by g.signed_at desc limit 1`)
  if (!row) return UNSIGNED
  const [signedAt, now] = [new Date(row.signedAt), new Date()]
  const valid = holds({ version: row.version, signedAt, withdrawn: false }, row.since, now)
  return {
    signed: true,
    signatureId: row.id,
    version: row.version,
    textHash: row.textHash,
    signedAt: row.signedAt,
    expiresAt: expiryOf(signedAt).toISOString(),
    valid,
    toSign: !valid || endsSoon(signedAt, now),
  }
}

export interface SignatureFacts {
  id: string
  memberId: string
  name: string
  community: string
  spaceId: string
  version: number
  textHash: string
  body: string
  signedAt: string
  withdrawnAt: string | null
}

export const findSignature = (db: Db, id: string): Promise<SignatureFacts | undefined> =>
  db.row<SignatureFacts>(sql`
    select g.id, g.member_id as "memberId", coalesce(nullif(g.name, ''), m.given_name || ' ' || m.family_name) as name,
      s.name as community, s.id as "spaceId", ch.version, ch.text_hash as "textHash", ch.body, g.signed_at as "signedAt",
      g.withdrawn_at as "withdrawnAt"
    from charter_signatures g join charters ch on ch.id = g.charter_id join spaces s on s.id = ch.space_id
    join members m on m.id = g.member_id where g.id = ${id}`)
