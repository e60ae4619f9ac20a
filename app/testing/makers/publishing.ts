import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

/** '{connection}': an account in assisted mode that '{community}' holds; '{ownConnection}': one of the caller's own. */
export const PUBLISHING_MAKERS: Makers = {
  connection: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into connections (id, space_id, network, mode, name, connected_by)
      values (${id}, ${await find('community')}, 'linkedin', 'assisted', 'Essai', ${cast.animator.id})`)
    return id
  },
  ownConnection: async ({ run, caller }) => {
    const id = uuid7()
    await run(sql`insert into connections (id, member_id, network, mode, name, tokens_sealed)
      select ${id}, m.id, 'mastodon', 'api', '@essai@essai.example', '' from members m where m.id = ${caller.id}`)
    return id
  },
  ownPublication: async ({ run, find, caller }) => {
    const id = uuid7()
    await run(sql`insert into publications (id, connection_id, author_id, text, publish_at, path)
      select ${id}, c.id, c.member_id, 'Essai', now() + interval '1 day', '/comptes' from connections c
      where c.id = ${await find('ownConnection')} and c.member_id = ${caller.id}`)
    return id
  },
}
