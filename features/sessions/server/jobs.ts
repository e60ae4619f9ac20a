import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { SPENT_DAYS } from '../rules/periods.ts'
import { sendPasswordReset } from './passwords.ts'

export function jobs(jobs: Jobs, { publicUrl }: Services) {
  jobs.on<{ memberId: string | null }>('send-password-reset', (database, { memberId }) =>
    sendPasswordReset(database, publicUrl, memberId),
  )
  /** What served to come in and no longer does is not kept. */
  jobs.every('25 3 * * *', 'purge-ways-in', (database) =>
    database.transaction(async (trx) => {
      await trx.run(sql`delete from sessions where expires_at < now()`)
      await trx.run(sql`delete from challenges where expires_at < now()`)
      await trx.run(
        sql`delete from password_resets where expires_at < now() or used_at < now() - make_interval(days => ${SPENT_DAYS})`,
      )
      await trx.run(sql`delete from guesses where until < now() - make_interval(days => ${SPENT_DAYS})`)
      await trx.run(sql`delete from second_factors where confirmed_at is null and last_step = 0
        and not exists (select 1 from sessions where sessions.member_id = second_factors.member_id)`)
    }),
  )
}
