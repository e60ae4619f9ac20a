import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { PostKind } from '#features/posts/contract.ts'
import { STOCK, type StockStarter } from '../../content/starters.ts'
import type { Starter } from '../../contract.ts'
import { calendarIn, canShape } from '../policy.ts'

interface OwnRow {
  id: string
  stockKey: string | null
  hidden: boolean
  title: string
  prompt: string
  practice: string
  postKind: PostKind
}

/** One's own first, then the stock with the community's words; hidden ones are shown to those who may show them again. */
export async function startersOf(
  db: Db,
  actor: Actor,
  spaceId: string,
  language: Language,
): Promise<{ items: Starter[]; can: { shape: boolean } }> {
  const place = await calendarIn(db, actor, spaceId)
  const shapes = canShape(place)
  const rows = await db.rows<OwnRow & { community: StockStarter['communities'][number] }>(sql`
    select t.id, t.stock_key as "stockKey", t.hidden, t.title, t.prompt, t.practice, t.post_kind as "postKind"
    from editorial_starters t where t.space_id = ${spaceId} order by t.created_at desc, t.id`)
  const community = await db.row<{ kind: StockStarter['communities'][number] }>(
    sql`select kind from communities where space_id = ${spaceId}`,
  )
  const about = new Map(rows.map((row) => [row.stockKey, row]))
  const own = rows.filter((row) => row.stockKey === null).map(ownStarter)
  const stock = STOCK.filter(
    ({ communities }) => communities.length === 0 || !community || communities.includes(community.kind),
  ).map((one) => stockStarter(one, about.get(one.key), language))
  return { items: [...own, ...stock].filter((one) => shapes || !one.hidden), can: { shape: shapes } }
}

const ownStarter = ({ id, title, prompt, practice, postKind, hidden }: OwnRow): Starter => ({
  key: id,
  title,
  prompt,
  practice,
  kind: 'post',
  postKind,
  seasons: [],
  own: true,
  reworded: false,
  hidden,
})

function stockStarter(one: StockStarter, words: OwnRow | undefined, language: Language): Starter {
  const reworded = Boolean(words && (words.title || words.prompt))
  return {
    key: one.key,
    title: words?.title || one[language].title,
    prompt: words?.prompt || one[language].prompt,
    practice: one.practice,
    kind: one.kind,
    postKind: one.postKind,
    seasons: one.seasons,
    own: false,
    reworded,
    hidden: words?.hidden ?? false,
  }
}
