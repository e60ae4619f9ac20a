import { sql, type Trx } from '#platform/server/db.ts'
import { recordContribution } from '#features/contributions/server/commands/ledger.ts'

interface Said {
  turnId: string
  programmeId: string
  memberId: string | null
  at: string
}

/** A turn in which something was said counts for whoever held it, once. */
export async function countPublished(trx: Trx, postId: string): Promise<void> {
  const said = await trx.row<Said>(sql`
    select t.id as "turnId", t.programme_id as "programmeId", x.author_id as "memberId", coalesce(p.sent_at, x.published_at, now()) as at
    from turn_posts x join turns t on t.id = x.turn_id left join publications p on p.id = x.id where x.id = ${postId}`)
  if (!said?.memberId) return
  await recordContribution(trx, {
    programmeId: said.programmeId,
    memberId: said.memberId,
    kind: 'turn',
    sourceKind: 'turn_post',
    sourceId: postId,
    aboutId: said.turnId,
    at: said.at,
  })
}
