import { sql } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { postAdopted } from '#features/posts/contract.ts'

/** Whoever no longer says "I did it too" has nothing left to tell of it. */
export function listeners(on: Listeners): void {
  on.on(postAdopted, async (trx, { actorId, payload }) => {
    await trx.run(sql`
      delete from library_results r where r.post_id = ${payload.postId} and r.member_id = ${actorId}::uuid
        and not exists (select 1 from adoptions d where d.post_id = r.post_id and d.member_id = r.member_id)`)
  })
}
