import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql, type Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { ReactionCounts, ReactionKind } from '../contract.ts'

/** Something that can be reacted to. Its owner registers it, says who may see it, and keeps its counters. */
export interface ReactionSubject {
  kind: 'post' | 'comment'
  /** Undefined when this reader may not see it; `open` is whether they may react. */
  find(db: Db, actor: Actor, id: string): Promise<SubjectFacts | undefined>
  /** Moves one reaction from a kind to another in the counters, and says the new ones. */
  count(trx: Trx, id: string, from: ReactionKind | null, to: ReactionKind | null): Promise<Tally>
}

export interface SubjectFacts {
  spaceId: string
  open: boolean
  /** Its space is closed: what is there is read, nothing is added. */
  readOnly: boolean
}

export interface Tally {
  counts: Partial<ReactionCounts>
  total: number
}

const subjects = new Map<string, ReactionSubject>()
export const registerReactionSubject = (subject: ReactionSubject) => void subjects.set(subject.kind, subject)

export interface FoundSubject extends SubjectFacts {
  subject: ReactionSubject
}

export async function findSubject(db: Db, actor: Actor, id: string): Promise<FoundSubject> {
  for (const subject of subjects.values()) {
    const found = await subject.find(db, actor, id)
    if (found) return { subject, ...found }
  }
  throw notFound('reaction.subject_not_found')
}

/** `set` clause of a counter move, for the tables that hold `reaction_counts` and `reaction_total`. */
export function movedCounts(from: ReactionKind | null, to: ReactionKind | null): Sql {
  const changed = (kind: ReactionKind, by: number) =>
    sql`jsonb_build_object(${kind}::text, greatest(0, coalesce((reaction_counts ->> ${kind}::text)::int, 0) + ${by}::int))`
  const less = from ? changed(from, -1) : sql`'{}'::jsonb`
  const more = to ? changed(to, 1) : sql`'{}'::jsonb`
  const by = (to ? 1 : 0) - (from ? 1 : 0)
  return sql`reaction_counts = reaction_counts || ${less} || ${more}, reaction_total = greatest(0, reaction_total + ${by}::int)`
}
