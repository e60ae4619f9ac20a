import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Proposal } from '../../contract.ts'
import { faceJson } from './people.ts'

const proposals = (where: Sql): Sql => sql`
  select o.id, o.kind, o.stage, o.reason as standing, o.message, o.terms,
    (select ${faceJson} from ambassadors s join members m on m.id = s.member_id where s.id = (o.terms ->> 'successorId')::uuid) as successor,
    (select ${faceJson} from members m where m.id = o.by_id) as by, o.made_at as "madeAt", o.leaves_at as "leavesAt", o.sent_at as "sentAt",
    o.until, o.note, o.answer, o.answer_words as "answerWords", o.slot, o.wall, o.answered_at as "answeredAt", o.outcome,
    o.settled_at as "settledAt"
  from proposals o where ${where}`

/** The history, latest first. What has not left yet is still being written: its person does not read it. */
export const proposalsOf = (db: Db, ambassadorId: string, withPlanned: boolean): Promise<Proposal[]> =>
  db.rows<Proposal>(sql`
    ${proposals(sql`o.ambassador_id = ${ambassadorId} and (${withPlanned} or o.stage <> 'planned')`)}
    order by o.made_at desc, o.id desc limit 200`)

export async function findProposal(db: Db, id: string): Promise<Proposal> {
  const row = await db.row<Proposal>(proposals(sql`o.id = ${id}`))
  if (!row) throw notFound('proposal.not_found')
  return row
}
