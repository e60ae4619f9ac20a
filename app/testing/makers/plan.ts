import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

/** '{planAction}': in the plan of '{community}', nobody's. */
export const PLAN_MAKERS: Makers = {
  planAction: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into plan_actions (id, space_id, title, starts_on, ends_on)
      values (${id}, ${await find('community')}, 'Poser les affiches', '2027-01-04', '2027-01-08')`)
    return id
  },
}
