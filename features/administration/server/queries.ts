import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Services } from '#platform/server/services.ts'
import type { AuditEntry, Health, Mail } from '../contract.ts'

interface AuditRow extends Omit<AuditEntry, 'actor'> {
  actorId: string | null
  actorName: string | null
}

const escaped = (act: string) => act.replace(/[%_\\]/g, '\\$&')

/** `act` is a whole act or the beginning of a family of them: 'person', 'person.closed'. */
export async function auditPage(db: Db, query: { cursor?: string; limit?: number; act?: string }) {
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 1)
  const rows = await db.rows<AuditRow>(sql`
    select log.id, log.at, log.act, log.actor_id as "actorId", who.given_name || ' ' || who.family_name as "actorName",
      log.subject_kind as "subjectKind", coalesce(m.given_name || ' ' || m.family_name, s.name, o.name) as subject, log.details
    from audit_log log
    left join members who on who.id = log.actor_id
    left join members m on log.subject_kind = 'member' and m.id = log.subject_id
    left join spaces s on log.subject_kind in ('space', 'community', 'group') and s.id = log.subject_id
    left join organizations o on log.subject_kind = 'organization' and o.id = log.subject_id
    where true ${query.act ? sql`and (log.act = ${query.act} or log.act like ${`${escaped(query.act)}.%`})` : empty}
    ${after ? sql`and log.id < ${after[0]}::bigint` : empty}
    order by log.id desc limit ${limit + 1}`)
  const { items, next } = pageOf(rows, limit, (row) => writeCursor(row.id))
  return { items: items.map(toEntry), next }
}

const toEntry = ({ actorId, actorName, ...row }: AuditRow): AuditEntry => ({
  ...row,
  actor: actorId && actorName ? { id: actorId, name: actorName } : null,
})

const MAIL = sql`id, to_address as "to", subject, purpose, state, problem, created_at as "createdAt", sent_at as "sentAt"`

export async function mailsPage(db: Db, query: { cursor?: string; limit?: number; state?: string }) {
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Mail>(sql`
    select ${MAIL} from mails where true
    ${query.state ? sql`and state = ${query.state}` : empty}
    ${after ? sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by created_at desc, id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (mail) => writeCursor(mail.createdAt, mail.id))
}

export async function findMail(db: Db, id: string): Promise<Mail & { body: string | null }> {
  const row = await db.row<Mail & { body: string | null }>(sql`
    select ${MAIL}, nullif(body_text, '') as body from mails where id = ${id}`)
  if (!row) throw notFound('mail.not_found')
  return row
}

const VERSION = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** Counts of the installation; of nobody's activity. */
export async function health(db: Db, services: Services): Promise<Health> {
  const [people, mail, files, database, jobs] = await Promise.all([
    db.row<Health['people']>(sql`
      select count(*) filter (where status = 'expected')::int as expected, count(*) filter (where status = 'active')::int as active,
        count(*) filter (where status = 'closed')::int as closed from members`),
    db.row<Omit<Health['mail'], 'configured'>>(sql`
      select count(*) filter (where state = 'kept')::int as kept, count(*) filter (where state = 'queued')::int as queued,
        count(*) filter (where state in ('bounced', 'failed') and created_at > now() - interval '7 days')::int as bounced from mails`),
    db.row<{ count: number; bytes: number }>(
      sql`select count(*)::int as count, coalesce(sum(bytes), 0)::bigint as bytes from files`,
    ),
    db.row<Health['database']>(sql`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`),
    db.row<Health['jobs']>(sql`
      select count(*) filter (where attempts < max_attempts)::int as waiting,
        count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed from graphile_worker.jobs
      where run_at <= now()`),
  ])
  return {
    version: VERSION,
    people: people ?? { expected: 0, active: 0, closed: 0 },
    mail: { configured: services.mailConfigured, ...(mail ?? { kept: 0, queued: 0, bounced: 0 }) },
    files: { ...(files ?? { count: 0, bytes: 0 }), free: await freeBytes(services.dataDir) },
    database: database ?? { version: '', bytes: 0 },
    jobs: jobs ?? { waiting: 0, failed: 0 },
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null)
  return disk && disk.bavail * disk.bsize
}
