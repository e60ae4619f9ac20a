import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { type Database, join, sql, type Trx } from '#platform/server/db.ts'
import { allow, invalid, notFound } from '#platform/server/errors.ts'
import type { PracticeCard, PracticeCode } from '../contract.ts'
import { wrongLimit } from '../rules/eighteen.ts'
import { canSet, following } from './policy.ts'
import { cardsOf, dayOf, followedCommunities } from './queries.ts'

interface Choice {
  offReason: string | null
  limits: Record<string, number>
}

export async function setPractice(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  code: PracticeCode,
  given: Choice,
): Promise<PracticeCard> {
  allow(canSet(await following(trx, actor, spaceId)), 'practices')
  const wrong = wrongLimit(code, given.limits)
  if (wrong) throw invalid('practices.limit', { field: `limits.${wrong}` })
  const reason = given.offReason === null ? null : given.offReason.trim()
  if (reason === '') throw invalid('practices.reason', { field: 'offReason' })
  await trx.run(sql`
    insert into practice_choices (space_id, code, off_reason, limits, set_by)
    values (${spaceId}, ${code}, ${reason}, ${JSON.stringify(given.limits)}::jsonb, ${actor.id})
    on conflict (space_id, code) do update set off_reason = excluded.off_reason, limits = excluded.limits,
      set_by = excluded.set_by, set_at = now()`)
  await audit(
    trx,
    actor,
    'practice.set',
    { kind: 'space', id: spaceId },
    { code, off: reason !== null, limits: given.limits },
  )
  const card = (await cardsOf(trx, spaceId, await dayOf(trx))).find((one) => one.code === code)
  if (!card) throw notFound('space.not_found')
  return card
}

/** The state of each practice, kept for this week: the last word of the week stays. One community at a time. */
export async function keepStates(database: Database): Promise<void> {
  const today = await dayOf(database.db)
  for (const { id } of await followedCommunities(database.db)) {
    const cards = await cardsOf(database.db, id, today)
    const rows = cards.map(
      ({ code, state }) =>
        sql`(${id}::uuid, ${code}::text, date_trunc('week', ${today}::date)::date, ${state}::text)`,
    )
    await database.transaction(async (trx) => {
      await trx.run(sql`
        insert into practice_weeks (space_id, code, week, state) select v.* from (values ${join(rows)}) v
        where exists (select 1 from communities where space_id = ${id})
        on conflict (space_id, code, week) do update set state = excluded.state`)
    })
  }
}
