import { sql, type Database, type Trx } from '#platform/server/db.ts'
import { inform, tell } from '#platform/server/emit.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { Outbound } from '#platform/server/outbound.ts'
import { seal, unseal } from '#platform/server/seal.ts'
import type { Services } from '#platform/server/services.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { publicationSettled } from '../contract.ts'
import { waitAfter } from '../rules/again.ts'
import type { SpokenName } from '../rules/network-names.ts'
import { Duplicate } from './networks/linkedin.ts'
import {
  type Account,
  type Draft,
  type Network,
  NetworkTrouble,
  type Published,
  type Tokens,
} from './networks/network.ts'
import { networkOf } from './networks/networks.ts'
import { pictureFor } from './picture.ts'

export type Tools = Pick<Services, 'storage' | 'networks'> & { outbound: Outbound }

interface Waiting {
  id: string
  connectionId: string
  spaceId: string | null
  /** Where features hear that it left. */
  heardIn: string | null
  authorId: string | null
  text: string
  link: string
  linkTitle: string
  linkDescription: string
  fileId: string | null
  alt: string
  language: 'fr' | 'en'
  path: string
  tries: number
  triedAt: string | null
  late: boolean
  early: boolean
  network: SpokenName
  state: 'open' | 'expired' | 'closed'
  server: string
  externalId: string
  name: string
  sealed: string | null
}

/** What is queued, with the account it leaves by; null once it left, was stopped, or is in other hands. */
const waiting = (trx: Trx, id: string) =>
  trx.row<Waiting>(sql`
    select p.id, p.connection_id as "connectionId", c.space_id as "spaceId", coalesce(c.space_id, p.heard_in) as "heardIn",
      p.author_id as "authorId", p.text, p.link,
      p.link_title as "linkTitle", p.link_description as "linkDescription", p.file_id as "fileId", p.alt, p.language, p.path,
      p.tries, p.tried_at as "triedAt", coalesce(p.not_after <= now(), false) as late, p.publish_at > now() as early,
      c.network, case when m.status = 'closed' then 'closed' else c.state end as state, c.server, c.external_id as "externalId",
      c.name, c.tokens_sealed as sealed
    from publications p join connections c on c.id = p.connection_id left join members m on m.id = c.member_id
    where p.id = ${id} and p.state = 'queued'`)

/** Of a demonstration: there is an account to look at and nothing behind it, so nothing ever leaves by it. */
export const INVENTED = ''

/** Half of the advisory lock under which one process at a time speaks for a publication. */
const SENDING = 730_440

/**
 * Sends one publication. That we are about to is written first: killed between the network's answer and our own note
 * of it, the next try looks there before it repeats.
 */
export async function sendPublication(database: Database, tools: Tools, id: string): Promise<void> {
  await database.transaction(async (trx) => {
    const lock = await trx.row<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(${SENDING}, hashtext(${id})) as got`,
    )
    if (!lock?.got) return void (await again(trx, id, 5))
    const one = await waiting(trx, id)
    // Put off since: its own job comes at its hour.
    if (!one || one.early) return
    // Once we have tried, the network may have it: we look there before we say that it is too late.
    if (one.late && !one.triedAt) return fail(trx, one, 'late')
    if (one.state === 'open' && one.sealed === INVENTED) return fail(trx, one, 'invented')
    if (one.state !== 'open' || !one.sealed)
      return fail(trx, one, one.state === 'closed' ? 'closed' : 'expired')
    await database.transaction((aside) =>
      aside.run(
        sql`update publications set tried_at = coalesce(tried_at, now()), tries = tries + 1 where id = ${id}`,
      ),
    )
    await conclude(trx, one, await attempt(database, tools, one))
  })
}

/** `asked`: we did ask the network to publish; trouble before that says nothing of an earlier try. */
type Outcome = { sent: Published } | { trouble: NetworkTrouble; asked: boolean }

async function attempt(database: Database, tools: Tools, one: Waiting): Promise<Outcome> {
  let asked = false
  try {
    const network = networkOf(one.network, tools.outbound, tools.networks)
    const draft: Draft = {
      id: one.id,
      text: one.text,
      link: one.link ? { url: one.link, title: one.linkTitle, description: one.linkDescription } : null,
      language: one.language,
      picture: await pictureFor(database, tools.storage, one),
      triedAt: one.triedAt ? new Date(one.triedAt) : new Date(),
    }
    const account = accountOf(one)
    return {
      sent: await withLiveTokens(database, network, one.connectionId, account, (live) =>
        publish(network, live, draft, one, () => (asked = true)),
      ),
    }
  } catch (error) {
    if (error instanceof NetworkTrouble) return { trouble: error, asked }
    throw error
  }
}

async function publish(
  network: Network,
  account: Account,
  draft: Draft,
  one: Waiting,
  asking: () => void,
): Promise<Published> {
  const before = one.triedAt ? await network.find(account, draft) : null
  if (before) return before
  if (one.late) throw new NetworkTrouble('late')
  asking()
  return network.publish(account, draft).catch((error: unknown) => {
    // Only after a try of ours is a text that is already there our own.
    if (error instanceof Duplicate && one.triedAt) return error.published
    throw error
  })
}

const accountOf = (one: {
  server: string
  externalId: string
  name: string
  sealed: string | null
}): Account => ({
  server: one.server,
  externalId: one.externalId,
  name: one.name,
  tokens: JSON.parse(unseal(one.sealed ?? '')) as Tokens,
})

/** Tokens that ended are renewed once, by one process at a time, and the gesture repeated. */
export async function withLiveTokens<T>(
  database: Database,
  network: Network,
  connectionId: string,
  account: Account,
  gesture: (account: Account) => Promise<T>,
): Promise<T> {
  try {
    return await gesture(account)
  } catch (error) {
    if (!(error instanceof NetworkTrouble) || error.kind !== 'expired' || !account.tokens.refresh) throw error
    const tokens = await renewTokens(database, network, connectionId, account)
    if (!tokens) throw error
    return gesture({ ...account, tokens })
  }
}

/** A second token opens once: whoever comes second finds the new one already there. */
export const renewTokens = (
  database: Database,
  network: Network,
  connectionId: string,
  account: Account,
): Promise<Tokens | null> =>
  database.transaction(async (trx) => {
    const row = await trx.row<{ sealed: string | null }>(
      sql`select tokens_sealed as sealed from connections where id = ${connectionId} for update`,
    )
    if (!row?.sealed) return null
    const held = JSON.parse(unseal(row.sealed)) as Tokens
    if (held.access !== account.tokens.access) return held
    const renewed = await network.renew({ ...account, tokens: held })
    if (!renewed) return null
    await trx.run(sql`
      update connections set tokens_sealed = ${seal(JSON.stringify({ ...held, ...renewed.tokens }))}, expires_at = ${renewed.expiresAt},
        reminded = '{}', state = 'open' where id = ${connectionId} and state <> 'closed'`)
    return { ...held, ...renewed.tokens }
  })

async function conclude(trx: Trx, one: Waiting, outcome: Outcome): Promise<void> {
  if ('sent' in outcome) {
    await trx.run(sql`
      update publications set state = 'sent', external_id = ${outcome.sent.externalId}, url = ${outcome.sent.url}, sent_at = now(),
        problem = null, problem_values = '{}', retry_at = null where id = ${one.id}`)
    return settled(trx, one, 'sent', outcome.sent.url)
  }
  const { trouble, asked } = outcome
  const values = { said: trouble.said }
  // An answer is an answer: only silence leaves it open whether the network has our text.
  if (!asked) await trx.run(sql`update publications set tried_at = ${one.triedAt} where id = ${one.id}`)
  else if (trouble.kind !== 'away')
    await trx.run(sql`update publications set tried_at = null where id = ${one.id}`)
  if (trouble.kind === 'limited') {
    const seconds = Math.max(1, Math.ceil(((trouble.retryAt?.getTime() ?? 0) - Date.now()) / 1000))
    if (await again(trx, one.id, seconds, 'limited', values)) return
    return fail(trx, one, 'late', values)
  }
  if (trouble.kind === 'away') {
    const wait = waitAfter(one.tries + 1)
    if (wait !== null) return void (await again(trx, one.id, wait, 'away', values))
  }
  if (trouble.kind === 'expired') await connectionExpired(trx, one.connectionId)
  await fail(trx, one, trouble.kind, values)
}

/** Tries again then; false when it is known not to have left, and that would be too late. */
async function again(
  trx: Trx,
  id: string,
  seconds: number,
  problem: string | null = null,
  values: object = {},
): Promise<boolean> {
  const row = await trx.row<{ at: string }>(sql`
    update publications set retry_at = now() + make_interval(secs => ${seconds}), problem = coalesce(${problem}, problem),
      problem_values = ${JSON.stringify(values)}::jsonb where id = ${id} and state = 'queued'
      and (${problem !== 'limited'} or not_after is null or now() + make_interval(secs => ${seconds}) < not_after) returning retry_at as at`)
  if (row) await enqueue(trx, 'publish', { id }, { key: `publish:${id}`, runAt: row.at })
  return row !== undefined
}

async function fail(trx: Trx, one: Waiting, problem: string, values: object = {}): Promise<void> {
  await trx.run(sql`
    update publications set state = 'failed', problem = ${problem}, problem_values = ${JSON.stringify(values)}::jsonb, retry_at = null
    where id = ${one.id} and state = 'queued'`)
  await settled(trx, one, 'failed', null)
  if (!one.authorId) return
  await notifyNews(
    trx,
    [
      {
        memberId: one.authorId,
        says: (language) => words(language)('publishing.news.failed', { account: one.name }),
        path: one.path,
      },
    ],
    { spaceId: one.spaceId, actorId: null },
  )
}

async function settled(trx: Trx, one: Waiting, state: 'sent' | 'failed', url: string | null): Promise<void> {
  if (!one.spaceId && one.authorId) tell(trx, [one.authorId], 'publication')
  if (!one.heardIn) return
  const fact = { publicationId: one.id, authorId: one.authorId, state, url }
  await inform(trx, null, publicationSettled, one.heardIn, fact)
}

/** The network no longer knows our tokens: those responsible are asked to connect again. */
export async function connectionExpired(trx: Trx, connectionId: string): Promise<void> {
  const row = await trx.row<{ name: string; spaceId: string | null }>(sql`
    update connections set state = 'expired' where id = ${connectionId} and state = 'open'
    returning name, space_id as "spaceId"`)
  if (!row) return
  await tellResponsible(trx, connectionId, (language) =>
    words(language)('publishing.news.expired', { account: row.name }),
  )
}

/** Of a member's own account, the member; of a community's, those who animate it. */
export async function tellResponsible(
  trx: Trx,
  connectionId: string,
  says: (language: 'fr' | 'en') => string,
): Promise<void> {
  const rows = await trx.rows<{ memberId: string; spaceId: string | null }>(sql`
    select c.member_id as "memberId", null::uuid as "spaceId" from connections c where c.id = ${connectionId} and c.member_id is not null
    union all
    select n.member_id, c.space_id from connections c join seats n on n.space_id = c.space_id and n.role in ('animator', 'lead')
    where c.id = ${connectionId}`)
  const spaceId = rows[0]?.spaceId ?? null
  const path = spaceId ? `/communautes/${spaceId}/comptes` : '/comptes'
  await notifyNews(
    trx,
    rows.map(({ memberId }) => ({ memberId, says, path })),
    { spaceId, actorId: null },
  )
}

interface Held {
  id: string
  connectionId: string
  spaceId: string | null
  authorId: string | null
  path: string
  network: SpokenName
  server: string
  publishedAs: string
  externalId: string
  name: string
  sealed: string | null
}

const published = (database: Database, id: string) =>
  database.db.row<Held>(sql`
    select p.id, c.id as "connectionId", c.space_id as "spaceId", p.author_id as "authorId", p.path, c.network, c.server,
      p.external_id as "publishedAs", c.external_id as "externalId", c.name, c.tokens_sealed as sealed
    from publications p join connections c on c.id = p.connection_id
    where p.id = ${id} and p.state = 'sent' and c.mode = 'api'`)

/** Asked twice, the network says that it is gone: fine as well. What it will not take down is said, and how to do it there. */
export async function takeDownOne(
  database: Database,
  tools: Tools,
  id: string,
  tries: number,
): Promise<void> {
  const one = await published(database, id)
  if (!one) return
  if (!one.sealed) return standing(database, one, one.sealed === INVENTED ? 'invented' : 'closed')
  try {
    const network = networkOf(one.network, tools.outbound, tools.networks)
    await withLiveTokens(database, network, one.connectionId, accountOf(one), (account) =>
      network.remove(account, one.publishedAs),
    )
  } catch (error) {
    if (!(error instanceof NetworkTrouble)) throw error
    const runAt = removedAgainAt(error, tries)
    if (!runAt) return standing(database, one, error.kind)
    return database.transaction((trx) =>
      enqueue(trx, 'take-down', { id, tries: tries + 1 }, { key: `take-down:${id}`, runAt }),
    )
  }
  await database.transaction(async (trx) => {
    await trx.run(sql`
      update publications set state = 'removed', removed_at = now(), problem = null, problem_values = '{}' where id = ${id}`)
    if (!one.spaceId && one.authorId) tell(trx, [one.authorId], 'publication')
  })
}

function removedAgainAt({ kind, retryAt }: NetworkTrouble, tries: number): string | null {
  const wait = waitAfter(tries + 1)
  if (wait === null || (kind !== 'limited' && kind !== 'away')) return null
  return new Date(Math.max(retryAt?.getTime() ?? 0, Date.now() + wait * 1000)).toISOString()
}

/** It still stands there: its author is told why, and that they may take it down there. */
const standing = (database: Database, one: Held, why: string): Promise<void> =>
  database.transaction(async (trx) => {
    const row = await trx.row(sql`
      update publications set remove_asked_at = null, problem = ${`stands_${why}`}, problem_values = '{}'
      where id = ${one.id} and state = 'sent' returning 1`)
    if (!row) return
    if (why === 'expired') await connectionExpired(trx, one.connectionId)
    if (!one.authorId) return
    await notifyNews(
      trx,
      [
        {
          memberId: one.authorId,
          says: (language) => words(language)('publishing.news.stands', { account: one.name }),
          path: one.path,
        },
      ],
      { spaceId: one.spaceId, actorId: null },
    )
  })

async function figuresOf(database: Database, tools: Tools, one: Held) {
  const network = networkOf(one.network, tools.outbound, tools.networks)
  return withLiveTokens(database, network, one.connectionId, accountOf(one), (account) =>
    network.figures(account, one.publishedAs),
  )
}

/** Likes and answers as the network gives them; those it does not give stay unknown. */
export async function countOne(database: Database, tools: Tools, id: string): Promise<void> {
  const one = await published(database, id)
  if (!one?.sealed) return
  const figures = await figuresOf(database, tools, one).catch((error: unknown) => {
    if (error instanceof NetworkTrouble) return null
    throw error
  })
  await database.transaction((trx) =>
    trx.run(
      figures
        ? sql`update publications set likes = ${figures.likes}, reposts = ${figures.reposts}, replies = ${figures.replies},
            clicks = ${figures.clicks}, views = ${figures.views}, counted_at = now() where id = ${id}`
        : sql`update publications set counted_at = now() where id = ${id}`,
    ),
  )
}
