import { sql, type Trx } from '#platform/server/db.ts'
import type { SpaceKey } from '../content/spaces.ts'
import type { StoryPost } from '../rules/stage.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import { demoSlugs } from './accounts.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'
import type { Talk } from './talk.ts'

const DAY_MS = 86_400_000
const SAVED = 4

/** How far each person has read each of their spaces: some this morning, most within days, a few not for weeks. */
export async function insertReadMarks(trx: Trx, cast: Cast, talk: Talk): Promise<void> {
  const bySpace = Map.groupBy(talk.posts, (post) => post.space)
  const rows = [...cast.story.seats].flatMap(([space, seats]) => {
    const posts = bySpace.get(space) ?? []
    return seats.map(({ person }): Row => {
      const read =
        posts.findLastIndex((post) => isRead(cast, post, person, lastLook(cast, space, person))) + 1
      return { member_id: cast.memberId(person), space_id: cast.spaceId(space), posts: read }
    })
  })
  await insertRows(trx, 'read_marks', rows)
}

/** One has read what one wrote, and what was there before. */
const isRead = (cast: Cast, post: StoryPost, person: DemoPerson, seen: Date) =>
  post.at <= seen || post.author === person

/** Those whose account is printed looked one to three days ago, so that something waits for whoever opens it. */
function lastLook(cast: Cast, space: SpaceKey, person: DemoPerson): Date {
  const draw = cast.draw(`look/${space}/${person.staffNumber}`)
  const days = demoSlugs.has(person.slug) ? 0.8 + draw.next() * 2.6 : -Math.log(1 - draw.next()) * 5
  const arrived = cast.arrivedAt(person)?.getTime() ?? 0
  return new Date(Math.max(arrived, cast.now.getTime() - days * DAY_MS))
}

/** What those accounts kept for later: good practices and questions of their spaces. */
export async function insertSavedPosts(trx: Trx, cast: Cast, talk: Talk): Promise<void> {
  const rows = [...demoSlugs].flatMap((slug) => {
    const person = cast.bySlug(slug ?? '')
    const draw = cast.draw(`saved/${slug}`)
    const spaces = [...cast.story.seats].filter(([, seats]) => seats.some((each) => each.person === person))
    const open = new Set(spaces.map(([space]) => space))
    const worth = talk.posts.filter(
      ({ space, body, author }) =>
        open.has(space) && author !== person && ['practice', 'question'].includes(body.kind),
    )
    return draw.sample(worth, SAVED).map((post): Row => {
      const since = Math.max(post.at.getTime(), cast.arrivedAt(person)?.getTime() ?? 0)
      const savedAt = new Date(since + (cast.now.getTime() - since) * draw.next() ** 3)
      return { member_id: cast.memberId(person), post_id: post.id, saved_at: savedAt }
    })
  })
  await insertRows(trx, 'saved_posts', rows)
  await trx.run(sql`
    update posts set save_count = kept.count from (select post_id, count(*)::int as count from saved_posts group by 1) kept
    where kept.post_id = posts.id`)
}
