import { isWorkingTime } from '#features/network/rules/working-hours.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { nextWorkingDay, quietDay } from '#features/seasons/rules/calendar.ts'
import { addDays, daysBetween } from '#features/seasons/rules/days.ts'
import { calendarOf } from '#features/seasons/server/queries.ts'
import { type Database, sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { openOutbound } from '#platform/server/outbound.ts'
import { unseal } from '#platform/server/seal.ts'
import type { Services } from '#platform/server/services.ts'
import { words } from '#platform/server/words.ts'
import { REMINDED_AT, reminderDue } from '../rules/again.ts'
import { PUBLICATION_MONTHS } from '../rules/periods.ts'
import type { SpokenName } from '../rules/network-names.ts'
import { forgetOwnPublications } from './commands/forgetting.ts'
import { NetworkTrouble, type Tokens } from './networks/network.ts'
import { networkOf } from './networks/networks.ts'
import {
  connectionExpired,
  countOne,
  renewTokens,
  sendPublication,
  takeDownOne,
  tellResponsible,
  type Tools,
} from './sending.ts'

const COUNTED_DAYS = 30
const COUNTED_AT_ONCE = 200

export function jobs(jobs: Jobs, services: Services) {
  const tools: Tools = {
    storage: services.storage,
    networks: services.networks,
    outbound: openOutbound({ loopback: services.networks.loopback }),
  }
  jobs.on<{ id: string }>('publish', (database, { id }) => sendPublication(database, tools, id))
  jobs.on<{ id: string; tries?: number }>('take-down', (database, { id, tries = 0 }) =>
    takeDownOne(database, tools, id, tries),
  )
  jobs.every('23 * * * *', 'count-publications', (database) => countRecent(database, tools))
  jobs.every('40 2 * * *', 'renew-connections', (database) => renewConnections(database, tools))
  jobs.every('10 * * * *', 'remind-connections', (database) => remindConnections(database))
  jobs.every('35 2 * * *', 'forget-own-publications', (database) =>
    database.transaction((trx) => forgetOwnPublications(trx)),
  )
  jobs.every('52 3 * * *', 'forget-publications', forgetPublications)
}

/** Our copy of what was published outside; at the network it stays until somebody takes it down there. */
export const forgetPublications = (database: Database): Promise<void> =>
  database.transaction(async (trx) => {
    await trx.run(sql`
      delete from publications where state in ('sent', 'failed', 'cancelled', 'removed')
        and coalesce(sent_at, publish_at) < now() - make_interval(months => ${PUBLICATION_MONTHS})`)
  })

/** Those that have waited longest for a look, a few at a time: networks count what we ask. */
async function countRecent(database: Database, tools: Tools): Promise<void> {
  const rows = await database.db.rows<{ id: string }>(sql`
    select p.id from publications p join connections c on c.id = p.connection_id and c.state = 'open' and c.tokens_sealed <> ''
    where p.state = 'sent' and p.sent_at > now() - make_interval(days => ${COUNTED_DAYS})
      and (p.counted_at is null or p.counted_at < now() - case when p.sent_at > now() - interval '2 days' then interval '1 hour' else interval '1 day' end)
    order by p.counted_at nulls first limit ${COUNTED_AT_ONCE}`)
  for (const { id } of rows) await countOne(database, tools, id)
}

interface Ending {
  id: string
  network: SpokenName
  server: string
  externalId: string
  name: string
  sealed: string
}

/** Sessions with a second token are renewed long before they end: Bluesky's each night, LinkedIn's in their last week. */
export async function renewConnections(database: Database, tools: Tools): Promise<void> {
  const rows = await database.db.rows<Ending>(sql`
    select id, network, server, external_id as "externalId", name, tokens_sealed as sealed from connections
    where state = 'open' and mode = 'api' and tokens_sealed <> '' and expires_at is not null
      and (network = 'bluesky' or expires_at < now() + interval '7 days')`)
  for (const one of rows) {
    const tokens = JSON.parse(unseal(one.sealed)) as Tokens
    if (!tokens.refresh) continue
    try {
      await renewTokens(database, networkOf(one.network, tools.outbound, tools.networks), one.id, {
        ...one,
        tokens,
      })
    } catch (error) {
      if (!(error instanceof NetworkTrouble)) throw error
      if (error.kind === 'expired' || error.kind === 'refused')
        await database.transaction((trx) => connectionExpired(trx, one.id))
    }
  }
}

/** Holidays are looked for this far ahead: beyond, nobody closes. */
const FURTHEST = 45

/**
 * A fortnight and three days before a connection ends, in working hours of the network, never on a public holiday nor
 * when the house is closed: what would fall then is said before. What renews itself reminds nobody.
 */
export async function remindConnections(database: Database, now = new Date()): Promise<void> {
  const { timeZone } = await findNetwork(database.db)
  if (!isWorkingTime(now, timeZone)) return
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  const calendar = await calendarOf(database.db, today, addDays(today, FURTHEST))
  if (quietDay(today, calendar)) return
  const untilNext = daysBetween(today, nextWorkingDay(addDays(today, 1), calendar))
  await database.transaction(async (trx) => {
    const rows = await trx.rows<{
      id: string
      name: string
      days: number
      reminded: number[]
      sealed: string
    }>(sql`
      select id, name, floor(extract(epoch from expires_at - ${now.toISOString()}::timestamptz) / 86400)::int as days, reminded,
        tokens_sealed as sealed
      from connections where state = 'open' and mode = 'api' and tokens_sealed <> '' and expires_at < ${now.toISOString()}::timestamptz + make_interval(days => ${REMINDED_AT[0] + FURTHEST}) for update`)
    for (const { id, name, days, reminded, sealed } of rows) {
      if (days < 0) {
        await connectionExpired(trx, id)
        continue
      }
      const due = (JSON.parse(unseal(sealed)) as Tokens).refresh
        ? null
        : reminderDue(days, reminded, untilNext)
      if (due === null) continue
      await trx.run(sql`update connections set reminded = reminded || ${due}::int where id = ${id}`)
      await tellResponsible(trx, id, (language) =>
        words(language)('publishing.news.ending', { account: name, count: days }),
      )
    }
  })
}
