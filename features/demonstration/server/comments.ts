import { plainText } from '#platform/contract/rich-text.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import type { StoryComment, StoryPost } from '../rules/stage.ts'
import type { Cast } from './cast.ts'
import { countedKinds } from './reactions.ts'
import { insertRows, type Row } from './rows.ts'
import type { Talk } from './talk.ts'

const TWO_HOURS = 7_200_000

export async function insertComments(trx: Trx, cast: Cast, talk: Talk): Promise<void> {
  const rows = talk.posts.flatMap((post) => commentRows(cast, talk, post))
  // Those that others answer come first.
  await insertRows(trx, 'comments', [
    ...rows.filter((row) => !row.parent_id),
    ...rows.filter((row) => row.parent_id),
  ])
  const accepted = talk.posts.flatMap((post) =>
    post.comments.filter((comment) => comment.accepted).map((comment) => [post.id, comment.id] as const),
  )
  await trx.run(sql`
    update posts set accepted_comment_id = kept.comment_id
    from unnest(${accepted.map(([post]) => post)}::uuid[], ${accepted.map(([, comment]) => comment)}::uuid[]) kept(post_id, comment_id)
    where posts.id = kept.post_id`)
}

function commentRows(cast: Cast, talk: Talk, post: StoryPost): Row[] {
  const top = topOf(post.comments)
  const replies = Map.groupBy(
    post.comments.filter((comment) => comment.parent),
    (comment) => top(comment),
  )
  return post.comments.map((comment) => {
    const doc = talk.words(comment)
    return {
      id: comment.id,
      subject_id: post.id,
      space_id: cast.spaceId(post.space),
      parent_id: comment.parent ? top(comment) : null,
      author_id: cast.memberId(comment.author),
      body: doc,
      body_text: plainText(doc),
      created_at: comment.at,
      hidden_at: talk.hidden(comment) ? new Date(comment.at.getTime() + TWO_HOURS) : null,
      reply_count: replies.get(comment.id)?.length ?? 0,
      ...countedKinds(talk.echoes(comment)),
    }
  })
}

/** Two levels, not three: an answer to an answer hangs on the same comment. */
function topOf(comments: readonly StoryComment[]): (comment: StoryComment) => string {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const top = (comment: StoryComment): string => {
    const parent = comment.parent ? byId.get(comment.parent) : undefined
    return parent ? top(parent) : comment.id
  }
  return top
}
