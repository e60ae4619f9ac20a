import type { Actor } from './actor.ts'
import { sql, type Trx } from './db.ts'

/** Acts of administration and moderation; the table refuses change. `details` holds no free text about a person. */
export async function audit(
  trx: Trx,
  actor: Actor | null,
  act: string,
  subject: { kind: string; id: string | null },
  details: Record<string, unknown> = {},
): Promise<void> {
  await trx.run(sql`insert into audit_log (actor_id, act, subject_kind, subject_id, details)
    values (${actor?.id ?? null}, ${act}, ${subject.kind}, ${subject.id}, ${JSON.stringify(details)}::jsonb)`)
}
