import { excerpt } from '#platform/contract/rich-text.ts'
import { proveActor } from '#platform/server/actor.ts'
import { join, sql, type Trx } from '#platform/server/db.ts'
import { addDays, type Day, mondayOf } from '#features/editorial/rules/days.ts'
import { instantOf } from '#features/editorial/rules/clock.ts'
import { LIMITS } from '#features/editorial/rules/limits.ts'
import { occurrences } from '#features/editorial/rules/recurrence.ts'
import { agendaFor } from '#features/editorial/server/queries/committees.ts'
import type { PostKind } from '#features/posts/contract.ts'
import {
  type DemoSlot,
  EMPTY_WEEK,
  lastCommittee,
  mix,
  nextCommittee,
  series,
  slots,
  themes,
} from '../content/editorial.ts'
import { said } from '../rules/bodies.ts'
import { uuid7 } from '../rules/random.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

const ZONE = 'Europe/Paris'
const BACK_WEEKS = 9
/** Posts of one place in this many days at most become slots of the past: a calendar, not a list of everything said. */
const EVERY_DAYS = 3
const DAY_MS = 86_400_000

/** The calendar two months back and ahead, in every state; a week left empty; a committee held and one to come. */
export async function insertEditorial(trx: Trx, cast: Cast): Promise<void> {
  await insertSettings(trx, cast)
  await insertSeries(trx, cast)
  await insertPast(trx, cast)
  await insertAhead(trx, cast)
  await insertCommittees(trx, cast)
}

const idOf = (cast: Cast, name: string) => uuid7(`${cast.seed}/editorial/${name}`, cast.opened)
const memberOf = (cast: Cast, slug: string | null) => slug && cast.memberId(cast.bySlug(slug))

async function insertSettings(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(
    trx,
    'editorial_themes',
    themes.map(({ key, name, tone }) => ({
      id: idOf(cast, `theme/${key}`),
      space_id: cast.spaceId('tempo'),
      name,
      tone,
      created_at: cast.opened,
    })),
  )
  await insertRows(trx, 'editorial_settings', [{ space_id: cast.spaceId('tempo'), cadence: 3, mix }])
}

/** The row of a slot: all parts of the load name the same columns. */
function slotRow(cast: Cast, name: string, facts: Row & { day: Day | null; minutes: number | null }): Row {
  const id = idOf(cast, `slot/${name}`)
  return {
    id,
    space_id: cast.spaceId('tempo'),
    place_id: cast.spaceId('tempo'),
    kind: 'post',
    channel: 'feed',
    post_kind: 'message',
    theme_id: null,
    title: '',
    brief: '',
    state: 'idea',
    at: facts.day && instantOf(facts.day, facts.minutes ?? 540, ZONE),
    owner_id: null,
    series_id: null,
    occurrence_on: null,
    content: {},
    edition: 0,
    written_by: null,
    written_at: null,
    post_id: idOf(cast, `post/${name}`),
    published_at: null,
    created_at: cast.opened,
    ...facts,
  }
}

async function insertSeries(trx: Trx, cast: Cast): Promise<void> {
  const monday = mondayOf(cast.today)
  const startsOn = addDays(monday, -7 * BACK_WEEKS)
  const until = addDays(cast.today, LIMITS.laidAhead)
  const [emptyFrom, emptyTo] = [addDays(monday, 7 * EMPTY_WEEK), addDays(monday, 7 * EMPTY_WEEK + 6)]
  const shape = (one: (typeof series)[number]) => ({
    title: one.title,
    brief: one.brief,
    kind: one.kind,
    channel: one.channel,
    post_kind: one.postKind,
    theme_id: idOf(cast, `theme/${one.theme}`),
    owner_id: memberOf(cast, one.owner),
  })
  await insertRows(
    trx,
    'editorial_series',
    series.map((one) => ({
      id: idOf(cast, `series/${one.key}`),
      space_id: cast.spaceId('tempo'),
      place_id: cast.spaceId('tempo'),
      ...shape(one),
      every: one.every,
      weekday: one.weekday,
      nth: one.nth,
      minutes: one.minutes,
      starts_on: startsOn,
      laid_until: until,
    })),
  )
  const rows = series.flatMap((one) =>
    occurrences({ ...one, startsOn, endsOn: null }, addDays(cast.today, 1), until).map((day) =>
      slotRow(cast, `${one.key}/${day}`, {
        ...shape(one),
        day,
        minutes: one.minutes,
        series_id: idOf(cast, `series/${one.key}`),
        occurrence_on: day,
        state: day >= emptyFrom && day <= emptyTo ? 'dropped' : 'idea',
      }),
    ),
  )
  await insertRows(trx, 'editorial_slots', rows)
}

interface Said {
  id: string
  title: string
  kind: PostKind
  authorId: string
  spaceId: string
  day: Day
  minutes: number
  publishedAt: string
}

/** What was really published, seen back as the slots it came from. */
async function insertPast(trx: Trx, cast: Cast): Promise<void> {
  const from = new Date(cast.now.getTime() - 7 * BACK_WEEKS * DAY_MS)
  const places = (['tempo', 'cholet', 'nantes', 'reglages', 'chantier'] as const).map((key) =>
    cast.spaceId(key),
  )
  const rows = await trx.rows<Said>(sql`
    select p.id, p.kind, p.author_id as "authorId", p.space_id as "spaceId", p.published_at as "publishedAt",
      left(coalesce(nullif(p.title, ''), p.body_text), 300) as title, (p.published_at at time zone ${ZONE})::date as day,
      (extract(hour from p.published_at at time zone ${ZONE}) * 60 + extract(minute from p.published_at at time zone ${ZONE}))::int as minutes
    from posts p where p.space_id in (${join(places.map((id) => sql`${id}::uuid`))}) and p.published_at > ${from.toISOString()}
      and p.published_at < ${cast.now.toISOString()} and p.withdrawn_at is null and p.hidden_at is null and p.author_id is not null
      and exists (select 1 from seats s where s.space_id = ${cast.spaceId('tempo')} and s.member_id = p.author_id)
    and extract(isodow from p.published_at at time zone ${ZONE}) < 6
      and extract(hour from p.published_at at time zone ${ZONE}) between 6 and 20
    order by p.published_at, p.id`)
  const taken = new Set<string>()
  const chosen = rows.filter((post) => {
    const key = `${Math.floor(Date.parse(post.day) / (EVERY_DAYS * DAY_MS))}`
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
  const themeOf: Partial<Record<PostKind, string>> = { practice: 'gestes', question: 'gestes', kudos: 'gens' }
  await insertRows(
    trx,
    'editorial_slots',
    chosen.map((post) =>
      slotRow(cast, `past/${post.id}`, {
        place_id: post.spaceId,
        post_kind: post.kind,
        theme_id: idOf(cast, `theme/${themeOf[post.kind] ?? 'chantiers'}`),
        title: excerpt(post.title, 100),
        state: 'published',
        day: post.day,
        minutes: post.minutes,
        at: post.publishedAt,
        owner_id: post.authorId,
        post_id: post.id,
        published_at: post.publishedAt,
      }),
    ),
  )
}

const dayOf = (cast: Cast, { on }: DemoSlot): Day | null =>
  on && addDays(mondayOf(cast.today), on.week * 7 + on.weekday - 1)

async function insertAhead(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(
    trx,
    'editorial_slots',
    slots.map((slot) => {
      const owner = memberOf(cast, slot.owner)
      const body = slot.text ? said(slot.text) : null
      const practice =
        slot.postKind === 'practice'
          ? {
              concern: 'Trop de vernis, des coulures, deux ponçages.',
              gesture: 'Baisser la pression d’un demi-bar et croiser les passes.',
              gain: '',
            }
          : undefined
      return slotRow(cast, slot.key, {
        kind: slot.kind ?? 'post',
        channel: slot.channel ?? 'feed',
        post_kind: slot.postKind ?? 'message',
        theme_id: slot.theme ? idOf(cast, `theme/${slot.theme}`) : null,
        title: slot.title,
        brief: slot.brief ?? '',
        state: slot.state,
        day: dayOf(cast, slot),
        minutes: slot.on?.minutes ?? null,
        owner_id: owner,
        content: body
          ? {
              title: (slot.postKind ?? 'message') === 'message' ? '' : slot.title,
              body,
              ...(practice ? { practice } : {}),
            }
          : {},
        edition: body ? 1 : 0,
        written_by: body ? owner : null,
        written_at: body && new Date(cast.now.getTime() - DAY_MS),
      })
    }),
  )
  const due = slots.filter((slot) => slot.state === 'scheduled')
  for (const slot of due) {
    const id = idOf(cast, `slot/${slot.key}`)
    await trx.run(sql`select graphile_worker.add_job('publish-slot', json_build_object('slotId', ${id}::text),
      run_at := (select at from editorial_slots where id = ${id}), job_key := ${`slot ${id}`}, max_attempts := 12)`)
  }
  await insertRows(
    trx,
    'editorial_remarks',
    slots.flatMap((slot) =>
      (slot.remarks ?? []).map((remark, index) => ({
        id: idOf(cast, `remark/${slot.key}/${index}`),
        slot_id: idOf(cast, `slot/${slot.key}`),
        author_id: memberOf(cast, remark.by),
        text: remark.text,
        asks_id: memberOf(cast, remark.asks ?? null),
        at: new Date(cast.now.getTime() - (20 - index * 3) * 3_600_000),
      })),
    ),
  )
}

/** Once kits and turns are there: the share of the calendar opens a kit, its turn is that of the roster. */
export async function linkEditorial(trx: Trx, cast: Cast): Promise<void> {
  const spaceId = cast.spaceId('tempo')
  await trx.run(sql`
    update editorial_slots set kit_id = (
      select k.id from share_kits k join programmes g on g.id = k.programme_id
      where g.space_id = ${spaceId} and k.state = 'draft' order by k.id limit 1)
    where id = ${idOf(cast, 'slot/racontee')}`)
  await trx.run(sql`
    update editorial_slots e set turn_id = (
      select t.id from turns t join programmes g on g.id = t.programme_id
      where g.space_id = ${spaceId} and e.day between t.starts_on and t.ends_on order by t.id limit 1)
    where e.id = ${idOf(cast, 'slot/parole')}`)
}

async function insertCommittees(trx: Trx, cast: Cast): Promise<void> {
  const spaceId = cast.spaceId('tempo')
  const [last, next] = [idOf(cast, 'committee/last'), idOf(cast, 'committee/next')]
  const heldOn = workingDay(addDays(cast.today, -lastCommittee.daysAgo))
  await insertRows(trx, 'editorial_committees', [
    {
      id: last,
      space_id: spaceId,
      held_on: heldOn,
      minutes: 600,
      state: 'held',
      words: lastCommittee.words,
      created_by: memberOf(cast, 'nadia'),
      created_at: cast.opened,
    },
    {
      id: next,
      space_id: spaceId,
      held_on: workingDay(addDays(cast.today, nextCommittee.daysAhead)),
      minutes: 600,
      state: 'planned',
      words: '',
      created_by: memberOf(cast, 'nadia'),
      created_at: cast.now,
    },
  ])
  const members = (id: string, slugs: readonly string[]) =>
    slugs.map((slug) => ({ committee_id: id, member_id: memberOf(cast, slug) }))
  await insertRows(trx, 'editorial_committee_members', [
    ...members(last, lastCommittee.members),
    ...members(next, nextCommittee.members),
  ])
  await insertRows(
    trx,
    'editorial_decisions',
    lastCommittee.decisions.map((decision, index) => ({
      id: idOf(cast, `decision/${decision.key}`),
      committee_id: last,
      kind: decision.kind,
      text: decision.text,
      owner_id: memberOf(cast, decision.owner),
      due_on: decision.due === null ? null : addDays(cast.today, decision.due),
      slot_id: decision.kind === 'slot' ? idOf(cast, `slot/${decision.key}`) : null,
      done_at: decision.done ? new Date(cast.now.getTime() - 9 * DAY_MS) : null,
      at: new Date(Date.parse(`${heldOn}T09:30:00Z`) + index * 300_000),
    })),
  )
  const nadia = proveActor({
    id: memberOf(cast, 'nadia') ?? '',
    standing: 'animator',
    outside: false,
    language: 'fr',
    sessionId: null,
  })
  const agenda = await agendaFor(trx, nadia, spaceId, last, heldOn)
  await trx.run(
    sql`update editorial_committees set agenda = ${JSON.stringify(agenda)}::jsonb where id = ${last}`,
  )
}

/** Nobody meets on a Saturday. */
const workingDay = (day: Day): Day => {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 ? addDays(day, 1) : weekday === 6 ? addDays(day, 2) : day
}
