import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { isWorkingTime } from '#features/network/rules/working-hours.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { RENEWAL_DAYS, SIGNATURE_DAYS } from '../rules/signatures.ts'

const AT_ONCE = 200
const pathOf = (spaceId: string) => `/communautes/${spaceId}/charte`

/** Everybody who had signed, and still sits there, is asked anew; a batch a transaction, the next one asked for by it. */
export async function askSignaturesAnew(
  database: Database,
  { spaceId, charterId, after = null }: { spaceId: string; charterId: string; after?: string | null },
): Promise<void> {
  await database.transaction(async (trx) => {
    const space = await trx.row<{ name: string; current: boolean }>(sql`
      select s.name, not exists (select 1 from charters n join charters o on o.id = ${charterId}
        where n.space_id = s.id and n.material and n.version > o.version) as current
      from spaces s where s.id = ${spaceId}`)
    // A later version has already asked.
    if (!space?.current) return
    const signers = await trx.rows<{ id: string }>(sql`
      select distinct n.member_id as id from seats n join members m on m.id = n.member_id and m.status = 'active'
      join charter_signatures g on g.member_id = n.member_id and g.withdrawn_at is null
      join charters ch on ch.id = g.charter_id and ch.space_id = n.space_id
      where n.space_id = ${spaceId} and (${after}::uuid is null or n.member_id > ${after}::uuid)
        and not exists (select 1 from charter_signatures own where own.charter_id = ${charterId} and own.member_id = n.member_id)
      order by n.member_id limit ${AT_ONCE}`)
    await say(trx, spaceId, signers, 'communities.charter.newsChanged', space.name)
    const last = signers.at(-1)
    if (last && signers.length === AT_ONCE)
      await enqueue(trx, 'ask-signatures-anew', { spaceId, charterId, after: last.id })
  })
}

/** A month before its end, once, and only at working hours. */
export async function announceSignatureEnds(database: Database, now = new Date()): Promise<void> {
  const { timeZone } = await findNetwork(database.db)
  if (!isWorkingTime(now, timeZone)) return
  await database.transaction(async (trx) => {
    const ending = await trx.rows<{ id: string; memberId: string; spaceId: string; name: string }>(sql`
      select g.id, g.member_id as "memberId", ch.space_id as "spaceId", s.name
      from charter_signatures g join charters ch on ch.id = g.charter_id join spaces s on s.id = ch.space_id and s.archived_at is null
      join seats n on n.space_id = ch.space_id and n.member_id = g.member_id
      where g.withdrawn_at is null and g.reminded_at is null
        and g.signed_at between ${now.toISOString()}::timestamptz - make_interval(days => ${SIGNATURE_DAYS})
          and ${now.toISOString()}::timestamptz - make_interval(days => ${SIGNATURE_DAYS - RENEWAL_DAYS})
        and ch.version >= (select max(m.version) from charters m where m.space_id = ch.space_id and m.material)
        and not exists (select 1 from charter_signatures later join charters lc on lc.id = later.charter_id
          where lc.space_id = ch.space_id and later.member_id = g.member_id and later.signed_at > g.signed_at and later.withdrawn_at is null)
      order by g.id limit ${AT_ONCE} for update of g skip locked`)
    for (const one of ending) {
      await trx.run(sql`update charter_signatures set reminded_at = now() where id = ${one.id}`)
      await say(trx, one.spaceId, [{ id: one.memberId }], 'communities.charter.newsEnding', one.name)
    }
  })
}

const say = (trx: Trx, spaceId: string, to: { id: string }[], key: string, name: string) =>
  notifyNews(
    trx,
    to.map(({ id }) => ({
      memberId: id,
      says: (language) => words(language)(key, { name }),
      path: pathOf(spaceId),
    })),
    { spaceId, actorId: null },
  )
