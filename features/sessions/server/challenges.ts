import { randomUUID } from 'node:crypto'
import { sql, type Trx } from '#platform/server/db.ts'

type Purpose = 'second-factor' | 'passkey' | 'new-passkey'

/** The first half of a ceremony in two steps. The id is random: holding it proves the first half. */
export async function openChallenge(
  trx: Trx,
  purpose: Purpose,
  memberId: string | null,
  value = '',
): Promise<string> {
  const id = randomUUID()
  await trx.run(sql`
    insert into challenges (id, member_id, purpose, value, expires_at)
    values (${id}, ${memberId}, ${purpose}, ${value}, now() + interval '10 minutes')`)
  return id
}

/** Used once: gone with this call. */
export const takeChallenge = (trx: Trx, purpose: Purpose, id: string, memberId: string | null = null) =>
  trx.row<{ value: string; memberId: string | null }>(sql`
    delete from challenges where id = ${id} and purpose = ${purpose} and expires_at > now()
      and (${memberId}::uuid is null or member_id = ${memberId}) returning value, member_id as "memberId"`)
