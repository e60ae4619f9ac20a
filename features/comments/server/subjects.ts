import type { Actor } from '#platform/server/actor.ts'
import type { Db, Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Role } from '#features/spaces/rules/roles.ts'

/** Something that can be commented on. Its owner registers it, says who may see it, and keeps its count. */
export interface CommentSubject {
  kind: string
  /** Undefined when this reader may not see it. */
  find(db: Db, actor: Actor, id: string): Promise<SubjectFacts | undefined>
  /** Adds to the number of comments to be seen, and says the new one; undefined when the subject is not of this kind. */
  count(trx: Trx, id: string, by: number): Promise<number | undefined>
}

export interface SubjectFacts {
  spaceId: string
  authorId: string | null
  /** The reader's power in its space, null when they only visit. */
  role: Role | null
  /** False once its comments are closed. */
  open: boolean
  /** Its space is closed: what is there is read, nothing is added. */
  readOnly: boolean
}

export interface FoundSubject extends SubjectFacts {
  subject: CommentSubject
}

const subjects = new Map<string, CommentSubject>()
export const registerCommentSubject = (subject: CommentSubject) => void subjects.set(subject.kind, subject)

export async function findSubject(db: Db, actor: Actor, id: string): Promise<FoundSubject> {
  for (const subject of subjects.values()) {
    const facts = await subject.find(db, actor, id)
    if (facts) return { subject, ...facts }
  }
  throw notFound('comment.subject_not_found')
}

export async function countComment(trx: Trx, id: string, by: number): Promise<number> {
  for (const subject of subjects.values()) {
    const count = await subject.count(trx, id, by)
    if (count !== undefined) return count
  }
  throw notFound('comment.subject_not_found')
}
