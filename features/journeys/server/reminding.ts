import type { Language } from '#platform/contract/schema.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { postLetter } from '#platform/server/mail.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { isWorkingTime } from '#features/network/rules/working-hours.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { BEFORE_DAYS, BETWEEN_DAYS, mayRemind, reminderDue } from '../rules/reminders.ts'
import { settle } from './commands/progress.ts'

const AT_ONCE = 200
const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

interface Row {
  ambassadorId: string
  memberId: string
  givenName: string
  email: string | null
  byMail: boolean
  programmeId: string
  programme: string
  spaceId: string
  language: Language
  stepId: string
  title: string
  dueAt: string
  before: boolean
  after: boolean
  last: string | null
}

/**
 * The first compulsory step that waits, of each of those on their way: not on a pause, not on leave, not reminded this
 * week. What is done, removed or left behind is not found here: nothing has to be called off.
 */
const waiting = (trx: Trx, now: Date, today: string): Promise<Row[]> =>
  trx.rows<Row>(sql`
    select a.id as "ambassadorId", m.id as "memberId", m.given_name as "givenName", m.email::text as email, c.by_mail as "byMail",
      g.id as "programmeId", g.name as programme, g.space_id as "spaceId", coalesce(m.language, (select language from network limit 1), 'fr') as language,
      t.id as "stepId", t.title, coalesce(a.onboarding_since, a.created_at) + make_interval(days => t.due_days) as "dueAt",
      p.reminded_before_at is not null as before, p.reminded_after_at is not null as after, c.last_reminded_at as last
    from journey_courses c join ambassadors a on a.id = c.ambassador_id and a.state = 'onboarding'
    join programmes g on g.id = a.programme_id and g.state = 'open' join members m on m.id = a.member_id and m.status = 'active'
    cross join lateral (
      select t.* from journey_steps t left join journey_progress d on d.step_id = t.id and d.ambassador_id = a.id
      where t.programme_id = a.programme_id and t.removed_at is null and t.compulsory and d.done_at is null
      order by t.position, t.id limit 1) t
    left join journey_progress p on p.step_id = t.id and p.ambassador_id = a.id
    where c.completed_at is null and t.due_days is not null
      and (c.last_reminded_at is null or c.last_reminded_at <= ${now.toISOString()}::timestamptz - make_interval(days => ${BETWEEN_DAYS}))
      and not exists (select 1 from ambassador_leaves l where l.ambassador_id = a.id and ${today}::date between l.starts_on and l.ends_on)
      and ((p.reminded_after_at is null and coalesce(a.onboarding_since, a.created_at) + make_interval(days => t.due_days) < ${now.toISOString()}::timestamptz)
        or (p.reminded_before_at is null
          and coalesce(a.onboarding_since, a.created_at) + make_interval(days => t.due_days)
            between ${now.toISOString()}::timestamptz and ${now.toISOString()}::timestamptz + make_interval(days => ${BEFORE_DAYS})))
    order by a.id limit ${AT_ONCE} for update of c skip locked`)

/** Gentle: at working hours only, before the day and once after, at most one a week. */
export async function remindJourneys(
  database: Database,
  publicUrl: string,
  now = new Date(),
): Promise<number> {
  const { timeZone } = await findNetwork(database.db)
  if (!isWorkingTime(now, timeZone)) return 0
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  return database.transaction(async (trx) => {
    const rows = await waiting(trx, now, today)
    for (const row of rows) {
      const step = { dueAt: new Date(row.dueAt), remindedBefore: row.before, remindedAfter: row.after }
      const which = reminderDue(step, now)
      if (which && mayRemind(row.last ? new Date(row.last) : null, now))
        await remind(trx, row, which, { now, timeZone, publicUrl })
    }
    return rows.length
  })
}

async function remind(
  trx: Trx,
  row: Row,
  which: 'before' | 'after',
  { now, timeZone, publicUrl }: { now: Date; timeZone: string; publicUrl: string },
): Promise<void> {
  const at = now.toISOString()
  await trx.run(sql`
    insert into journey_progress (ambassador_id, step_id, reminded_before_at, reminded_after_at)
    values (${row.ambassadorId}, ${row.stepId}, case when ${which} = 'before' then ${at}::timestamptz end,
      case when ${which} = 'after' then ${at}::timestamptz end)
    on conflict (ambassador_id, step_id) do update set
      reminded_before_at = coalesce(excluded.reminded_before_at, journey_progress.reminded_before_at),
      reminded_after_at = coalesce(excluded.reminded_after_at, journey_progress.reminded_after_at)`)
  await trx.run(
    sql`update journey_courses set last_reminded_at = ${at}::timestamptz where ambassador_id = ${row.ambassadorId}`,
  )
  const path = `/programmes/${row.programmeId}/parcours`
  const says = (language: Language) =>
    words(language)(`journeys.reminder.${which}`, {
      title: row.title,
      day: dayOf(row.dueAt, language, timeZone),
    })
  await notifyNews(trx, [{ memberId: row.memberId, says, path }], { spaceId: row.spaceId, actorId: null })
  if (!row.byMail || !row.email) return
  const text = words(row.language)
  await postLetter(trx, {
    to: row.email,
    memberId: row.memberId,
    subject: text('journeys.mail.subject', { programme: row.programme }),
    paragraphs: [
      text('journeys.mail.hello', { name: row.givenName }),
      says(row.language),
      text('journeys.mail.noHurry'),
    ],
    action: { label: text('journeys.mail.open'), url: `${publicUrl.replace(/\/$/, '')}${path}` },
    purpose: 'journey',
    aboutId: row.ambassadorId,
    language: row.language,
  })
}

const dayOf = (at: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(new Date(at))

/** What no event tells (a photo, a gathering held) is looked at again each hour for those on their way. */
export async function settleJourneys(database: Database): Promise<void> {
  const rows = await database.db.rows<{ id: string }>(sql`
    select a.id from ambassadors a join journeys j on j.programme_id = a.programme_id
    left join journey_courses c on c.ambassador_id = a.id where a.state = 'onboarding' and c.completed_at is null order by a.id`)
  for (const { id } of rows) await database.transaction((trx) => settle(trx, null, id))
}
