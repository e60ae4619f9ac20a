import { modelOf } from '#features/journeys/content/models.ts'
import type { Trx } from '#platform/server/db.ts'
import { callNotes, callPlace, callsOffered, draftInProgress } from '../content/journeys.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, isWorkingDay, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { ambassadors, type DemoAmbassador, programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

interface DemoStep {
  id: string
  kind: string
  with: string | undefined
  compulsory: boolean
  row: Row
}

const stepsOf = (cast: Cast): DemoStep[] => {
  let count = 0
  const newId = () => uuid7(`${cast.seed}/journey/part ${(count += 1)}`, cast.opened)
  return modelOf('scouts', 'fr', newId).map((step, position) => {
    const id = uuid7(`${cast.seed}/journey/step ${position}`, cast.opened)
    return {
      id,
      kind: step.kind,
      with: step.details.with,
      compulsory: step.compulsory,
      row: {
        id,
        programme_id: programmeId(cast),
        position,
        kind: step.kind,
        title: step.title,
        words: step.words,
        due_days: step.dueDays,
        compulsory: step.compulsory,
        minutes: step.minutes,
        details: step.details,
      },
    }
  })
}

/** The journey of the Éclaireurs: those who serve have walked it; those who arrive stand at every step of it. */
export async function insertJourneys(trx: Trx, cast: Cast): Promise<void> {
  const steps = stepsOf(cast)
  await insertRows(trx, 'journeys', [
    {
      programme_id: programmeId(cast),
      created_by: cast.memberId(cast.bySlug('nadia')),
      created_at: cast.opened,
    },
  ])
  await insertRows(
    trx,
    'journey_steps',
    steps.map((step) => step.row),
  )
  const all = ambassadors(cast)
  const settled = all.filter((one) => one.onboardingSince && one.activeSince)
  const arriving = all
    .filter((one) => one.state === 'onboarding' && one.onboardingSince)
    .toSorted((a, b) => (a.onboardingSince?.getTime() ?? 0) - (b.onboardingSince?.getTime() ?? 0))
  await insertSettled(trx, cast, steps, settled)
  await insertArriving(trx, cast, steps, arriving)
  await insertBuddies(trx, cast, arriving, settled)
  await insertCalls(trx, cast, arriving)
  await insertDraft(trx, cast, arriving)
}

async function insertSettled(
  trx: Trx,
  cast: Cast,
  steps: DemoStep[],
  people: DemoAmbassador[],
): Promise<void> {
  const draw = cast.draw('journeys walked')
  await insertRows(
    trx,
    'journey_courses',
    people.map((one) => ({
      ambassador_id: one.id,
      begun_at: one.onboardingSince,
      completed_at: one.activeSince,
      by_mail: one.person.email !== null && draw.chance(0.2),
    })),
  )
  const learn = steps.find((step) => step.kind === 'learn')
  const rows = people.flatMap((one) => {
    const from = one.onboardingSince?.getTime() ?? 0
    const until = one.activeSince?.getTime() ?? 0
    return steps
      .filter((step) => step.compulsory || draw.chance(0.6))
      .map((step, at, list): Row => ({
        ambassador_id: one.id,
        step_id: step.id,
        done_at: atWork(cast, from + ((until - from) * (at + 1)) / list.length, at),
      }))
  })
  await insertRows(trx, 'journey_progress', rows)
  if (learn)
    await insertRows(
      trx,
      'quiz_tries',
      people.map((one) => tried(cast, one, learn, one.activeSince ?? cast.now)),
    )
}

/** Nobody takes a step of it at night, nor in the future. */
function atWork(cast: Cast, at: number, index: number): Date {
  const day = new Date(at)
  day.setUTCHours(8 + ((index * 3) % 8), (index * 17) % 60)
  return new Date(Math.min(day.getTime(), cast.now.getTime() - HOUR_MS))
}

const tried = (cast: Cast, one: DemoAmbassador, learn: DemoStep, at: Date): Row => ({
  ambassador_id: one.id,
  step_id: learn.id,
  id: uuid7(`${cast.seed}/quiz/${one.person.staffNumber}`, at),
  answers: {},
  passed: true,
  at,
})

/** The one who came first has not begun: they stall. The others each stand one step further, and never at the end. */
async function insertArriving(
  trx: Trx,
  cast: Cast,
  steps: DemoStep[],
  people: DemoAmbassador[],
): Promise<void> {
  const walked = steps.filter((step) => step.compulsory && step.with !== 'founding')
  await insertRows(
    trx,
    'journey_courses',
    people.map((one) => ({ ambassador_id: one.id, begun_at: one.onboardingSince, by_mail: false })),
  )
  const tries: Row[] = []
  const rows = people.flatMap((one, index) => {
    const from = one.onboardingSince?.getTime() ?? 0
    const done = walked.slice(0, index % walked.length)
    const room = Math.max(HOUR_MS, cast.now.getTime() - 4 * HOUR_MS - from)
    return done.map((step, at): Row => {
      const doneAt = atWork(cast, from + (room * (at + 1)) / (walked.length + 1), at)
      if (step.kind === 'learn') tries.push(tried(cast, one, step, doneAt))
      return { ambassador_id: one.id, step_id: step.id, done_at: doneAt }
    })
  })
  await insertRows(trx, 'journey_progress', rows)
  await insertRows(trx, 'quiz_tries', tries)
}

/** Mehdi stands beside the first of them who writes; the others have somebody of their own site. */
async function insertBuddies(
  trx: Trx,
  cast: Cast,
  arriving: DemoAmbassador[],
  settled: DemoAmbassador[],
): Promise<void> {
  const active = settled.filter((one) => one.state === 'active')
  const writer = arriving.at(-1)
  const rows = arriving.slice(1).flatMap((one, index): Row[] => {
    const near = active.filter((other) => other.person.site === one.person.site && other.id !== one.id)
    const buddy =
      one === writer
        ? active.find((other) => other.person.slug === 'mehdi')
        : (near[index % Math.max(1, near.length)] ?? active[index % active.length])
    if (!buddy) return []
    return [
      {
        ambassador_id: one.id,
        buddy_id: buddy.id,
        named_by: cast.memberId(cast.bySlug('nadia')),
        named_at: new Date((one.onboardingSince ?? cast.now).getTime() + DAY_MS),
      },
    ]
  })
  await insertRows(trx, 'journey_buddies', rows)
}

const workingMoment = (cast: Cast, days: number, minutes: number): Date => {
  let day = addDays(cast.today, days)
  while (!isWorkingDay(day)) day = addDays(day, days < 0 ? -1 : 1)
  return parisInstant(day, minutes)
}

async function insertCalls(trx: Trx, cast: Cast, arriving: DemoAmbassador[]): Promise<void> {
  const thomas = cast.memberId(cast.bySlug('thomas'))
  const [, , next] = arriving
  const met = arriving.at(-1)
  const slot = (key: string, startsAt: Date, more: Row): Row => ({
    id: uuid7(`${cast.seed}/call/${key}`, cast.launched),
    programme_id: programmeId(cast),
    lead_id: thomas,
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + 20 * 60_000),
    place: callPlace,
    ambassador_id: null,
    booked_at: null,
    held_at: null,
    ...more,
  })
  const seen = new Set<number>()
  const ahead = callsOffered.flatMap(({ days, minutes, taken }): Row[] => {
    const startsAt = workingMoment(cast, days, minutes)
    // Two days that a week-end brings together: one time is enough.
    if (seen.has(startsAt.getTime())) return []
    seen.add(startsAt.getTime())
    const booked =
      taken && next ? { ambassador_id: next.id, booked_at: new Date(cast.now.getTime() - DAY_MS) } : {}
    return [slot(`${days}`, startsAt, booked)]
  })
  const heldAt = workingMoment(cast, -5, 15 * 60)
  const held = slot('held', heldAt, {
    ambassador_id: met?.id ?? null,
    booked_at: new Date(heldAt.getTime() - 3 * DAY_MS),
    held_at: new Date(heldAt.getTime() + HOUR_MS / 2),
  })
  await insertRows(trx, 'call_slots', met ? [...ahead, held] : ahead)
  if (met)
    await insertRows(
      trx,
      'call_notes',
      callNotes.map(({ by, text }, index) => ({
        id: uuid7(`${cast.seed}/call note/${index}`, heldAt),
        slot_id: held.id,
        author_id: by === 'lead' ? thomas : met.memberId,
        body: text,
        created_at: new Date(heldAt.getTime() + HOUR_MS + index * 60_000),
      })),
    )
}

async function insertDraft(trx: Trx, cast: Cast, arriving: DemoAmbassador[]): Promise<void> {
  const writer = arriving.at(-1)
  if (!writer) return
  const at = new Date(cast.now.getTime() - 5 * HOUR_MS)
  const id = uuid7(`${cast.seed}/first draft`, at)
  await insertRows(trx, 'first_drafts', [
    {
      id,
      ambassador_id: writer.id,
      theme: draftInProgress.theme,
      title: '',
      body: draftInProgress.body,
      frame: draftInProgress.frame,
      shared_at: at,
      updated_at: at,
    },
  ])
  const mehdi = cast.memberId(cast.bySlug('mehdi'))
  await insertRows(
    trx,
    'draft_words',
    draftInProgress.words.map((body, index) => ({
      id: uuid7(`${cast.seed}/draft word/${index}`, at),
      draft_id: id,
      author_id: mehdi,
      body,
      at: new Date(at.getTime() + HOUR_MS),
    })),
  )
}
