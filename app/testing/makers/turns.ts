import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Making, Makers } from '../making.ts'
import { passTheGate } from '../turns.ts'

async function turnOf({ run, find, cast }: Making, facts: { from: number; holder: boolean; state: string }) {
  const id = uuid7()
  const programme = await find('roster')
  await run(sql`insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
    values (${id}, ${programme}, current_date + ${facts.from}::int, current_date + ${facts.from + 6}::int,
      ${facts.holder ? cast.ambassador.id : null}, ${facts.state})`)
  return id
}

/** The cast's ambassador is through the gate, holds the turn of now, and accepted the code. */
export const TURNS_MAKERS: Makers = {
  roster: async ({ run, find, cast, world }) => {
    const [programme, community] = [await find('programme'), await find('community')]
    await find('ambassador')
    await passTheGate(world, { id: programme, spaceId: community }, cast.ambassador)
    await run(sql`insert into rosters (programme_id, space_id) values (${programme}, ${community})`)
    await run(
      sql`insert into turn_code_acceptances (programme_id, member_id, version) values (${programme}, ${cast.ambassador.id}, 1)`,
    )
    await run(
      sql`insert into roster_accounts (programme_id, connection_id) values (${programme}, ${await find('connection')})`,
    )
    return programme
  },
  /** The same, with the voice in the hands of the ambassador. */
  rosterHeld: async ({ find }) => {
    await find('turn')
    return find('roster')
  },
  turn: (making) => turnOf(making, { from: 0, holder: true, state: 'confirmed' }),
  turnAhead: (making) => turnOf(making, { from: 14, holder: true, state: 'confirmed' }),
  turnOpen: (making) => turnOf(making, { from: 21, holder: false, state: 'open' }),
  turnPast: (making) => turnOf(making, { from: -14, holder: true, state: 'confirmed' }),
  turnProposed: (making) => turnOf(making, { from: 28, holder: true, state: 'proposed' }),
  turnPost: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into turn_posts (id, turn_id, connection_id, author_id, mode, text, planned_for)
      values (${id}, ${await find('turn')}, ${await find('connection')}, ${cast.ambassador.id}, 'assisted', 'Essai', now())`)
    return id
  },
  incident: async ({ run, find, cast }) => {
    const id = uuid7()
    const turn = await find('turn')
    await run(sql`insert into turn_incidents (id, programme_id, turn_id, opened_by)
      values (${id}, ${await find('roster')}, ${turn}, ${cast.ambassador.id})`)
    return id
  },
  swap: async ({ run, find, cast }) => {
    const id = uuid7()
    // Between two of the ambassador's turns: nobody else has a part in it.
    await run(sql`insert into turn_swaps (id, programme_id, turn_id, other_turn_id, asked_by, asked_to)
      values (${id}, ${await find('roster')}, ${await find('turnAhead')}, ${await find('turnOpen')}, ${cast.ambassador.id}, ${cast.ambassador.id})`)
    return id
  },
}
