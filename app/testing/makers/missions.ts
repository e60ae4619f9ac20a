import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers, Making } from '../making.ts'

/** Open missions in '{programmeWithAmbassador}', where the cast's ambassador serves. */
export const MISSION_MAKERS: Makers = {
  programmeWithAmbassador: async ({ find }) => {
    await find('ambassador')
    return find('programme')
  },
  mission: (making) => makeMission(making, 'write'),
  testMission: (making) => makeMission(making, 'test'),
  relayMission: (making) => makeMission(making, 'relay'),
  returnedTaking: async (making) => {
    const id = await makeTaking(making, await making.find('mission'))
    await making.run(sql`update mission_takings set returned_at = now() where id = ${id}`)
    return id
  },
  testStep: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into test_steps (id, mission_id, position, title)
      values (${id}, ${await find('testMission')}, 0, 'Ouvrir la page')`)
    return id
  },
  takenTest: async (making) => {
    const [mission, step] = [await making.find('testMission'), await making.find('testStep')]
    const taking = await makeTaking(making, mission)
    await making.run(
      sql`insert into test_answers (taking_id, step_id, verdict) values (${taking}, ${step}, 'works')`,
    )
    return mission
  },
  ambassadorRelay: async (making) => {
    const id = uuid7()
    const taking = await makeTaking(making, await making.find('relayMission'))
    await making.run(sql`insert into relays (id, taking_id, people) values (${id}, ${taking}, 8)`)
    return id
  },
}

async function makeMission({ run, find }: Making, kind: string): Promise<string> {
  const id = uuid7()
  await run(sql`insert into missions (id, programme_id, kind, title, minutes, state, opened_at)
    values (${id}, ${await find('programmeWithAmbassador')}, ${kind}, 'Essai', 20, 'open', now())`)
  return id
}

async function makeTaking({ run, cast }: Making, missionId: string): Promise<string> {
  const id = uuid7()
  await run(
    sql`insert into mission_takings (id, mission_id, member_id) values (${id}, ${missionId}, ${cast.ambassador.id})`,
  )
  return id
}
