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
  })
}
