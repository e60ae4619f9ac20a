import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import { postLetter } from '#platform/server/mail.ts'
import { words } from '#platform/server/words.ts'
import type { Language } from '#platform/contract/schema.ts'
import { actorOf } from '#features/editorial/server/policy.ts'
import { quietDay } from '#features/seasons/server/queries.ts'
import { gestureKey } from '../rules/gestures.ts'
import { isFirstWorkingDay, isMorning, mondayOf, monthBefore, monthOf } from '../rules/mornings.ts'
import { reportSentence } from '../rules/report-sentence.ts'
import { cockpitOf } from './queries.ts'
import { reportLines, todayOf } from './report.ts'

interface Reader {
  id: string
  language: Language
  email: string
  givenName: string
}

/** People of a community who have an address and did not refuse this mail, and to whom it has not left yet. */
const readers = (
  db: Db,
  spaceId: string,
  mail: 'week' | 'report',
  period: string,
  roles: string[],
): Promise<Reader[]> =>
  db.rows<Reader>(sql`
    select m.id, coalesce(m.language, n.language, 'fr') as language,
      m.email::text as email, m.given_name as "givenName"
    from seats seat join members m on m.id = seat.member_id and m.status = 'active' and m.email is not null
    left join network n on true
    where seat.space_id = ${spaceId} and seat.role = any(${roles}::text[])
      and not exists (select 1 from cockpit_refusals r where r.space_id = seat.space_id and r.member_id = m.id and r.mail = ${mail})
      and not exists (select 1 from cockpit_sent t where t.space_id = seat.space_id and t.member_id = m.id and t.mail = ${mail} and t.period = ${period}::date)
    order by m.id`)

/** True once a person and period: whoever comes second, or again, sends nothing. */
const once = async (trx: Trx, spaceId: string, memberId: string, mail: 'week' | 'report', period: string) =>
  (await trx.run(sql`
    insert into cockpit_sent (space_id, member_id, mail, period) values (${spaceId}, ${memberId}, ${mail}, ${period}::date)
    on conflict do nothing`)) === 1

interface Community {
  id: string
  name: string
}
const communities = (db: Db): Promise<Community[]> =>
  db.rows<Community>(sql`
    select s.id, s.name from communities c join spaces s on s.id = c.space_id
    where s.archived_at is null and c.stage in ('pilot', 'launched', 'sustained') order by s.id`)

/** Every hour; acts on the first working morning of the week, and of the month. */
export async function sendMornings(
  database: Database,
  publicUrl: string,
  now?: { today: string; hour: number },
) {
  const { today, hour } = now ?? (await todayOf(database.db))
  if (!isMorning(hour)) return
  const quiet = await quietSince(
    database.db,
    monthOf(today) < mondayOf(today) ? monthOf(today) : mondayOf(today),
    today,
  )
  if (isFirstWorkingDay(mondayOf(today), today, quiet)) await sendWeeks(database, publicUrl, today)
  if (isFirstWorkingDay(monthOf(today), today, quiet)) await sendReports(database, publicUrl, today)
}

async function quietSince(db: Db, from: string, today: string): Promise<(day: string) => boolean> {
  const found = new Set<string>()
  for (let day = from; day <= today; day = nextDay(day)) if (await quietDay(db, day)) found.add(day)
  return (day) => found.has(day)
}
const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The mail says what that animator's own screen would: their rights, their choices, their language. */
async function sendWeeks(database: Database, publicUrl: string, today: string): Promise<void> {
  const week = mondayOf(today)
  for (const { id, name } of await communities(database.db)) {
    for (const reader of await readers(database.db, id, 'week', week, ['animator', 'lead'])) {
      const actor = await actorOf(database.db, reader.id)
      const list = actor ? (await cockpitOf(database.db, actor, id)).gestures : []
      await database.transaction(async (trx) => {
        if (!(await once(trx, id, reader.id, 'week', week)) || list.length === 0) return
        const text = words(reader.language)
        await postLetter(trx, {
          to: reader.email,
          memberId: reader.id,
          subject: text('cockpit.mail.week.subject', { name, count: list.length }),
          paragraphs: [
            text('cockpit.mail.hello', { name: reader.givenName }),
            text('cockpit.mail.week.lead', { name, count: list.length }),
            list
              .map(({ kind, more, count, minutes }) =>
                text('cockpit.mail.week.line', {
                  gesture: text(gestureKey({ kind, more }), { count }),
                  minutes: text('cockpit.takes', { count: minutes }),
                }),
              )
              .join('\n'),
            text('cockpit.mail.week.stop'),
          ],
          action: {
            label: text('cockpit.mail.week.open'),
            url: `${publicUrl}/communautes/${id}/animer`,
          },
          purpose: 'cockpit',
          aboutId: id,
          language: reader.language,
        })
      })
    }
  }
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

async function sendReports(database: Database, publicUrl: string, today: string): Promise<void> {
  const period = monthBefore(today)
  for (const { id, name } of await communities(database.db)) {
    const people = await readers(database.db, id, 'report', period.from, ['sponsor', 'lead'])
    if (people.length === 0) continue
    const lines = await reportLines(database.db, id, period)
    for (const reader of people) {
      const text = words(reader.language)
      const format = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
        new Intl.DateTimeFormat(LOCALE[reader.language], { ...options, timeZone: 'UTC' }).format(
          new Date(iso),
        )
      const day = format({ day: 'numeric', month: 'long', year: 'numeric' })
      const number = (value: number) => new Intl.NumberFormat(LOCALE[reader.language]).format(value)
      const month = format({ month: 'long', year: 'numeric' })(`${period.from}T12:00:00Z`)
      const say = (key: string, values?: Record<string, unknown>) => text(key, values ?? {})
      const parts = [...new Set(lines.map(({ part }) => part))].map((part) =>
        [
          text(`cockpit.report.part.${part}`),
          ...lines
            .filter((one) => one.part === part)
            .map((one) => `– ${reportSentence(one, say, day, number)}`),
        ].join('\n'),
      )
      await database.transaction(async (trx) => {
        if (!(await once(trx, id, reader.id, 'report', period.from))) return
        await postLetter(trx, {
          to: reader.email,
          memberId: reader.id,
          subject: text('cockpit.mail.report.subject', { name, month }),
          paragraphs: [
            text('cockpit.mail.hello', { name: reader.givenName }),
            text('cockpit.mail.report.lead', { name, month }),
            ...parts,
            text('cockpit.mail.report.stop'),
          ],
          action: {
            label: text('cockpit.mail.report.open'),
            url: `${publicUrl}/communautes/${id}/bilan?mois=${period.from.slice(0, 7)}`,
          },
          purpose: 'report',
          aboutId: id,
          language: reader.language,
        })
      })
    }
  }
}
