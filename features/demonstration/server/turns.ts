import { sql, type Trx } from '#platform/server/db.ts'
import { type DemoSaid, type DemoTurn, gaps, onDuty, turns } from '../content/turns.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, type Day, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Monday of this week. */
function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

const startOf = (cast: Cast, week: number): Day => addDays(mondayOf(cast.today), week * 7)
const accountId = (cast: Cast, network: DemoSaid['on']) =>
  uuid7(`${cast.seed}/account/${network}`, cast.launched)
const turnId = (cast: Cast, week: number) =>
  uuid7(`${cast.seed}/turn/${week}`, new Date(cast.now.getTime() - (90 - week) * DAY_MS))

/** The voice of Aubrelle: a page of LinkedIn in assisted mode, a Mastodon account to connect again, and who speaks each week. */
export async function insertTurns(trx: Trx, cast: Cast): Promise<void> {
  const [programme, spaceId] = [programmeId(cast), cast.spaceId('tempo')]
  const nadia = cast.memberId(cast.bySlug('nadia'))
  const account = { space_id: spaceId, member_id: null, connected_by: nadia, connected_at: cast.launched }
  await insertRows(trx, 'connections', [
    {
      id: accountId(cast, 'linkedin'),
      ...account,
      network: 'linkedin',
      mode: 'assisted',
      name: 'Aubrelle',
      account_url: '',
      server: '',
      external_id: '',
      tokens_sealed: null,
      state: 'open',
      reminded: [],
    },
    {
      id: accountId(cast, 'mastodon'),
      ...account,
      network: 'mastodon',
      mode: 'api',
      name: '@aubrelle@mastodon.example',
      account_url: '',
      server: 'https://mastodon.example',
      external_id: '1',
      // No real connection: there is nothing to open.
      tokens_sealed: '',
      state: 'expired',
      reminded: [],
    },
  ])
  await insertRows(trx, 'rosters', [
    {
      programme_id: programme,
      space_id: spaceId,
      days: 7,
      on_duty_id: cast.memberId(cast.bySlug(onDuty.slug)),
      on_duty_name: onDuty.name,
      on_duty_phone: onDuty.phone,
      on_duty_link: '',
      on_duty_hours: onDuty.hours,
      code: '',
      code_version: 1,
      made_at: cast.launched,
    },
  ])
  await insertRows(
    trx,
    'roster_accounts',
    (['linkedin', 'mastodon'] as const).map((network, position) => ({
      programme_id: programme,
      connection_id: accountId(cast, network),
      position,
    })),
  )
  await insertRows(trx, 'turns', [
    ...turns.map((turn) => turnRow(cast, turn)),
    ...gaps.map((week) => ({
      ...turnRow(cast, { week, slug: '', state: 'confirmed', said: [] }),
      state: 'open',
    })),
  ])
  const holders = [...new Set(turns.filter((turn) => turn.week <= 0).map((turn) => turn.slug))]
  await insertRows(
    trx,
    'turn_code_acceptances',
    holders.map((slug) => ({
      programme_id: programme,
      member_id: cast.memberId(cast.bySlug(slug)),
      version: 1,
      accepted_at: cast.launched,
    })),
  )
  await insertSaid(trx, cast)
  await insertSwap(trx, cast)
}

function turnRow(cast: Cast, turn: DemoTurn): Row {
  const startsOn = startOf(cast, turn.week)
  return {
    id: turnId(cast, turn.week),
    programme_id: programmeId(cast),
    starts_on: startsOn,
    ends_on: addDays(startsOn, 6),
    member_id: turn.slug ? cast.memberId(cast.bySlug(turn.slug)) : null,
    state: turn.state,
    passed_by: [],
    note: turn.note ?? '',
    words: turn.words ?? '',
    told_views: turn.told?.views ?? null,
    told_likes: turn.told?.likes ?? null,
    told_replies: turn.told?.replies ?? null,
    told_clicks: turn.told?.clicks ?? null,
    begun_told_at: turn.week <= 0 ? parisInstant(startsOn, 480) : null,
    closed_at: turn.week < 0 ? parisInstant(addDays(startsOn, 7), 480) : null,
    made_at: cast.launched,
  }
}

/** What was said; of this week, what its hour has come for. The rest waits to be published by hand. */
async function insertSaid(trx: Trx, cast: Cast): Promise<void> {
  const pictures = await trx.rows<{ id: string; name: string }>(sql`
    select distinct on (name) id, name from files where space_id = ${cast.spaceId('tempo')} and use = 'content' order by name, id`)
  const pictureOf = new Map(pictures.map((one) => [one.name, one.id]))
  const said = turns.flatMap((turn) =>
    turn.said.map((one, index) => {
      const at = parisInstant(addDays(startOf(cast, turn.week), one.day), one.minutes)
      const id = uuid7(`${cast.seed}/said/${turn.week}/${index}`, at)
      const past = at.getTime() < cast.now.getTime() - HOUR_MS
      const fileId = one.drawing ? (pictureOf.get(one.drawing) ?? null) : null
      return { turn, one, at, id, past, fileId, authorId: cast.memberId(cast.bySlug(turn.slug)) }
    }),
  )
  await insertRows(
    trx,
    'turn_posts',
    said.map(({ turn, one, at, id, past, fileId, authorId }) => {
      const assisted = one.on === 'linkedin'
      return {
        id,
        turn_id: turnId(cast, turn.week),
        connection_id: accountId(cast, one.on),
        author_id: authorId,
        mode: assisted ? 'assisted' : 'api',
        text: one.text,
        link: '',
        file_id: fileId,
        alt: fileId ? (one.alt ?? '') : '',
        planned_for: at,
        state: assisted && past ? 'published' : 'planned',
        url: assisted && past ? `https://www.linkedin.com/posts/aubrelle_${id.slice(-12)}` : '',
        published_at: assisted && past ? at : null,
        created_at: new Date(Math.min(at.getTime(), cast.now.getTime()) - HOUR_MS),
      }
    }),
  )
  await insertRows(
    trx,
    'publications',
    said
      .filter(({ one }) => one.on === 'mastodon')
      .map(({ one, at, id, authorId }) => ({
        id,
        connection_id: accountId(cast, 'mastodon'),
        author_id: authorId,
        text: one.text,
        link: '',
        link_title: '',
        link_description: '',
        alt: '',
        language: 'fr',
        publish_at: at,
        path: `/programmes/${programmeId(cast)}/prises-de-parole`,
        state: 'sent',
        tries: 1,
        problem_values: {},
        external_id: id.slice(-12),
        url: `https://mastodon.example/@aubrelle/${id.slice(-12)}`,
        sent_at: at,
        likes: one.figures?.likes ?? null,
        reposts: one.figures?.reposts ?? null,
        replies: one.figures?.replies ?? null,
        counted_at: new Date(cast.now.getTime() - HOUR_MS),
        created_at: new Date(at.getTime() - HOUR_MS),
      })),
  )
}

/** Sofia would rather speak later: she asks Mehdi. */
async function insertSwap(trx: Trx, cast: Cast): Promise<void> {
  const at = new Date(cast.now.getTime() - 20 * HOUR_MS)
  await insertRows(trx, 'turn_swaps', [
    {
      id: uuid7(`${cast.seed}/swap/sofia`, at),
      programme_id: programmeId(cast),
      turn_id: turnId(cast, 4),
      other_turn_id: turnId(cast, 7),
      asked_by: cast.memberId(cast.bySlug('sofia')),
      asked_to: cast.memberId(cast.bySlug('mehdi')),
      state: 'asked',
      asked_at: at,
    },
  ])
}
