import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { words } from '#platform/server/words.ts'
import type { OnDuty, PastTurn, Roster, Swap, Turn, Voice } from '../../contract.ts'
import { candidatesOf, gateOf } from '../gate.ts'
import {
  canShape,
  mayRaise,
  readsIncidents,
  type RosterPlace,
  rosterPlace,
  serves,
  takesPart,
} from '../policy.ts'
import { openIncident } from './incidents.ts'
import { isSent, postsWhere, resultOf, toVoice, voiceJson } from './posts.ts'
import { holdersAmong, turnsWhere } from './turns.ts'
import { allow } from '#platform/server/errors.ts'

interface Settings {
  name: string
  days: number
  code: string
  codeVersion: number
  onDuty: OnDuty
  accepted: boolean
}

export async function voicesOf(db: Db, programmeId: string): Promise<Voice[]> {
  const rows = await db.rows<{ voice: Parameters<typeof toVoice>[0] }>(sql`
    select ${voiceJson} as voice from roster_accounts ra join connections c on c.id = ra.connection_id and c.state <> 'closed'
    where ra.programme_id = ${programmeId} order by ra.position, c.id`)
  return rows.map(({ voice }) => toVoice(voice))
}

const settingsOf = (db: Db, actor: Actor, programmeId: string) =>
  db.row<Settings>(sql`
    select g.name, coalesce(r.days, 7) as days, coalesce(r.code, '') as code, coalesce(r.code_version, 1) as "codeVersion",
      jsonb_build_object('memberId', r.on_duty_id, 'name', coalesce(r.on_duty_name, ''), 'phone', coalesce(r.on_duty_phone, ''),
        'link', coalesce(r.on_duty_link, ''), 'hours', coalesce(r.on_duty_hours, '')) as "onDuty",
      exists (select 1 from turn_code_acceptances k where k.programme_id = g.id and k.member_id = ${actor.id}
        and k.version = coalesce(r.code_version, 1)) as accepted
    from programmes g left join rosters r on r.programme_id = g.id where g.id = ${programmeId}`)

/** Who to call, and how, is for those who may have to. */
const NOBODY: OnDuty = { memberId: null, name: '', phone: '', link: '', hours: '' }

const MOST_AHEAD = 60

export async function rosterOf(db: Db, actor: Actor, programmeId: string): Promise<Roster> {
  const place = await rosterPlace(db, actor, programmeId)
  const settings = await settingsOf(db, actor, programmeId)
  const turns = await turnsWhere(
    db,
    place,
    actor,
    sql`t.ends_on >= ${place.today} and t.starts_on < ${place.today}::date + 7 * ${MOST_AHEAD}`,
  )
  const now = turns.find((turn) => turn.when === 'now')
  const mine = turns.find((turn) => turn.mine)
  const gate = serves(place) ? await gateOf(db, place, actor.id) : { charter: false, training: false }
  return {
    programmeId,
    spaceId: place.spaceId,
    programmeName: settings?.name ?? '',
    timeZone: place.timeZone,
    today: place.today,
    days: settings?.days ?? 7,
    voices: await voicesOf(db, programmeId),
    turns,
    code: {
      text: settings?.code || words(actor.language)('turns.code.ours'),
      version: settings?.codeVersion ?? 1,
    },
    onDuty: takesPart(place) || place.onDuty ? (settings?.onDuty ?? NOBODY) : NOBODY,
    published: now
      ? await postsWhere(
          db,
          actor.language,
          sql`x.turn_id = ${now.id} and ${isSent}`,
          sql`"publishedAt" desc limit 10`,
        )
      : [],
    me: {
      serves: serves(place),
      ...gate,
      codeAccepted: settings?.accepted ?? false,
      turnId: mine?.id ?? null,
      holdsNow: place.holds !== null,
    },
    swaps: await swapsOf(db, actor, place),
    incident: await openIncident(db, place, actor),
    can: { shape: canShape(place), readIncidents: readsIncidents(place), raise: mayRaise(place) },
  }
}

interface SwapRow {
  id: string
  state: Swap['state']
  turnId: string
  otherId: string
  askedAt: string
  by: string
  to: string
}

/** Exchanges under way, between the two concerned; those who shape the roster see all. */
async function swapsOf(db: Db, actor: Actor, place: RosterPlace): Promise<Swap[]> {
  const rows = await db.rows<SwapRow>(sql`
    select id, state, turn_id as "turnId", other_turn_id as "otherId", asked_at as "askedAt", asked_by as by, asked_to as to
    from turn_swaps where programme_id = ${place.programmeId} and state = 'asked'
      and (${canShape(place)} or ${actor.id} in (asked_by, asked_to)) order by asked_at, id`)
  if (rows.length === 0) return []
  const ids = rows.flatMap((row) => [row.turnId, row.otherId])
  const turns = new Map(
    (await turnsWhere(db, place, actor, sql`t.id = any(${ids}::uuid[])`)).map((turn) => [turn.id, turn]),
  )
  return rows.flatMap((row) => {
    const [turn, other] = [turns.get(row.turnId), turns.get(row.otherId)]
    if (!turn || !other) return []
    const side = row.by === actor.id ? 'by_me' : row.to === actor.id ? 'to_me' : 'other'
    return [{ id: row.id, state: row.state, askedAt: row.askedAt, turn, other, side } as const]
  })
}

export async function candidateList(db: Db, actor: Actor, programmeId: string) {
  const place = await rosterPlace(db, actor, programmeId)
  allow(canShape(place), 'roster')
  const { candidates, serving } = await candidatesOf(db, place)
  return {
    items: await holdersAmong(
      db,
      candidates.map((one) => one.memberId),
    ),
    serving,
  }
}

export async function pastTurns(
  db: Db,
  actor: Actor,
  programmeId: string,
  query: { cursor?: string | undefined; limit?: number | undefined },
) {
  const place = await rosterPlace(db, actor, programmeId)
  const limit = query.limit ?? 6
  const from = readCursor(query.cursor, 1)
  const after = from ? sql`and t.starts_on < ${from[0]}::date` : sql``
  const rows = await turnsWhere(
    db,
    place,
    actor,
    sql`t.ends_on < ${place.today} and t.member_id is not null and t.state = 'confirmed' ${after}`,
    sql`t.starts_on desc limit ${limit + 1}`,
  )
  const page = pageOf(rows, limit, (turn) => writeCursor(turn.startsOn))
  const items: PastTurn[] = []
  for (const turn of page.items) {
    const { toldFigures: _typed, ...result } = await resultOf(db, turn.id)
    const posts = await postsWhere(
      db,
      actor.language,
      sql`x.turn_id = ${turn.id} and ${isSent}`,
      sql`"publishedAt" desc limit 3`,
    )
    items.push({ ...turn, result, posts })
  }
  return { items, next: page.next }
}

export async function myTurns(db: Db, actor: Actor, programmeId: string) {
  const place = await rosterPlace(db, actor, programmeId)
  const turns = await turnsWhere(
    db,
    place,
    actor,
    sql`t.ends_on >= ${place.today} and (t.member_id = ${actor.id} or t.starts_on <= ${place.today})`,
  )
  const speaking = turns.find((turn) => turn.when === 'now' && turn.state === 'confirmed')?.holder
  const own = turns.filter((turn) => turn.mine)
  const first = (when: Turn['when']) =>
    own.find((turn) => turn.when === when && turn.state === 'confirmed') ?? null
  const asked = await db.row<{ count: number }>(sql`
    select count(*)::int as count from turn_swaps where programme_id = ${programmeId} and asked_to = ${actor.id} and state = 'asked'`)
  return {
    roster: place.made,
    now: first('now'),
    next: first('ahead'),
    proposed: own.filter((turn) => turn.state === 'proposed'),
    swaps: asked?.count ?? 0,
    speaking: speaking ? { givenName: speaking.givenName, familyName: speaking.familyName } : null,
  }
}
