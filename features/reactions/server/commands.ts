import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict } from '#platform/server/errors.ts'
import { reactionChanged, type ReactionKind, type Reactions } from '../contract.ts'
import { allCounts } from './queries.ts'
import { findSubject, type FoundSubject } from './subjects.ts'

export async function react(
  trx: Trx,
  actor: Actor,
  subjectId: string,
  kind: ReactionKind,
): Promise<Reactions> {
  const found = await findSubject(trx, actor, subjectId)
  if (found.readOnly) throw conflict('space.read_only')
  allow(found.open, 'reaction')
  return changed(trx, actor, subjectId, found, await give(trx, actor, subjectId, found, kind), kind)
}

export async function unreact(trx: Trx, actor: Actor, subjectId: string): Promise<Reactions> {
  const found = await findSubject(trx, actor, subjectId)
  const row = await trx.row<{ kind: ReactionKind }>(
    sql`delete from reactions where subject_id = ${subjectId} and member_id = ${actor.id} returning kind`,
  )
  return changed(trx, actor, subjectId, found, row?.kind ?? null, null)
}

/** The word given before, null when none. The row's own lock keeps two taps from counting twice. */
async function give(
  trx: Trx,
  actor: Actor,
  subjectId: string,
  found: FoundSubject,
  kind: ReactionKind,
): Promise<ReactionKind | null> {
  for (;;) {
    const isNew = await trx.run(sql`
      insert into reactions (subject_id, subject_kind, space_id, member_id, kind)
      values (${subjectId}, ${found.subject.kind}, ${found.spaceId}, ${actor.id}, ${kind}) on conflict do nothing`)
    if (isNew === 1) return null
    const before = await trx.row<{ kind: ReactionKind }>(
      sql`select kind from reactions where subject_id = ${subjectId} and member_id = ${actor.id} for update`,
    )
    // Taken back meanwhile by another tap: begin again.
    if (!before) continue
    if (before.kind !== kind)
      await trx.run(
        sql`update reactions set kind = ${kind}, at = now() where subject_id = ${subjectId} and member_id = ${actor.id}`,
      )
    return before.kind
  }
}

async function changed(
  trx: Trx,
  actor: Actor,
  subjectId: string,
  found: FoundSubject,
  from: ReactionKind | null,
  to: ReactionKind | null,
): Promise<Reactions> {
  const tally = await found.subject.count(trx, subjectId, from === to ? null : from, from === to ? null : to)
  const counts = allCounts(tally.counts)
  if (from !== to)
    await emit(trx, actor, reactionChanged, found.spaceId, {
      subjectKind: found.subject.kind,
      subjectId,
      counts,
      total: tally.total,
    })
  return { subjectId, mine: to, counts, total: tally.total }
}
