import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { Makers, Making } from '../making.ts'

async function step(
  { run, find }: Making,
  kind: string,
  details: object,
  compulsory = true,
): Promise<string> {
  const id = uuid7()
  const programme = await find('programme')
  // Whoever serves stands on the way too.
  await find('ambassador')
  await run(sql`insert into journeys (programme_id) values (${programme}) on conflict do nothing`)
  await run(sql`insert into journey_steps (id, programme_id, position, kind, title, due_days, compulsory, details)
    values (${id}, ${programme}, (select count(*) from journey_steps), ${kind}, 'Essai', 7, ${compulsory}, ${JSON.stringify(details)}::jsonb)`)
  return id
}

async function slot({ run, find, cast }: Making, booked: boolean): Promise<string> {
  const id = uuid7()
  const ambassador = await find('ambassador')
  const at = booked ? sql`now() - interval '1 hour'` : sql`now() + interval '3 days'`
  await run(sql`insert into call_slots (id, programme_id, lead_id, starts_at, ends_at, ambassador_id, booked_at)
    values (${id}, ${await find('programme')}, ${cast.lead.id}, ${at}, ${at} + interval '20 minutes',
      ${booked ? ambassador : null}, ${booked ? sql`now()` : sql`null`})`)
  return id
}

const [QUESTION, RIGHT, WRONG] = [uuid7(), uuid7(), uuid7()]

/** Steps and calls of '{programme}', for its active '{ambassador}' and the lead. */
export const JOURNEY_MAKERS: Makers = {
  /** The programme once somebody serves in it. */
  servedProgramme: async ({ find }) => {
    await find('ambassador')
    return find('programme')
  },
  readStep: (making) => step(making, 'read', { text: 'Deux minutes.' }),
  quizStep: (making) =>
    step(making, 'learn', {
      lessons: [{ id: uuid7(), title: 'Une', text: 'Deux' }],
      passMark: 80,
      questions: [
        {
          id: QUESTION,
          ask: 'Alors ?',
          options: [
            { id: RIGHT, label: 'Oui' },
            { id: WRONG, label: 'Non' },
          ],
          right: [RIGHT],
          explanation: 'Parce que.',
        },
      ],
    }),
  quizQuestion: async () => QUESTION,
  quizOption: async () => RIGHT,
  quizTry: async ({ run, find }) => {
    const id = uuid7()
    const [stepId, ambassador] = [await find('quizStep'), await find('ambassador')]
    await run(
      sql`insert into quiz_tries (id, ambassador_id, step_id) values (${id}, ${ambassador}, ${stepId})`,
    )
    return id
  },
  openSlot: (making) => slot(making, false),
  bookedSlot: (making) => slot(making, true),
  callNote: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(
      sql`insert into call_notes (id, slot_id, author_id, body) values (${id}, ${await find('bookedSlot')}, ${cast.lead.id}, 'À rappeler')`,
    )
    return id
  },
  otherAmbassador: async ({ run, find, world }) => {
    const id = uuid7()
    const person = await world.member(`b${uuid7().slice(-10)}`)
    await world.seat({ id: await find('community') }, person, 'ambassador')
    await run(sql`insert into ambassadors (id, programme_id, member_id, state, entered_by, onboarding_since, active_since)
      values (${id}, ${await find('programme')}, ${person.id}, 'active', 'volunteering', now() - interval '90 days', now() - interval '60 days')`)
    return id
  },
  firstDraft: async ({ run, find }) => {
    const id = uuid7()
    const ambassador = await find('ambassador')
    await run(
      sql`insert into journey_buddies (ambassador_id, buddy_id) values (${ambassador}, ${await find('otherAmbassador')})`,
    )
    await run(
      sql`insert into first_drafts (id, ambassador_id, body) values (${id}, ${ambassador}, 'Cette semaine, à Castres, j’ai appris.')`,
    )
    return id
  },
}
