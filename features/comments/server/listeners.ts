import { sql } from '#platform/server/db.ts'
import { movedCounts, registerReactionSubject, type Tally } from '#features/reactions/server/subjects.ts'
import { commentToReact } from './queries.ts'

/** Comments may be reacted to. */
export function listeners(): void {
  registerReactionSubject({
    kind: 'comment',
    find: commentToReact,
    count: async (trx, id, from, to) => {
      const row = await trx.row<Tally>(
        sql`update comments set ${movedCounts(from, to)} where id = ${id} returning reaction_counts as counts, reaction_total as total`,
      )
      return row ?? { counts: {}, total: 0 }
    },
  })
}
