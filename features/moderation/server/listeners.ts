import { sql, type Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { commentWithdrawn } from '#features/comments/contract.ts'
import { postWithdrawn } from '#features/posts/contract.ts'

/** What its author took back has nothing left to settle. */
export function listeners(on: Listeners): void {
  on.on(postWithdrawn, (trx, { payload }) => drop(trx, payload.postId))
  on.on(commentWithdrawn, (trx, { payload }) => drop(trx, payload.commentId))
}

async function drop(trx: Trx, subjectId: string): Promise<void> {
  await trx.run(sql`
    update reports set state = 'withdrawn', settled_at = coalesce(settled_at, now()) where subject_id = ${subjectId} and state in ('open', 'hidden', 'kept')`)
}
