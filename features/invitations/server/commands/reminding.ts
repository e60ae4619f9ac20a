import { sql, type Trx } from '#platform/server/db.ts'
import { mailReminder } from '../mails.ts'
import { reminderFacts } from '../queries/mails.ts'

const AT_ONCE = 100

/**
 * Sends the reminders that are due; how many were settled. After a long stop several may be due
 * for one person: they get the latest, the others are cancelled.
 */
export async function sendDueReminders(trx: Trx, publicUrl: string): Promise<number> {
  const due = await trx.rows<{ id: string; invitationId: string; day: number }>(sql`
    select r.id, r.invitation_id as "invitationId", r.day from reminders r
    where r.invitation_id in (
      select invitation_id from reminders where state = 'planned' and due_at <= now() order by due_at limit ${AT_ONCE})
      and r.state = 'planned' and r.due_at <= now()
    order by r.invitation_id, r.day desc for update of r skip locked`)
  if (due.length === 0) return 0
  const latest = due.filter((reminder, index) => due[index - 1]?.invitationId !== reminder.invitationId)
  const facts = await reminderFacts(
    trx,
    publicUrl,
    latest.map((reminder) => reminder.id),
  )
  for (const one of facts) await mailReminder(trx, one, one.day ?? 0)
  const sent = facts.map((one) => one.reminderId)
  await trx.run(sql`update reminders set state = case when id = any(${sent}::uuid[]) then 'sent' else 'cancelled' end
    where id = any(${due.map((reminder) => reminder.id)}::uuid[])`)
  return due.length
}
