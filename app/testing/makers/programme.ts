import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

/** '{programme}': open, in '{community}'; '{ambassador}': the active record of the cast's ambassador. */
export const PROGRAMME_MAKERS: Makers = {
  programme: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into programmes (id, space_id, name, seats, state)
      values (${id}, ${await find('community')}, 'Les Éclaireurs', 15, 'open')`)
    return id
  },
  ambassador: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into ambassadors (id, programme_id, member_id, state, entered_by, onboarding_since, active_since)
      values (${id}, ${await find('programme')}, ${cast.ambassador.id}, 'active', 'volunteering', now() - interval '60 days', now() - interval '30 days')`)
    return id
  },
}
