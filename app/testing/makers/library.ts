import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

/** '{theme}' of the library of '{community}'; '{adoptedPractice}': a practice that the caller did too. */
export const LIBRARY_MAKERS: Makers = {
  theme: async ({ run, find }) => {
    const id = uuid7()
    await run(
      sql`insert into library_themes (id, space_id, name) values (${id}, ${await find('community')}, ${`Thème ${id.slice(-6)}`})`,
    )
    return id
  },
  adoptedPractice: async ({ run, find, caller }) => {
    const id = await find('practice')
    await run(
      sql`insert into adoptions (post_id, member_id) select ${id}, m.id from members m where m.id = ${caller.id}`,
    )
    return id
  },
}
