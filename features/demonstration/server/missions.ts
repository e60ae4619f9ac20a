import { EVERYBODY, ruleOf } from '#features/missions/rules/profile.ts'
import type { Trx } from '#platform/server/db.ts'
import {
  campaigns,
  type DemoMission,
  type DemoRelay,
  type DemoTest,
  missions,
  relays,
} from '../content/missions.ts'
import { said } from '../rules/bodies.ts'
import type { Random } from '../rules/random.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { ambassadors, type DemoAmbassador, programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000
const MINUTE = 60_000

const daysAgo = (cast: Cast, days: number) => new Date(cast.now.getTime() - days * DAY_MS - 95 * MINUTE)
const idOf = (cast: Cast, what: string, key: string, at: Date) => uuid7(`${cast.seed}/${what}/${key}`, at)
const missionIdOf = (cast: Cast, { key, openedDaysAgo }: Pick<DemoMission, 'key' | 'openedDaysAgo'>) =>
  idOf(cast, 'mission', key, daysAgo(cast, openedDaysAgo))

type Told = Omit<DemoMission, 'brought'>

function missionRow(cast: Cast, one: Told): Row {
  const opened = daysAgo(cast, one.openedDaysAgo)
  const ended = one.state === 'closed' || one.state === 'cancelled'
  const day = (days: number) => addDays(cast.today, days)
  return {
    id: missionIdOf(cast, one),
    programme_id: programmeId(cast),
    kind: one.kind,
    title: one.title,
    brief: said(one.brief),
    returns: one.returns,
    minutes: one.minutes,
    due_on: one.dueInDays === null ? null : day(one.dueInDays),
    quota: one.quota,
    rule: ruleOf({ ...EVERYBODY, sites: one.sites }),
    likes: one.likes,
    state: one.state,
    why: one.why,
    created_by: cast.memberId(cast.bySlug('nadia')),
    created_at: opened,
    opened_at: one.state === 'draft' ? null : opened,
    ended_at: ended ? daysAgo(cast, Math.max(1, -(one.dueInDays ?? -5))) : null,
  }
}

/** Those who take it: by name, or whoever fits and is not there yet. */
class Takers {
  readonly #taken = new Set<string>()
  readonly #others: DemoAmbassador[]
  readonly #all: DemoAmbassador[]

  constructor(cast: Cast, draw: Random, sites: string[]) {
    this.#all = ambassadors(cast)
    const fit = this.#all.filter(
      ({ state, person }) =>
        state === 'active' && !person.slug && (sites.length === 0 || sites.includes(person.siteName)),
    )
    this.#others = draw.shuffle(fit)
  }

  take(slug: string | null): string {
    const found = slug
      ? this.#all.find(({ person }) => person.slug === slug)
      : this.#others.find(({ memberId }) => !this.#taken.has(memberId))
    if (!found) throw new RangeError(`nobody for the mission: ${slug ?? 'one of the others'}`)
    this.#taken.add(found.memberId)
    return found.memberId
  }
}

interface Parts {
  missions: Row[]
  takings: Row[]
  steps: Row[]
  team: Row[]
  answers: Row[]
  decisions: Row[]
  publications: Row[]
  kits: Row[]
  relays: Row[]
}

const takingRow = (
  cast: Cast,
  missionId: string,
  memberId: string,
  facts: {
    takenDaysAgo: number
    returnedDaysAgo?: number | null
    words?: string
    named?: boolean
    thanks?: string
  },
): Row => {
  const taken = daysAgo(cast, facts.takenDaysAgo)
  const returned = facts.returnedDaysAgo == null ? null : daysAgo(cast, facts.returnedDaysAgo)
  return {
    id: idOf(cast, 'taking', `${missionId}/${memberId}`, taken),
    mission_id: missionId,
    member_id: memberId,
    taken_at: taken,
    returned_at: returned,
    returned_words: facts.words ?? '',
    returned_link: '',
    named: facts.named ?? false,
    thanked_at: facts.thanks && returned ? new Date(returned.getTime() + 20 * 60 * MINUTE) : null,
    thanked_by: facts.thanks ? cast.memberId(cast.bySlug('nadia')) : null,
    thanks_words: facts.thanks ?? '',
  }
}

/** Sixteen missions in every state: written, hosted, welcomed, relayed, tested. */
export async function insertMissions(trx: Trx, cast: Cast): Promise<void> {
  const parts: Parts = {
    missions: [],
    takings: [],
    steps: [],
    team: [],
    answers: [],
    decisions: [],
    publications: [],
    kits: [],
    relays: [],
  }
  for (const one of missions) addMission(cast, one, parts)
  for (const one of relays) addRelay(cast, one, parts)
  for (const one of campaigns) addTest(cast, one, parts)
  await insertRows(trx, 'missions', parts.missions)
  await insertRows(trx, 'mission_takings', parts.takings)
  await insertRows(trx, 'test_steps', parts.steps)
  await insertRows(trx, 'test_team', parts.team)
  await insertRows(trx, 'test_answers', parts.answers)
  await insertRows(trx, 'test_decisions', parts.decisions)
  await insertRows(trx, 'test_publications', parts.publications)
  await insertRows(trx, 'relay_kits', parts.kits)
  await insertRows(trx, 'relays', parts.relays)
}

function addMission(cast: Cast, one: DemoMission, parts: Parts): void {
  const missionId = missionIdOf(cast, one)
  const takers = new Takers(cast, cast.draw(`mission/${one.key}`), one.sites)
  parts.missions.push(missionRow(cast, one))
  for (const { slug, ...facts } of one.brought)
    parts.takings.push(takingRow(cast, missionId, takers.take(slug), facts))
}

function addRelay(cast: Cast, one: DemoRelay, parts: Parts): void {
  const missionId = missionIdOf(cast, one)
  const draw = cast.draw(`mission/${one.key}`)
  const takers = new Takers(cast, draw, one.sites)
  parts.missions.push(missionRow(cast, one))
  parts.kits.push({
    mission_id: missionId,
    ten_seconds: one.tenSeconds,
    one_minute: one.oneMinute,
    five_minutes: one.fiveMinutes,
    question: one.question,
    visual_file_id: visualId(cast, one),
    visual_alt: one.visual.alt,
  })
  const last = Math.max(1, -(one.dueInDays ?? 0))
  const others = Array.from({ length: one.others }, () => ({
    slug: null,
    people: draw.int(4, 16),
    answer: '',
    daysAgo: draw.int(last, Math.max(last, one.openedDaysAgo - 1)),
  }))
  for (const { slug, people, answer, daysAgo: days } of [...one.said, ...others]) {
    const taking = takingRow(cast, missionId, takers.take(slug), {
      takenDaysAgo: days,
      returnedDaysAgo: days,
    })
    const at = daysAgo(cast, days)
    parts.takings.push(taking)
    parts.relays.push({
      id: idOf(cast, 'relay', String(taking.id), at),
      taking_id: taking.id,
      people,
      answer,
      relayed_at: at,
    })
  }
}

function addTest(cast: Cast, one: DemoTest, parts: Parts): void {
  const missionId = missionIdOf(cast, one)
  const opened = daysAgo(cast, one.openedDaysAgo)
  const takers = new Takers(cast, cast.draw(`mission/${one.key}`), one.sites)
  const steps = one.steps.map((step) => ({
    ...step,
    id: idOf(cast, 'step', `${one.key}/${step.key}`, opened),
  }))
  parts.missions.push(missionRow(cast, one))
  steps.forEach(({ id, title, lookAt }, position) =>
    parts.steps.push({ id, mission_id: missionId, position, title, look_at: lookAt }),
  )
  for (const slug of one.team)
    parts.team.push({ mission_id: missionId, member_id: cast.memberId(cast.bySlug(slug)), named_at: opened })
  one.runs.forEach((run, at) => {
    const { last: words = '', ...facts } = run
    const taking = takingRow(cast, missionId, takers.take(run.slug), { ...facts, words })
    parts.takings.push(taking)
    run.answers.forEach((answer, index) => {
      const step = steps[index]
      if (!answer || !step) return
      const [verdict, spoken = '', picture] = answer
      parts.answers.push({
        taking_id: taking.id,
        step_id: step.id,
        verdict,
        words: spoken,
        file_ids: picture ? [shotId(cast, one, at, index)] : [],
        answered_at: taking.returned_at ?? taking.taken_at,
      })
    })
  })
  if (!one.decision) return
  const published = daysAgo(cast, one.decision.daysAgo)
  one.decision.points.forEach((point, position) =>
    parts.decisions.push({
      id: idOf(cast, 'decision', `${one.key}/${position}`, published),
      mission_id: missionId,
      position,
      ...point,
    }),
  )
  parts.publications.push({
    mission_id: missionId,
    words: one.decision.words,
    published_at: published,
    published_by: cast.memberId(cast.bySlug('thomas')),
  })
}

const visualId = (cast: Cast, one: DemoRelay) =>
  idOf(cast, 'visual', one.key, daysAgo(cast, one.openedDaysAgo))
const shotId = (cast: Cast, one: DemoTest, run: number, step: number) =>
  idOf(cast, 'screenshot', `${one.key}/${run}/${step}`, daysAgo(cast, one.openedDaysAgo))

/** The visuals of the kits, seen by the community; the screenshots of the testers, kept for the team. */
export function missionPictures(cast: Cast) {
  const nadia = cast.memberId(cast.bySlug('nadia'))
  const visuals = relays.map((one) => ({
    id: visualId(cast, one),
    drawing: one.visual.file,
    name: one.visual.file.replace('.svg', '.webp'),
    use: 'content' as const,
    space: 'tempo' as const,
    ownerId: nadia,
    at: daysAgo(cast, one.openedDaysAgo),
  }))
  const shots = campaigns.flatMap((one) =>
    one.runs.flatMap((run, at) =>
      run.answers.flatMap((answer, index) => {
        const drawing = answer?.[2]
        if (!drawing || !run.slug) return []
        return [
          {
            id: shotId(cast, one, at, index),
            drawing,
            name: 'capture.webp',
            use: 'kept' as const,
            space: null,
            ownerId: cast.memberId(cast.bySlug(run.slug)),
            at: daysAgo(cast, run.takenDaysAgo),
          },
        ]
      }),
    ),
  )
  return [...visuals, ...shots]
}
