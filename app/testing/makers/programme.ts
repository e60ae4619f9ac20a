import { randomBytes } from 'node:crypto'
import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import { digest, seal } from '#platform/server/seal.ts'
import type { Makers } from '../making.ts'

const FACTS = JSON.stringify({
  language: 'fr',
  network: 'Essai',
  programme: 'Les Éclaireurs',
  mission: '',
  person: 'Ambassador Essai',
  job: '',
  site: '',
  lead: 'Lead Essai',
  manager: null,
  hoursPerMonth: 2,
  contributionsPerMonth: 2,
  gatheringsPerYear: 4,
  objectives: '',
  startsOn: '2026-01-05',
  endsOn: null,
  paragraphs: ['Essai'],
})

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
  /** The cast's ambassador, served and thanked. */
  alumnus: async ({ run, find }) => {
    const id = await find('ambassador')
    await run(sql`update ambassadors set state = 'alumni' where id = ${id}`)
    await run(
      sql`insert into ambassador_steps (ambassador_id, from_state, to_state) values (${id}, 'active', 'alumni')`,
    )
    return id
  },
  /** The cast's ambassador, named and not answered yet. */
  nominee: async ({ run, find }) => {
    const id = await find('ambassador')
    await run(sql`update ambassadors set state = 'nominated' where id = ${id}`)
    return id
  },
  /** Somebody at the door of '{programme}'. */
  candidate: async ({ run, find, world }) => {
    const id = uuid7()
    const person = await world.member(`c${uuid7().slice(-10)}`)
    await run(sql`update programmes set manager_agreement = false where id = ${await find('programme')}`)
    await run(sql`insert into ambassadors (id, programme_id, member_id, state, entered_by)
      values (${id}, ${await find('programme')}, ${person.id}, 'candidate', 'volunteering')`)
    return id
  },
  circle: async ({ run, find }) => {
    const id = uuid7()
    await run(
      sql`insert into circles (id, programme_id, name) values (${id}, ${await find('programme')}, 'Cholet')`,
    )
    return id
  },
  leave: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into ambassador_leaves (id, ambassador_id, starts_on, ends_on)
      values (${id}, ${await find('ambassador')}, '2026-08-03', '2026-08-21')`)
    return id
  },
  missionLetter: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into mission_letters (id, ambassador_id, facts, text_hash)
      values (${id}, ${await find('ambassador')}, ${FACTS}::jsonb, 'empreinte')`)
    return id
  },
  /** On paper: its link may be read and printed. */
  agreement: async ({ run, find }) => {
    const [id, token] = [uuid7(), randomBytes(24).toString('base64url')]
    await run(sql`insert into manager_agreements (id, ambassador_id, manager_name, token_hash, token_sealed, expires_at)
      values (${id}, ${await find('ambassador')}, 'Dominique', ${digest(token)}, ${seal(token)}, now() + interval '5 days')`)
    return id
  },
  agreementToken: async ({ run, find }) => {
    const token = randomBytes(24).toString('base64url')
    await run(sql`insert into manager_agreements (id, ambassador_id, manager_name, manager_email, token_hash, expires_at)
      values (${uuid7()}, ${await find('ambassador')}, 'Dominique', 'd@essai.example', ${digest(token)}, now() + interval '5 days')`)
    return token
  },
  /** To come; everybody of the programme is invited. */
  gathering: async ({ run, find }) => {
    const id = uuid7()
    await find('ambassador')
    await run(sql`insert into gatherings (id, programme_id, title, starts_at, ends_at, place)
      values (${id}, ${await find('programme')}, 'Rencontre', now() + interval '5 days', now() + interval '5 days 2 hours', 'Halle')`)
    return id
  },
  pastGathering: async ({ run, find }) => {
    const id = await find('gathering')
    await run(
      sql`update gatherings set starts_at = now() - interval '1 day', ends_at = now() - interval '22 hours' where id = ${id}`,
    )
    return id
  },
}
