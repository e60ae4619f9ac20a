import { sql, type Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { commentPublished } from '#features/comments/contract.ts'
import { postPublished } from '#features/posts/contract.ts'
import { memberLeft } from '#features/spaces/contract.ts'
import { NEWCOMER_DAYS } from '../rules/gestures.ts'

/** Whoever names a newcomer has welcomed them. */
export function listeners(on: Listeners): void {
  on.on(postPublished, (trx, { spaceId, actorId, payload }) =>
    named(trx, spaceId, actorId, [...payload.mentions, ...payload.recipients]),
  )
  on.on(commentPublished, (trx, { spaceId, actorId, payload }) =>
    named(trx, spaceId, actorId, payload.mentions),
  )
  // Somebody who comes back is new again.
  on.on(memberLeft, async (trx, { spaceId, payload }) => {
    await trx.run(sql`delete from welcomes where space_id = ${spaceId} and member_id = ${payload.memberId}`)
  })
}

async function named(trx: Trx, spaceId: string, actorId: string | null, memberIds: string[]): Promise<void> {
  const others = [...new Set(memberIds)].filter((id) => id !== actorId).sort()
  if (others.length === 0) return
  await trx.run(sql`
    insert into welcomes (space_id, member_id, welcomed_by)
    select seat.space_id, seat.member_id, ${actorId}::uuid from spaces s join seats seat on seat.space_id = coalesce(s.parent_id, s.id)
    where s.id = ${spaceId} and seat.member_id = any(${others}::uuid[]) and seat.joined_at > now() - make_interval(days => ${NEWCOMER_DAYS})
    order by seat.member_id
    on conflict do nothing`)
}
