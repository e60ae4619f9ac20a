import { memberLeft } from '#features/spaces/contract.ts'
import type { Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { mailBounced } from '#platform/server/mail.ts'
import { noteBounce } from './commands/agreements.ts'

async function onBounce(trx: Trx, mail: { purpose: string; aboutId: string | null }): Promise<void> {
  if (mail.purpose === 'manager_agreement' && mail.aboutId) await noteBounce(trx, mail.aboutId)
}

export function listeners(listeners: Listeners) {
  // By a job: seats of a space are held here, and a programme is held before them.
  listeners.on(memberLeft, (trx, { spaceId, payload }) =>
    enqueue(trx, 'leave-programmes', { spaceId, memberId: payload.memberId }),
  )
  if (!mailBounced.includes(onBounce)) mailBounced.push(onBounce)
}
