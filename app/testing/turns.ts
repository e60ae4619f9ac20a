import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Person, World } from './world.ts'

/** The charter signed and the training passed: all that a turn asks for. */
export async function passTheGate(
  world: World,
  programme: { id: string; spaceId: string },
  person: Person,
): Promise<void> {
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`
      insert into charters (id, space_id, version, body, text_hash) values (${uuid7()}, ${programme.spaceId}, 1, 'Je.', 'a')
      on conflict (space_id, version) do nothing`)
    await trx.run(sql`
      insert into charter_signatures (charter_id, member_id)
      select id, ${person.id} from charters where space_id = ${programme.spaceId} on conflict do nothing`)
    await trx.run(sql`insert into journeys (programme_id) values (${programme.id}) on conflict do nothing`)
    await trx.run(sql`
      insert into journey_steps (id, programme_id, position, kind, title)
      select ${uuid7()}, ${programme.id}, 0, 'learn', 'Prendre la parole'
      where not exists (select 1 from journey_steps where programme_id = ${programme.id})`)
    await trx.run(sql`
      insert into journey_progress (ambassador_id, step_id, done_at)
      select a.id, s.id, now() from ambassadors a join journey_steps s on s.programme_id = a.programme_id
      where a.programme_id = ${programme.id} and a.member_id = ${person.id} on conflict do nothing`)
  })
}
