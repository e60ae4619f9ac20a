import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers } from '../making.ts'

const REASON =
  '{"state":"fading","code":"below_agreed","done":1,"usual":null,"agreed":2,"since":"2026-01-01"}'

/** Things of '{ambassador}': a line, a declaration that waits for the member of the cast, a proposal of the lead. */
export const CONTRIBUTION_MAKERS: Makers = {
  contribution: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id)
      values (${id}, ${await find('ambassador')}, 'post', now() - interval '3 days', 1, 'post', ${id}, ${id})`)
    return id
  },
  declaration: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id, state)
      values (${id}, ${await find('ambassador')}, 'outside', now() - interval '2 days', 1, 'declaration', ${id}, ${id}, 'waiting')`)
    await run(sql`insert into declarations (contribution_id, what) values (${id}, 'demo')`)
    return id
  },
  /** Waits for whoever calls to confirm it: a peer, were they one. */
  asked: async ({ run, find, cast }) => {
    const id = await find('declaration')
    await run(sql`update declarations set peer_id = ${cast.member.id} where contribution_id = ${id}`)
    return id
  },
  /** '{programme}', once '{ambassador}' serves in it. */
  serving: async ({ find }) => {
    await find('ambassador')
    return find('programme')
  },
  proposal: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into proposals (id, ambassador_id, kind, stage, reason, message, by_id, sent_at)
      values (${id}, ${await find('ambassador')}, 'nudge', 'sent', ${REASON}::jsonb, 'Essai', ${cast.lead.id}, now())`)
    return id
  },
  planned: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into proposals (id, ambassador_id, kind, stage, reason, message, by_id, leaves_at)
      values (${id}, ${await find('ambassador')}, 'nudge', 'planned', ${REASON}::jsonb, 'Essai', ${cast.lead.id}, now() + interval '1 day')`)
    return id
  },
}
