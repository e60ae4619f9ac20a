import { sql, type Trx } from '#platform/server/db.ts'
import { type DemoOwn, ownAccount, ownWords } from '../content/own-accounts.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, isWorkingDay, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const HOUR_MS = 3_600_000

/** A working day some days ago, at an hour of the day. */
export function saidAt(cast: Cast, { daysAgo, minutes }: Pick<DemoOwn, 'daysAgo' | 'minutes'>): Date {
  let day = addDays(cast.today, -daysAgo)
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return parisInstant(day, minutes)
}

/** What an ambassador published with an account of his own: for him to read, and for nobody else. */
export async function insertOwnAccounts(trx: Trx, cast: Cast): Promise<void> {
  const memberId = cast.memberId(cast.bySlug(ownAccount.slug))
  const connectionId = uuid7(`${cast.seed}/own account`, cast.launched)
  await insertRows(trx, 'connections', [
    {
      id: connectionId,
      space_id: null,
      member_id: memberId,
      network: ownAccount.network,
      mode: 'api',
      name: ownAccount.name,
      account_url: '',
      server: ownAccount.server,
      external_id: 'did:plc:mehdi',
      // Nothing behind it: whatever is published by it stays here, and says so.
      tokens_sealed: '',
      state: 'open',
      reminded: [],
      connected_by: memberId,
      connected_at: cast.launched,
    },
  ])
  const share = await trx.row<{ id: string; kitId: string; at: string }>(sql`
    select id, kit_id as "kitId", shared_at as at from shares
    where member_id = ${memberId} and network = ${ownAccount.network} order by shared_at desc limit 1`)
  const said = ownWords.flatMap((one, index) => {
    if (one.kit !== null && !share) return []
    const at = one.kit !== null && share ? new Date(share.at) : saidAt(cast, one)
    const id = one.kit !== null && share ? share.id : uuid7(`${cast.seed}/own words/${index}`, at)
    return [{ one, at, id }]
  })
  await insertRows(
    trx,
    'publications',
    said.map(({ one, at, id }): Row => ({
      id,
      connection_id: connectionId,
      author_id: memberId,
      text: one.text,
      link: '',
      link_title: '',
      link_description: '',
      alt: '',
      language: 'fr',
      publish_at: at,
      path: one.kit === null ? '/comptes' : `/programmes/${programmeId(cast)}/partager`,
      heard_in: one.kit === null ? null : cast.spaceId('tempo'),
      state: 'sent',
      tries: 1,
      problem_values: {},
      external_id: `at://did:plc:mehdi/app.bsky.feed.post/${id.slice(-12)}`,
      url: `https://bluesky.example/profile/mehdi-regleur/post/${id.slice(-12)}`,
      sent_at: at,
      ...one.figures,
      counted_at: new Date(cast.now.getTime() - HOUR_MS),
      created_at: at,
    })),
  )
  if (!share) return
  await insertRows(trx, 'share_publications', [
    {
      id: share.id,
      kit_id: share.kitId,
      member_id: memberId,
      network: ownAccount.network,
      counted: false,
      made_at: share.at,
    },
  ])
}
