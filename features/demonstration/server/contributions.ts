import type { ContributionKind } from '#features/contributions/rules/kinds.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { done, outside, peerWords } from '../content/contributions.ts'
import { type Random, uuid7 } from '../rules/random.ts'
import { frenchSpacing } from '../rules/typography.ts'
import { addDays, type Day, isWorkingDay, monthOf, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { insertConversations, type Pace, type Told } from './conversations.ts'
import { ambassadors, type DemoAmbassador, programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const WINDOW = 28
const HISTORY = 546
const DAY_MS = 86_400_000

/** How somebody is getting on: so many each four weeks, the present ones first, then their habit. */
const PACES: Record<Pace, { now: number[]; habit: number }> = {
  thriving: { now: [6], habit: 3.4 },
  on_track: { now: [3], habit: 3 },
  fading: { now: [1], habit: 4.4 },
  silent: { now: [0, 0], habit: 3.2 },
}
const THRIVING = 9
const FADING = 8
const SILENT = 4

/** What the months leave of an ordinary one: January to December. */
const MONTHS = [0.8, 0.75, 1, 0.95, 0.7, 1, 0.8, 0.4, 0.8, 1, 1, 0.8]

/** What ambassadors did over eighteen months: what the posts say, and what happened elsewhere. */
export async function insertContributions(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(trx, 'follow_up_settings', [
    { programme_id: programmeId(cast), ledger_months: 18, proposal_months: 6 },
  ])
  await insertRows(trx, 'contribution_weights', [
    { programme_id: programmeId(cast), kind: 'welcome', weight: 0.5, counted: true },
    { programme_id: programmeId(cast), kind: 'turn', weight: 2, counted: true },
  ])
  await insertFromTalk(trx, cast)
  const real = await realDays(trx, cast)
  const all = paces(cast, real)
  const lines = all.flatMap((told) => linesOf(cast, told, real.get(told.one.id) ?? []))
  await insertRows(
    trx,
    'contributions',
    lines.map((line) => line.row),
  )
  await insertRows(
    trx,
    'declarations',
    lines.flatMap((line) => (line.declaration ? [line.declaration] : [])),
  )
  await insertConversations(trx, cast, all)
}

/** Posts, answers kept, practices taken up: as the listeners of Élan would have noted them. */
async function insertFromTalk(trx: Trx, cast: Cast): Promise<void> {
  const programme = programmeId(cast)
  const within = sql`join ambassadors a on a.programme_id = ${programme} and a.active_since is not null`
  const community = sql`(select s.id from spaces s where s.id = ${cast.spaceId('tempo')} or s.parent_id = ${cast.spaceId('tempo')})`
  const since = new Date(cast.now.getTime() - HISTORY * DAY_MS).toISOString()
  // Identifiers of what they come from, turned: a line has its own, the same at each load.
  const idOf = (kind: string, of: ReturnType<typeof sql>) =>
    sql`(substr(${of}::text, 1, 24) || substr(md5(${kind}::text || ${of}::text), 1, 12))::uuid`
  await trx.run(sql`
    insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id, noted_at)
    select ${idOf('post', sql`p.id`)}, a.id, 'post', p.published_at, 1, 'post', p.id, p.id, p.published_at
    from posts p ${within} and a.member_id = p.author_id
    where p.space_id in ${community} and p.withdrawn_at is null and p.published_at >= greatest(a.active_since, ${since}::timestamptz)
    union all
    select ${idOf('adoption', sql`p.id`)}, a.id, 'adoption', d.first, 1, 'post', p.id, p.id, d.first
    from posts p ${within} and a.member_id = p.author_id
    join lateral (select min(own.adopted_at) as first from adoptions own where own.post_id = p.id and own.member_id <> p.author_id) d on d.first is not null
    where p.space_id in ${community} and p.withdrawn_at is null and d.first >= greatest(a.active_since, ${since}::timestamptz)
    union all
    select ${idOf('answer', sql`p.id`)}, a.id, 'answer', c.created_at, 1, 'comment', c.id, p.id, c.created_at
    from posts p join comments c on c.id = p.accepted_comment_id ${within} and a.member_id = c.author_id
    where p.space_id in ${community} and c.author_id <> p.author_id and c.created_at >= greatest(a.active_since, ${since}::timestamptz)`)
}

async function realDays(trx: Trx, cast: Cast): Promise<Map<string, number[]>> {
  const rows = await trx.rows<{ id: string; at: string }>(sql`
    select c.ambassador_id as id, c.at from contributions c join ambassadors a on a.id = c.ambassador_id
    where a.programme_id = ${programmeId(cast)} order by c.id`)
  const days = new Map<string, number[]>()
  for (const { id, at } of rows) {
    const ago = Math.floor((cast.now.getTime() - Date.parse(at)) / DAY_MS)
    days.set(id, [...(days.get(id) ?? []), ago])
  }
  return days
}

/** Those who fade are old hands without a face, and with little said lately. */
function paces(cast: Cast, real: ReadonlyMap<string, number[]>): Told[] {
  const draw = cast.draw('paces of ambassadors')
  const followed = ambassadors(cast).filter((one) => one.activeSince !== null)
  const lately = (one: DemoAmbassador, days: number) =>
    (real.get(one.id) ?? []).filter((ago) => ago <= days).length
  const oldHands = draw.shuffle(
    followed.filter(
      (one) =>
        one.state === 'active' &&
        !one.person.slug &&
        cast.now.getTime() - (one.activeSince?.getTime() ?? 0) > 300 * DAY_MS,
    ),
  )
  const silent = new Set(oldHands.filter((one) => lately(one, 2 * WINDOW) === 0).slice(0, SILENT))
  const rest = oldHands.filter((one) => !silent.has(one))
  const fading = new Set(rest.filter((one) => lately(one, WINDOW) <= 1).slice(0, FADING))
  const thriving = new Set(rest.filter((one) => !fading.has(one)).slice(-THRIVING))
  const paceOf = (one: DemoAmbassador): Pace =>
    silent.has(one) ? 'silent' : fading.has(one) ? 'fading' : thriving.has(one) ? 'thriving' : 'on_track'
  return followed.map((one) => ({ one, pace: paceOf(one) }))
}

interface Line {
  row: Row
  declaration: Row | null
}

/** What the talk does not hold: tests, missions, answers of the field, and what was declared. */
function linesOf(cast: Cast, { one, pace }: Told, real: readonly number[]): Line[] {
  const draw = cast.draw(`contributions/${one.person.staffNumber}`)
  const stories = draw.shuffle(outside)
  const { now, habit } = PACES[pace]
  const until = one.state === 'active' || one.state === 'handing_over' ? cast.now : one.stateSince
  const lines: Line[] = []
  for (let window = 0; window * WINDOW < HISTORY; window++) {
    const first = addDays(cast.today, -WINDOW * (window + 1) + 1)
    const spoken = real.filter((ago) => Math.floor(ago / WINDOW) === window).length
    const wished =
      (now[window] ?? habit) * (now[window] === undefined ? (MONTHS[monthOf(first) - 1] ?? 1) : 1)
    const count = Math.round(wished + (now[window] === undefined ? draw.next() - 0.5 : 0)) - spoken
    for (let index = 0; index < count; index++) {
      const at = momentIn(draw, first)
      const inTime = one.activeSince && at > one.activeSince && at < until && at < cast.now
      if (inTime)
        lines.push(lineAt(cast, draw, one, at, stories[lines.length % stories.length], lines.length))
    }
  }
  return lines
}

/** Some hour of a working day of the four weeks. */
function momentIn(draw: Random, first: Day): Date {
  let day = addDays(first, draw.int(0, WINDOW - 1))
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return parisInstant(day, 500 + draw.int(0, 460))
}

const ELSEWHERE = ['test', 'mission', 'answer', 'test'] as const satisfies ContributionKind[]

function lineAt(
  cast: Cast,
  draw: Random,
  one: DemoAmbassador,
  at: Date,
  story: (typeof outside)[number] | undefined,
  index: number,
): Line {
  const declared = draw.chance(0.62)
  const id = uuid7(`${cast.seed}/contribution/${one.person.staffNumber}/${index}`, at)
  const kind = declared ? 'outside' : draw.pick(ELSEWHERE)
  const about = kind === 'outside' ? [] : done[kind]
  const row: Row = {
    id,
    ambassador_id: one.id,
    kind,
    at,
    weight: 1,
    source_kind: declared ? 'declaration' : kind,
    source_id: id,
    about_id: id,
    title: frenchSpacing(about[index % about.length] ?? ''),
    state: 'counted',
    noted_at: at,
  }
  return { row, declaration: declared && story ? declarationOf(cast, draw, one, at, id, story) : null }
}

function declarationOf(
  cast: Cast,
  draw: Random,
  one: DemoAmbassador,
  at: Date,
  id: string,
  story: (typeof outside)[number],
): Row {
  const near = ambassadors(cast).filter(
    (other) => other.circleKey === one.circleKey && other.id !== one.id && other.activeSince !== null,
  )
  const peer = near.length > 0 ? draw.pick(near) : null
  const answeredAt = new Date(
    Math.min(at.getTime() + draw.int(2, 50) * 3_600_000, cast.now.getTime() - 60_000),
  )
  return {
    contribution_id: id,
    what: story.what,
    words: story.words,
    people: story.people,
    peer_id: peer && peer.memberId,
    answered_at: peer && answeredAt,
    peer_words: peer ? draw.pick(peerWords) : '',
  }
}
