import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit, tell } from '#platform/server/emit.ts'
import { allow, conflict, notFound } from '#platform/server/errors.ts'
import { cleanText } from '#platform/contract/rich-text.ts'
import { done } from '#platform/contract/schema.ts'
import { notify } from '#features/notifications/server/offers.ts'
import { canModerate } from '#features/spaces/server/policy.ts'
import { type Reason, subjectHidden, subjectRestored } from '../contract.ts'
import { moderatorsOf } from './policy.ts'
import { findSubject, setHidden, type Subject } from './subjects.ts'

/** The notice that tells moderators to look at their queue again. */
const NOTICE = 'moderation'

interface Complaint {
  subjectId: string
  reason: Reason
  note?: string
}

/** Anybody who may read it may report it, once; who did is not told to anybody. */
export async function report(trx: Trx, actor: Actor, id: string, given: Complaint) {
  const { subject, seat } = await findSubject(trx, actor, given.subjectId)
  // Hidden already: for most people it is not there any more.
  if (subject.hidden && !canModerate(seat) && subject.authorId !== actor.id)
    throw notFound('report.subject_not_found')
  if (subject.authorId === actor.id) throw conflict('report.own')
  const isNew = await trx.run(sql`
    insert into reports (id, subject_kind, subject_id, space_id, reporter_id, reason, note)
    values (${id}, ${subject.kind}, ${subject.id}, ${subject.spaceId}, ${actor.id}, ${given.reason}, ${cleanText(given.note ?? '').trim()})
    on conflict do nothing`)
  if (isNew === 1) await tellModerators(trx, subject.spaceId)
  return done
}

async function tellModerators(trx: Trx, spaceId: string): Promise<void> {
  const rows = await trx.rows<{ id: string }>(moderatorsOf(spaceId))
  tell(
    trx,
    rows.map((row) => row.id),
    NOTICE,
  )
}

async function moderated(trx: Trx, actor: Actor, subjectId: string): Promise<Subject> {
  const { subject, seat } = await findSubject(trx, actor, subjectId)
  if (subject.hidden && !canModerate(seat)) throw notFound('report.subject_not_found')
  allow(canModerate(seat), 'moderation')
  return subject
}

export async function hide(
  trx: Trx,
  actor: Actor,
  subjectId: string,
  verdict: { reason: Reason; note?: string },
) {
  const subject = await moderated(trx, actor, subjectId)
  if (!(await setHidden(trx, subject, true))) return done
  const settled = await settle(trx, actor, subject, 'hidden')
  // Without a report, the act itself is the case: it can be found and undone.
  if (settled === 0) await openAndSettle(trx, actor, subject, verdict.reason)
  await conclude(trx, actor, subject, 'hidden', verdict.note, verdict.reason)
  await emit(trx, actor, subjectHidden, subject.spaceId, { subjectKind: subject.kind, subjectId })
  return done
}

export async function restore(trx: Trx, actor: Actor, subjectId: string, given: { note?: string }) {
  const subject = await moderated(trx, actor, subjectId)
  if (!(await setHidden(trx, subject, false))) return done
  await settle(trx, actor, subject, 'kept')
  await trx.run(sql`
    update reports set state = 'kept', settled_at = now(), settled_by = ${actor.id} where subject_id = ${subject.id} and state = 'hidden'`)
  await conclude(trx, actor, subject, 'restored', given.note)
  await emit(trx, actor, subjectRestored, subject.spaceId, { subjectKind: subject.kind, subjectId })
  return done
}

/** The author never knew of the report: there is nothing to tell them. */
export async function keep(trx: Trx, actor: Actor, subjectId: string) {
  const subject = await moderated(trx, actor, subjectId)
  if (subject.hidden) throw conflict('moderation.hidden')
  if ((await settle(trx, actor, subject, 'kept')) === 0) return done
  await audit(
    trx,
    actor,
    `${subject.kind}.kept`,
    { kind: subject.kind, id: subject.id },
    { spaceId: subject.spaceId },
  )
  return done
}

async function settle(trx: Trx, actor: Actor, subject: Subject, state: 'hidden' | 'kept'): Promise<number> {
  const count = await trx.run(sql`
    update reports set state = ${state}, settled_at = now(), settled_by = ${actor.id} where subject_id = ${subject.id} and state = 'open'`)
  if (count > 0) await tellModerators(trx, subject.spaceId)
  return count
}

const openAndSettle = (trx: Trx, actor: Actor, subject: Subject, reason: Reason) =>
  trx.run(sql`
    insert into reports (id, subject_kind, subject_id, space_id, reporter_id, reason, state, settled_at, settled_by)
    values (${uuid7()}, ${subject.kind}, ${subject.id}, ${subject.spaceId}, ${actor.id}, ${reason}, 'hidden', now(), ${actor.id})`)

/** In the audit log without the note, which is about somebody; to the author with it, from the team and not from a person. */
async function conclude(
  trx: Trx,
  actor: Actor,
  subject: Subject,
  outcome: 'hidden' | 'restored',
  note = '',
  reason?: Reason,
): Promise<void> {
  const details = { spaceId: subject.spaceId, ...(reason ? { reason } : {}) }
  await audit(trx, actor, `${subject.kind}.${outcome}`, { kind: subject.kind, id: subject.id }, details)
  if (!subject.authorId || subject.authorId === actor.id) return
  await notify(trx, [subject.authorId], {
    kind: 'moderation',
    spaceId: subject.spaceId,
    postId: subject.postId,
    commentId: subject.kind === 'comment' ? subject.id : null,
    actorId: null,
    details: { outcome, reason: reason ?? '', note: cleanText(note).trim() },
  })
}
