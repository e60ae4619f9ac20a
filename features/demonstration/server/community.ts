import { STEPS } from '#features/communities/rules/steps.ts'
import { hashOf } from '#features/communities/server/commands/charters.ts'
import type { Trx } from '#platform/server/db.ts'
import { charter, objectives, stakeholders, tempo } from '../content/communities.ts'
import { fullName } from '../rules/bodies.ts'
import { launchDay } from '../rules/arrivals.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, type Day } from '../rules/season.ts'
import { charterChanges } from '../content/journeys.ts'
import { audienceId } from './audiences.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000
const A_QUARTER = 91

export async function insertCommunity(trx: Trx, cast: Cast): Promise<void> {
  const { spaceId, memberId, bySlug } = cast
  await insertRows(trx, 'communities', [
    {
      space_id: spaceId('tempo'),
      slug: tempo.key,
      stage: tempo.stage,
      kind: tempo.kind,
      vision: tempo.vision,
      value_proposition: tempo.valueProposition,
      audience_id: audienceId(cast, tempo.audience),
      entry: 'open',
      contributor_cap: tempo.contributorsCap,
      gathering_days: A_QUARTER,
      preview: {
        behind: tempo.preview.behindIt.map((slug) => memberId(bySlug(slug))),
        facts: ['members', 'groups', 'posts', 'practices'],
        showPosts: true,
      },
      preview_published: true,
      steps_done: STEPS,
      launched_on: launchDay(cast.today),
    },
  ])
  await insertRows(trx, 'objectives', objectivesOf(cast))
  await insertRows(
    trx,
    'stakeholders',
    stakeholders.map(({ role, person, expected }) => ({
      id: uuid7(`${cast.seed}/stakeholder/${role}`, cast.opened),
      space_id: spaceId('tempo'),
      part: role,
      member_id: memberId(bySlug(person)),
      expectation: expected,
    })),
  )
  await insertCharters(trx, cast)
  await insertRows(trx, 'welcomes', welcomesOf(cast))
}

/** Those that Élan measures by itself: a share of those invited, and a share of those who sit there. */
function objectivesOf(cast: Cast): Row[] {
  const seated = cast.story.seats.get('tempo')?.length ?? 1
  const share = {
    activated_of_invited: (target: number) => target / 100,
    authors: (target: number) => target / seated,
  }
  return objectives.flatMap((one) => {
    if (one.measure === 'questions_answered') return []
    return [
      {
        id: uuid7(`${cast.seed}/objective/${one.key}`, cast.launched),
        space_id: cast.spaceId('tempo'),
        measure: one.measure === 'authors' ? 'creators' : 'arrived',
        target: Math.round(share[one.measure](one.target) * 100) / 100,
        starts_on: dayFromToday(cast, one.startsInDays),
        deadline: dayFromToday(cast, one.dueInDays),
        created_at: cast.launched,
      },
    ]
  })
}

const dayFromToday = (cast: Cast, days: number): Day => addDays(cast.today, days)

const PILOT_TEXT_DAYS = 348

/**
 * The second version, in the pilot, says what ambassadors are asked: everybody signed anew. That of the launch changes
 * no meaning: former signatures hold until their year ends, and a few end soon.
 */
async function insertCharters(trx: Trx, cast: Cast): Promise<void> {
  const pilot = new Date(cast.now.getTime() - PILOT_TEXT_DAYS * DAY_MS)
  const { inShort, sections } = charter
  const versions = [
    { version: 1, body: charterText([], sections.slice(0, 5)), at: cast.opened, until: pilot },
    {
      version: 2,
      body: charterText([], sections),
      at: pilot,
      until: cast.launched,
      changes: charterChanges.pilot,
    },
    {
      version: 3,
      body: charterText(inShort, sections),
      at: cast.launched,
      until: cast.now,
      changes: charterChanges.launch,
    },
  ]
  for (const { version, body, at, until, changes = '' } of versions) {
    const id = uuid7(`${cast.seed}/charter/${version}`, at)
    await insertRows(trx, 'charters', [
      {
        id,
        space_id: cast.spaceId('tempo'),
        version,
        body,
        text_hash: hashOf(body),
        published_at: at,
        material: version < 3,
        changes,
      },
    ])
    await insertRows(trx, 'charter_signatures', signaturesOf(cast, id, version, at, until))
  }
}

const charterText = (inShort: readonly string[], sections: readonly { title: string; text: string }[]) =>
  [
    charter.title,
    ...(inShort.length > 0 ? [inShort.join('\n')] : []),
    ...sections.map(({ title, text }) => `${title}\n${text}`),
  ].join('\n\n')

/** Ambassadors have all signed; four of five of the others, within days of arriving or of the new version. Mehdi will renew his. */
function signaturesOf(cast: Cast, charterId: string, version: number, since: Date, until: Date): Row[] {
  const draw = cast.draw(`charter ${version}`)
  return (cast.story.seats.get('tempo') ?? []).flatMap(({ person, welcomed }) => {
    const arrived = cast.arrivedAt(person)
    const signs =
      (person.role === 'ambassador' || draw.chance(0.8)) && !(version === 3 && person.slug === 'mehdi')
    const from = Math.max(since.getTime(), arrived?.getTime() ?? Infinity)
    const at = new Date(from + draw.next() ** 2 * 6 * DAY_MS)
    if (!signs || !welcomed || at > until) return []
    return [
      {
        id: uuid7(`${cast.seed}/signature/${version}/${person.staffNumber}`, at),
        charter_id: charterId,
        member_id: cast.memberId(person),
        name: fullName(person),
        signed_at: at,
      },
    ]
  })
}

const KEPT_DAYS = 31

/** Everybody who arrived lately was greeted by the animator, but the newcomers of yesterday: they wait for the day's first gesture. */
function welcomesOf(cast: Cast): Row[] {
  const nadia = cast.memberId(cast.bySlug('nadia'))
  return (cast.story.seats.get('tempo') ?? []).flatMap(({ person, welcomed }) => {
    const arrived = cast.arrivedAt(person)
    if (!welcomed || !arrived || cast.now.getTime() - arrived.getTime() > KEPT_DAYS * DAY_MS) return []
    const at = new Date(Math.min(arrived.getTime() + DAY_MS / 2, cast.now.getTime()))
    return [{ space_id: cast.spaceId('tempo'), member_id: cast.memberId(person), welcomed_by: nadia, at }]
  })
}
