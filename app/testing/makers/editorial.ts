import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import { mark, seal } from '#platform/server/seal.ts'
import type { Makers } from '../making.ts'

/** '{slot}': of the animator, ready, tomorrow; '{committee}': planned, without members; in '{community}'. */
export const EDITORIAL_MAKERS: Makers = {
  slot: async ({ run, find, cast }) => {
    const id = uuid7()
    const community = await find('community')
    await run(sql`insert into editorial_slots (id, space_id, place_id, kind, channel, title, state, day, minutes, at, owner_id, post_id, content)
      values (${id}, ${community}, ${community}, 'post', 'feed', 'Essai', 'drafted', current_date + 1, 540, now() + interval '1 day',
        ${cast.animator.id}, ${uuid7()}, ${JSON.stringify({ title: '', body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Essai' }] }] } })}::jsonb)`)
    return id
  },
  slotVersion: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into editorial_versions (id, slot_id, content, written_at, why)
      values (${id}, ${await find('slot')}, '{"title":"","body":{"type":"doc","content":[]}}', now(), 'before')`)
    return id
  },
  slotRemark: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into editorial_remarks (id, slot_id, author_id, text)
      values (${id}, ${await find('slot')}, ${cast.animator.id}, 'Essai')`)
    return id
  },
  series: async ({ run, find }) => {
    const id = uuid7()
    const community = await find('community')
    await run(sql`insert into editorial_series (id, space_id, place_id, title, kind, channel, every, weekday, minutes, starts_on)
      values (${id}, ${community}, ${community}, 'Essai', 'post', 'feed', 'week', 2, 540, current_date)`)
    return id
  },
  feedToken: async ({ run, find, cast }) => {
    const token = uuid7()
    await run(sql`insert into editorial_feeds (id, member_id, space_id, token_hash, token_sealed)
      values (${uuid7()}, ${cast.animator.id}, ${await find('community')}, ${mark(token)}, ${seal(token)})`)
    return token
  },
  committee: async ({ run, find }) => {
    const id = uuid7()
    await run(
      sql`insert into editorial_committees (id, space_id, held_on) values (${id}, ${await find('community')}, current_date)`,
    )
    return id
  },
  heldCommittee: async ({ run, find }) => {
    const id = await find('committee')
    await run(sql`update editorial_committees set state = 'held' where id = ${id}`)
    return id
  },
  decision: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into editorial_decisions (id, committee_id, kind, text, owner_id)
      values (${id}, ${await find('committee')}, 'task', 'Essai', ${cast.animator.id})`)
    return id
  },
}
