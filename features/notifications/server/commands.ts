import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { tell } from '#platform/server/emit.ts'
import { notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { NOTICE } from './offers.ts'

export async function markNotification(trx: Trx, actor: Actor, id: string) {
  const row = await trx.row<{ was: boolean }>(sql`
    with before as (select id, read_at is not null as was from notifications where id = ${id} and member_id = ${actor.id})
    update notifications n set read_at = coalesce(n.read_at, now()) from before where n.id = before.id returning before.was`)
  if (!row) throw notFound('notification.not_found')
  if (!row.was) tell(trx, [actor.id], NOTICE)
  return done
}

export async function markNotifications(trx: Trx, actor: Actor) {
  const count = await trx.run(
    sql`update notifications set read_at = now() where member_id = ${actor.id} and read_at is null`,
  )
  if (count > 0) tell(trx, [actor.id], NOTICE)
  return done
}
