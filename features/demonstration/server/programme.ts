import type { AmbassadorState } from '#features/programme/contract.ts'
import { LIKES } from '#features/programme/rules/likes.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import type { Trx } from '#platform/server/db.ts'
import {
  around,
  CIRCLES,
  type CircleKey,
  circles,
  eclaireurs,
  handingOver,
  motives,
  pauses,
  welcomesOfTheLead,
} from '../content/programme.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, type Day, dayInParis, isWorkingDay, parisInstant } from '../rules/season.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000
const MINUTE = 60_000

export const programmeId = (cast: Cast): string => uuid7(`${cast.seed}/programme/eclaireurs`, cast.opened)
export const circleId = (cast: Cast, key: CircleKey): string =>
  uuid7(`${cast.seed}/circle/${key}`, cast.opened)

/** Somebody of the programme as the demonstration tells them: what other parts of the load start from. */
export interface DemoAmbassador {
  id: string
  memberId: string
  person: DemoPerson
  state: AmbassadorState
  circleKey: CircleKey | null
  likes: string[]
  /** When they offered themselves, or were named. */
  askedAt: Date
  onboardingSince: Date | null
  /** Since when the role is taken up; null before. */
  activeSince: Date | null
  /** When the present state began. */
  stateSince: Date
  pausedUntil: Day | null
}

interface Told extends DemoAmbassador {
  row: Row
  steps: Row[]
}

const told = new WeakMap<Cast, Told[]>()

/** Everybody with a record in the programme: the eighty who serve (in the order of the story), then those at the door and alumni. */
export function ambassadors(cast: Cast): DemoAmbassador[] {
  return tellAll(cast)
}

function tellAll(cast: Cast): Told[] {
  const known = told.get(cast)
  if (known) return known
  const all = [...theEighty(cast), ...thoseAround(cast)]
  told.set(cast, all)
  return all
}

/** A working morning some days ago, never before the person arrived. */
function workingTime(cast: Cast, daysAgo: number, minutes: number): Date {
  let day = addDays(cast.today, -Math.round(daysAgo))
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return parisInstant(day, minutes)
}

const after = (at: Date, days: number, cast: Cast) =>
  new Date(Math.min(at.getTime() + days * DAY_MS, cast.now.getTime() - 90 * MINUTE))

function circlesOf(cast: Cast): Map<DemoPerson, CircleKey> {
  const found = new Map<DemoPerson, CircleKey>()
  const eighty = cast.story.people.filter((person) => person.role === 'ambassador')
  for (const site of new Set(eighty.map((person) => person.site))) {
    const keys = circles.filter((circle) => circle.site === site).map((circle) => circle.key)
    // Trades stay together: in Cholet the lines on one side, settings and quality on the other.
    const here = eighty
      .filter((person) => person.site === site)
      .toSorted(
        (a, b) => a.department.localeCompare(b.department) || a.staffNumber.localeCompare(b.staffNumber),
      )
    const share = Math.ceil(here.length / keys.length)
    here.forEach((person, index) => {
      const key = keys[Math.floor(index / share)]
      if (key) found.set(person, key)
    })
  }
  return found
}

const ONBOARDING_ELSEWHERE = 2

function theEighty(cast: Cast): Told[] {
  const draw = cast.draw('ambassadors')
  const eighty = cast.story.people.filter((person) => person.role === 'ambassador')
  const inCircle = circlesOf(cast)
  const unnamed = draw.shuffle(eighty.filter((person) => !person.slug && person.site !== 'lieusaint'))
  const take = (slug: string | null): DemoPerson => {
    const person = slug ? cast.bySlug(slug) : unnamed.pop()
    if (!person) throw new RangeError('not enough ambassadors for the story')
    return person
  }
  const paused = new Map(pauses.map((pause) => [take(pause.slug), pause]))
  const leaving = new Map(handingOver.map((one) => [take(one.slug), one]))
  const fresh = new Set([
    ...eighty.filter((person) => person.site === 'lieusaint' && !person.slug),
    ...Array.from({ length: ONBOARDING_ELSEWHERE }, () => take(null)),
  ])
  const words = draw.shuffle(motives)
  let said = 0
  return eighty.map((person, index) => {
    const pilot =
      !fresh.has(person) && (person.slug !== null || draw.chance(0.6)) && person.site !== 'lieusaint'
    const state: AmbassadorState = fresh.has(person)
      ? 'onboarding'
      : paused.has(person)
        ? 'paused'
        : leaving.has(person)
          ? 'handing_over'
          : 'active'
    const days = fresh.has(person) ? draw.int(8, 24) : pilot ? draw.int(430, 520) : draw.int(62, 96)
    const askedAt = workingTime(cast, days, 560 + draw.int(0, 420))
    const agreedAt = after(askedAt, 1.1 + draw.next() * 3, cast)
    const activeAt = state === 'onboarding' ? null : after(agreedAt, 12 + draw.next() * 16, cast)
    const pause = paused.get(person)
    const leave = leaving.get(person)
    const turnedAt = pause || leave ? workingTime(cast, draw.int(6, 19), 640 + draw.int(0, 200)) : null
    const likes = draw.sample(LIKES, draw.int(2, 4))
    const voluntary = person.slug !== null || draw.chance(0.75)
    const namedBy = voluntary ? null : cast.memberId(cast.bySlug('nadia'))
    const why = pause?.why ?? leave?.why ?? ''
    return {
      ...recordOf(cast, {
        person,
        state,
        circleKey: inCircle.get(person) ?? null,
        likes,
        askedAt,
        onboardingSince: agreedAt,
        activeSince: activeAt,
        stateSince: turnedAt ?? activeAt ?? agreedAt,
        pausedUntil: pause ? addDays(cast.today, pause.days) : null,
        enteredBy: voluntary ? 'volunteering' : 'nomination',
        namedBy,
        words: words[said++ % words.length] ?? '',
        waitingSince: null,
        wall: null,
      }),
      steps: [
        ...(voluntary
          ? [step(cast, person, null, 'candidate', askedAt, 'own')]
          : [
              step(cast, person, null, 'nominated', askedAt, 'nadia'),
              step(cast, person, 'nominated', 'candidate', after(askedAt, 0.4, cast), 'own'),
            ]),
        step(
          cast,
          person,
          'candidate',
          'agreed',
          agreedAt,
          'thomas',
          welcomesOfTheLead[index % welcomesOfTheLead.length],
        ),
        step(cast, person, 'agreed', 'onboarding', new Date(agreedAt.getTime() + MINUTE), null),
        ...(activeAt ? [step(cast, person, 'onboarding', 'active', activeAt, null)] : []),
        ...(turnedAt ? [step(cast, person, 'active', state, turnedAt, leave ? 'own' : 'thomas', why)] : []),
      ],
    }
  })
}

interface Facts {
  person: DemoPerson
  state: AmbassadorState
  circleKey: CircleKey | null
  likes: string[]
  askedAt: Date
  onboardingSince: Date | null
  activeSince: Date | null
  stateSince: Date
  pausedUntil: Day | null
  enteredBy: 'volunteering' | 'nomination' | 'invitation'
  namedBy: string | null
  words: string
  waitingSince: Date | null
  wall: string | null
}

const ambassadorId = (cast: Cast, person: DemoPerson) =>
  uuid7(`${cast.seed}/ambassador/${person.staffNumber}`, cast.opened)

function recordOf(cast: Cast, facts: Facts): Omit<Told, 'steps'> {
  const { person, state, circleKey, likes, askedAt, onboardingSince, activeSince, stateSince, pausedUntil } =
    facts
  const id = ambassadorId(cast, person)
  const memberId = cast.memberId(person)
  return {
    id,
    memberId,
    person,
    state,
    circleKey,
    likes,
    askedAt,
    onboardingSince,
    activeSince,
    stateSince,
    pausedUntil,
    row: {
      id,
      programme_id: programmeId(cast),
      member_id: memberId,
      circle_id: circleKey && circleId(cast, circleKey),
      state,
      entered_by: facts.enteredBy,
      named_by: facts.namedBy,
      words: facts.words,
      likes,
      waiting_since: facts.waitingSince,
      onboarding_since: onboardingSince,
      active_since: activeSince,
      paused_until: pausedUntil,
      wall: facts.wall !== null,
      wall_words: facts.wall ?? '',
      created_at: askedAt,
    },
  }
}

function step(
  cast: Cast,
  person: DemoPerson,
  from: AmbassadorState | null,
  to: AmbassadorState,
  at: Date,
  by: string | null,
  why = '',
): Row {
  const byId = by === null ? null : cast.memberId(by === 'own' ? person : cast.bySlug(by))
  return { ambassador_id: ambassadorId(cast, person), from_state: from, to_state: to, at, by_id: byId, why }
}

/** Those at the door, those who wait for a seat, and those who have served. */
function thoseAround(cast: Cast): Told[] {
  const draw = cast.draw('around the ambassadors')
  const at = (daysAgo: number) => workingTime(cast, daysAgo, 600 + draw.int(0, 300))
  const none = {
    circleKey: null,
    onboardingSince: null,
    activeSince: null,
    pausedUntil: null,
    namedBy: null,
    waitingSince: null,
    wall: null,
    enteredBy: 'volunteering' as const,
  }
  const candidates = around.candidates.map(({ slug, words, likes, daysAgo }): Told => {
    const [person, asked] = [cast.bySlug(slug), at(daysAgo)]
    return {
      ...recordOf(cast, {
        ...none,
        person,
        state: 'candidate',
        words,
        likes: [...likes],
        askedAt: asked,
        stateSince: asked,
      }),
      steps: [step(cast, person, null, 'candidate', asked, 'own')],
    }
  })
  const nominated = around.nominated.map(({ slug, by, words, daysAgo }): Told => {
    const [person, named] = [cast.bySlug(slug), at(daysAgo)]
    return {
      ...recordOf(cast, {
        ...none,
        person,
        state: 'nominated',
        words,
        likes: [],
        askedAt: named,
        stateSince: named,
        enteredBy: 'nomination',
        namedBy: cast.memberId(cast.bySlug(by)),
      }),
      steps: [step(cast, person, null, 'nominated', named, by)],
    }
  })
  const waiting = around.waiting.map(({ slug, words, likes, daysAgo }): Told => {
    const [person, asked] = [cast.bySlug(slug), at(daysAgo)]
    const since = after(asked, 2.2, cast)
    return {
      ...recordOf(cast, {
        ...none,
        person,
        state: 'agreed',
        words,
        likes: [...likes],
        askedAt: asked,
        stateSince: since,
        waitingSince: since,
      }),
      steps: [
        step(cast, person, null, 'candidate', asked, 'own'),
        step(cast, person, 'candidate', 'agreed', since, 'thomas', 'C’est oui dès qu’une place se libère.'),
      ],
    }
  })
  const alumni = around.alumni.map(({ slug, why, wall, monthsAgo }): Told => {
    const person = cast.bySlug(slug)
    const left = at(monthsAgo * 30)
    const asked = at(monthsAgo * 30 + draw.int(250, 300))
    const [agreed, active] = [after(asked, 2, cast), after(asked, 19, cast)]
    return {
      ...recordOf(cast, {
        ...none,
        person,
        state: 'alumni',
        words: draw.pick(motives),
        likes: draw.sample(LIKES, 2),
        askedAt: asked,
        onboardingSince: agreed,
        activeSince: active,
        stateSince: left,
        wall,
      }),
      steps: [
        step(cast, person, null, 'candidate', asked, 'own'),
        step(cast, person, 'candidate', 'agreed', agreed, 'thomas', 'Bienvenue dans le pilote.'),
        step(cast, person, 'agreed', 'onboarding', new Date(agreed.getTime() + MINUTE), null),
        step(cast, person, 'onboarding', 'active', active, null),
        step(cast, person, 'active', 'alumni', left, 'thomas', why),
      ],
    }
  })
  const declined = around.declined.map(({ slug, byLead, why, daysAgo }): Told => {
    const [person, ended] = [cast.bySlug(slug), at(daysAgo)]
    const asked = new Date(ended.getTime() - 4 * DAY_MS)
    return {
      ...recordOf(cast, {
        ...none,
        person,
        state: 'declined',
        words: byLead ? draw.pick(motives) : '',
        likes: [],
        askedAt: asked,
        stateSince: ended,
        enteredBy: byLead ? 'volunteering' : 'nomination',
        namedBy: byLead ? null : cast.memberId(cast.bySlug('ines')),
      }),
      steps: byLead
        ? [
            step(cast, person, null, 'candidate', asked, 'own'),
            step(cast, person, 'candidate', 'declined', ended, 'thomas', why),
          ]
        : [
            step(cast, person, null, 'nominated', asked, 'ines'),
            step(cast, person, 'nominated', 'declined', ended, 'own'),
          ],
    }
  })
  return [...candidates, ...nominated, ...waiting, ...alumni, ...declined]
}

export async function insertProgramme(trx: Trx, cast: Cast): Promise<void> {
  const programme = programmeId(cast)
  await insertRows(trx, 'programmes', [
    {
      id: programme,
      space_id: cast.spaceId('tempo'),
      name: eclaireurs.name,
      mission: eclaireurs.mission,
      contributions_per_month: eclaireurs.contributionsPerMonth,
      hours_per_month: eclaireurs.hoursPerMonth,
      gatherings_per_year: eclaireurs.gatheringsPerYear,
      seats: eclaireurs.seats,
      by_volunteering: true,
      by_nomination: true,
      by_invitation: true,
      manager_agreement: true,
      peer_confirmation: true,
      lead_picture: false,
      state: 'open',
      starts_on: dayInParis(cast.opened),
      created_by: cast.memberId(cast.bySlug('thomas')),
      created_at: cast.opened,
    },
  ])
  await insertRows(trx, 'programme_keepers', [
    { programme_id: programme, member_id: cast.memberId(cast.bySlug('nadia')), named_at: cast.opened },
  ])
  await insertRows(
    trx,
    'circles',
    CIRCLES.map((key) => {
      const circle = circles.find((one) => one.key === key)
      return {
        id: circleId(cast, key),
        programme_id: programme,
        name: circle?.name ?? key,
        site: cast.story.people.find((person) => person.site === circle?.site)?.siteName ?? '',
        launched_at: circle?.met ? foundedAt(cast, key) : null,
        created_at: cast.opened,
      }
    }),
  )
  const all = tellAll(cast)
  await insertRows(
    trx,
    'ambassadors',
    all.map((one) => one.row),
  )
  await insertRows(
    trx,
    'ambassador_steps',
    all.flatMap((one) => one.steps),
  )
  await insertLeaves(trx, cast)
}

/** The day after which a circle is launched: each met in the weeks after the launch, the pilot's own ones before. */
export const foundedAt = (cast: Cast, key: CircleKey): Date => {
  const daysAgo = key === 'lignes' || key === 'castres' ? 455 : 46 - CIRCLES.indexOf(key) * 3
  return workingTime(cast, daysAgo, 14 * 60)
}

/** Some have told when they are away: the end of the year, or a few days that just passed. */
async function insertLeaves(trx: Trx, cast: Cast): Promise<void> {
  const draw = cast.draw('leaves of ambassadors')
  const active = tellAll(cast).filter((one) => isServing(one.state) && one.state !== 'onboarding')
  const year = Number(cast.today.slice(0, 4))
  const rows = active
    .filter(() => draw.chance(0.3))
    .map((one): Row => {
      const ahead = draw.chance(0.7)
      const starts = ahead
        ? cast.today < `${year}-12-18` && cast.today > `${year}-09-01`
          ? addDays(`${year}-12-18`, draw.int(0, 5))
          : addDays(cast.today, draw.int(10, 40))
        : addDays(cast.today, -draw.int(12, 30))
      return {
        id: uuid7(`${cast.seed}/leave/${one.person.staffNumber}`, one.stateSince),
        ambassador_id: one.id,
        starts_on: starts,
        ends_on: addDays(starts, draw.int(4, 13)),
        created_at: after(one.stateSince, 1, cast),
      }
    })
  await insertRows(trx, 'ambassador_leaves', rows)
}
