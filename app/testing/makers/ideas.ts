import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers, Making } from '../making.ts'

/** In the backlog of '{programmeWithAmbassador}', where the cast's ambassador serves. */
export const IDEA_MAKERS: Makers = {
  idea: (making) => makeIdea(making),
  otherIdea: (making) => makeIdea(making),
  shippedIdea: async (making) => {
    const id = await makeIdea(making)
    await making.run(sql`update ideas set status = 'shipped' where id = ${id}`)
    return id
  },
  draftRound: (making) => makeRound(making, 'draft'),
  openRound: (making) => makeRound(making, 'open'),
  /** Of '{openRound}'. */
  roundIdea: async ({ run, find }) => {
    const id = await find('idea')
    await run(
      sql`insert into idea_round_ideas (round_id, idea_id) values (${await find('openRound')}, ${id}) on conflict do nothing`,
    )
    return id
  },
}

async function makeIdea({ run, find, cast }: Making): Promise<string> {
  const id = uuid7()
  await run(sql`insert into ideas (id, programme_id, author_id, title)
    values (${id}, ${await find('programmeWithAmbassador')}, ${cast.lead.id}, 'Essai')`)
  return id
}

async function makeRound({ run, find }: Making, state: 'draft' | 'open'): Promise<string> {
  const id = uuid7()
  const programme = await find('programmeWithAmbassador')
  await run(sql`insert into idea_rounds (id, programme_id, name, state, closes_on)
    values (${id}, ${programme}, 'Essai', ${state}, current_date + 10)`)
  await run(sql`insert into idea_round_ideas (round_id, idea_id) values (${id}, ${await find('idea')})`)
  return id
}
