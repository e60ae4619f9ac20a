import { sql, type Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { commentPublished } from '#features/comments/contract.ts'
import { charterPublished, charterSigned, charterUnsigned } from '#features/communities/contract.ts'
import { postPublished } from '#features/posts/contract.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import { freeSlots } from './commands/calls.ts'
import { resume, settleMember } from './commands/progress.ts'

export function listeners(on: Listeners): void {
  on.on(ambassadorMoved, async (trx, { payload: { ambassadorId, from, to } }, actor) => {
    if (to === 'onboarding')
      await (from === 'paused' ? resume(trx, actor, ambassadorId) : begin(trx, ambassadorId))
    if (!isServing(to)) await leave(trx, ambassadorId)
  })
  // One's first words in the community are seen by themselves.
  on.on(postPublished, async (trx, { spaceId, actorId }, actor) => {
    if (actorId) await settleMember(trx, actor, actorId, spaceId)
  })
  on.on(commentPublished, async (trx, { spaceId, actorId }, actor) => {
    if (actorId) await settleMember(trx, actor, actorId, spaceId)
  })
  on.on(charterSigned, (trx, { spaceId, payload }, actor) =>
    settleMember(trx, actor, payload.memberId, spaceId),
  )
  on.on(charterUnsigned, (trx, { spaceId, payload }) => signAgain(trx, spaceId, payload.memberId))
  on.on(charterPublished, async (trx, { spaceId, payload }) => {
    if (payload.material) await signAgain(trx, spaceId, null)
  })
}

/** From the first step; whoever comes back after having left begins anew, with the training they had passed. */
async function begin(trx: Trx, ambassadorId: string): Promise<void> {
  await trx.run(sql`
    insert into journey_courses (ambassador_id) values (${ambassadorId})
    on conflict (ambassador_id) do update set begun_at = now(), completed_at = null, last_reminded_at = null`)
  await trx.run(sql`
    delete from journey_progress p using journey_steps t where p.ambassador_id = ${ambassadorId} and t.id = p.step_id and t.kind <> 'learn'`)
}

/** Nothing waits for somebody who left: times are free again, a shared draft is theirs alone. */
async function leave(trx: Trx, ambassadorId: string): Promise<void> {
  await freeSlots(trx, ambassadorId)
  await trx.run(
    sql`update first_drafts set shared_at = null where ambassador_id = ${ambassadorId} and published_at is null`,
  )
  await trx.run(
    sql`delete from journey_buddies where ambassador_id = ${ambassadorId} or buddy_id = ${ambassadorId}`,
  )
}

/** For those still on their way: the step to sign is before them again. */
async function signAgain(trx: Trx, spaceId: string, memberId: string | null): Promise<void> {
  await trx.run(sql`
    update journey_progress p set done_at = null, reminded_before_at = null, reminded_after_at = null
    from journey_steps t, ambassadors a, programmes g, journey_courses c
    where t.id = p.step_id and t.kind = 'sign' and a.id = p.ambassador_id and g.id = a.programme_id and g.space_id = ${spaceId}
      and c.ambassador_id = a.id and c.completed_at is null and (${memberId}::uuid is null or a.member_id = ${memberId}::uuid)`)
}
