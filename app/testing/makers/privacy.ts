import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

export const PRIVACY_MAKERS: Makers = {
  /** A file of everything about somebody who is none of the cast. */
  export: async ({ run }) => {
    const id = uuid7()
    const owner = uuid7()
    await run(sql`insert into members (id, organization_id, staff_number, given_name, family_name)
      select ${owner}, id, ${owner}, 'Essai', 'Essai' from organizations limit 1`)
    await run(sql`insert into personal_exports (id, member_id, state, storage_key, bytes, ready_at)
      values (${id}, ${owner}, 'ready', 'exports/essai.zip', 1, now())`)
    return id
  },
}
