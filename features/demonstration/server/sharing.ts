import { isServing } from '#features/programme/rules/lifecycle.ts'
import { NETWORKS, type Network } from '#features/sharing/rules/networks.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { ownAccount, ownWords } from '../content/own-accounts.ts'
import { type DemoKit, habits, kits, rates } from '../content/sharing.ts'
import { random, uuid7 } from '../rules/random.ts'
import { activityWeight, addDays, type Day, dayInParis, isWorkingDay, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { saidAt } from './own-accounts.ts'
import { ambassadors, type DemoAmbassador, programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

/** Share kits of the Éclaireurs, those who share (each for themselves), and weeks of clicks without anybody behind. */
export async function insertSharing(trx: Trx, cast: Cast): Promise<void> {
  const programme = programmeId(cast)
  await insertRows(trx, 'share_settings', [{ programme_id: programme, per_day: 1, per_week: 3 }])
  await insertRows(
    trx,
    'share_rates',
    rates.map((rate) => ({ programme_id: programme, ...rate })),
  )
  await insertRows(
    trx,
    'share_kits',
    kits.map((kit) => kitRow(cast, kit)),
  )
  const told = tell(cast)
  await insertRows(trx, 'share_variants', variantRows(cast, told))
  await insertRows(trx, 'share_visuals', await visualRows(trx, cast))
  const out = kits.filter((kit) => kit.state !== 'draft')
  await insertRows(
    trx,
    'share_links',
    out.flatMap((kit) =>
      NETWORKS.map((network) => ({ code: codeOf(cast, kit, network), kit_id: kitId(cast, kit), network })),
    ),
  )
  await insertRows(trx, 'share_choices', choiceRows(cast))
  await insertRows(
    trx,
    'shares',
    told.map(({ row }) => row),
  )
  await insertRows(trx, 'share_days', dayRows(cast, told))
  await insertRows(trx, 'click_days', clickRows(cast, out))
}

const kitId = (cast: Cast, kit: DemoKit) => uuid7(`${cast.seed}/kit/${kit.key}`, bornAt(cast, kit))
const publishedOn = (cast: Cast, kit: DemoKit): Day => addDays(cast.today, -kit.since)
const bornAt = (cast: Cast, kit: DemoKit) =>
  parisInstant(addDays(cast.today, -Math.max(kit.since, 2) - 1), 620)
/** The last day on which it was shared and clicked. */
const lastDay = (cast: Cast, { until }: DemoKit): Day => addDays(cast.today, Math.min(-1, until ?? -1))

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
function codeOf(cast: Cast, kit: DemoKit, network: Network): string {
  const draw = random(`${cast.seed}/short link/${kit.key}/${network}`)
  return Array.from({ length: 7 }, () => draw.pick([...SIGNS])).join('')
}

function kitRow(cast: Cast, kit: DemoKit): Row {
  const published = kit.state === 'draft' ? null : parisInstant(publishedOn(cast, kit), 600)
  return {
    id: kitId(cast, kit),
    programme_id: programmeId(cast),
    title: kit.title,
    url: kit.url,
    hashtags: kit.hashtags,
    reward: kit.reward,
    label: kit.label,
    starts_on: null,
    ends_on: kit.until === null ? null : addDays(cast.today, kit.until),
    state: kit.state,
    created_by: cast.memberId(cast.bySlug('nadia')),
    created_at: bornAt(cast, kit),
    published_at: published,
    ended_at: kit.state === 'ended' ? parisInstant(addDays(cast.today, kit.until ?? -1), 1020) : null,
  }
}

interface Told {
  kit: DemoKit
  network: Network
  memberId: string
  day: Day
  row: Row
}

interface Sharer {
  one: DemoAmbassador
  networks: Network[]
}

/** Those who chose to share; the account of the ambassador whom everybody may try is one of them. */
function sharers(cast: Cast): Sharer[] {
  const draw = cast.draw('sharers')
  const serving = ambassadors(cast).filter((one) => isServing(one.state) && one.activeSince)
  return serving.flatMap((one) => {
    const networks = [...new Set([draw.weighted(habits), draw.weighted(habits)])]
    if (one.person.slug === 'mehdi') return [{ one, networks: ['linkedin', 'bluesky'] as Network[] }]
    return draw.chance(0.55) ? [{ one, networks }] : []
  })
}

const choiceRows = (cast: Cast): Row[] =>
  sharers(cast).flatMap(({ one, networks }) =>
    networks.map((network) => ({
      programme_id: programmeId(cast),
      member_id: one.memberId,
      network,
      instance: network === 'mastodon' ? 'piaille.fr' : '',
      since: one.activeSince,
    })),
  )

/** A kit is shared in its first two weeks, on working days, by about half of those who share. */
function tell(cast: Cast): Told[] {
  const draw = cast.draw('shares')
  const all: Told[] = []
  for (const kit of kits.filter(({ state }) => state !== 'draft'))
    for (const { one, networks } of sharers(cast)) {
      const own = one.person.slug === ownAccount.slug
      /** Published with his own account, of late. */
      const published = own ? ownWords.find((words) => words.kit === kit.key) : undefined
      if (!draw.chance(own ? 0.75 : 0.6) && !published) continue
      const network = published ? ownAccount.network : draw.pick(networks)
      let day = addDays(publishedOn(cast, kit), draw.int(0, 12))
      while (!isWorkingDay(day)) day = addDays(day, 1)
      if (published) day = dayInParis(saidAt(cast, published))
      const since = one.activeSince ? dayInParis(one.activeSince) : cast.today
      if (day > lastDay(cast, kit) || day <= since) continue
      const at = published ? saidAt(cast, published) : parisInstant(day, draw.int(560, 1080))
      const row = {
        id: uuid7(`${cast.seed}/share/${kit.key}/${one.person.staffNumber}`, at),
        kit_id: kitId(cast, kit),
        member_id: one.memberId,
        network,
        counted: false,
        shared_at: at,
      }
      all.push({ kit, network, memberId: one.memberId, day, row })
    }
  return all
}

/** As the product counts them: by day, each person once for the kit. */
function dayRows(cast: Cast, told: readonly Told[]): Row[] {
  const rows = new Map<
    string,
    { kit_id: string; network: string; day: Day; shares: number; people: number }
  >()
  for (const { kit, network, day } of told)
    for (const where of [network, 'all']) {
      const key = `${kit.key} ${where} ${day}`
      const row = rows.get(key) ?? { kit_id: kitId(cast, kit), network: where, day, shares: 0, people: 0 }
      rows.set(key, { ...row, shares: row.shares + 1, people: row.people + 1 })
    }
  return [...rows.values()]
}

function variantRows(cast: Cast, told: readonly Told[]): Row[] {
  return kits.flatMap((kit) => {
    const shared = told.filter((one) => one.kit === kit).length
    return kit.texts.map((text, position) => ({
      id: uuid7(`${cast.seed}/variant/${kit.key}/${position}`, bornAt(cast, kit)),
      kit_id: kitId(cast, kit),
      ...text,
      position,
      offered: Math.floor((shared + kit.texts.length - position) / kit.texts.length),
    }))
  })
}

/** Photos that Tempo already shows. */
async function visualRows(db: Db, cast: Cast): Promise<Row[]> {
  const photos = await db.rows<{ id: string; alt: string }>(sql`
    select f.id, max(a.alt) as alt from attachments a join files f on f.id = a.file_id
    where f.space_id = ${cast.spaceId('tempo')} and f.media_type like 'image/%' and a.alt <> ''
    group by f.id order by f.id limit ${kits.length}`)
  return kits.flatMap((kit, index) => {
    const photo = photos[index]
    return photo ? [{ kit_id: kitId(cast, kit), file_id: photo.id, alt: photo.alt, position: 0 }] : []
  })
}

const PULL: readonly (readonly [Network, number])[] = [
  ['linkedin', 0.58],
  ['facebook', 0.2],
  ['whatsapp', 0.12],
  ['x', 0.04],
  ['bluesky', 0.03],
  ['mastodon', 0.03],
]

/** Strong in the first days, fainter after, weaker on days when people do something else. */
function clickRows(cast: Cast, out: readonly DemoKit[]): Row[] {
  const draw = cast.draw('clicks')
  const rows: Row[] = []
  for (const kit of out)
    for (let age = 0; age <= kit.since; age++) {
      const day = addDays(publishedOn(cast, kit), age)
      if (day > lastDay(cast, kit)) break
      const strength =
        kit.pull * (0.18 + Math.exp(-age / 11)) * (0.35 + 0.65 * Math.min(1, activityWeight(day)))
      for (const [network, share] of PULL) {
        const visitors = Math.round(strength * share * (0.55 + draw.next() * 0.9))
        if (visitors === 0) continue
        const clicks = visitors + Math.round(visitors * 0.3 * draw.next())
        rows.push({ code: codeOf(cast, kit, network), day, visitors, clicks })
      }
    }
  return rows
}
