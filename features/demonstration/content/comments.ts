import type { DemoPost, Reply } from './post.ts'
import { posts } from './posts.ts'

export type DemoComment = { key: string; post: DemoPost; parent: string | null; reply: Reply }

/** The replies of every written post, flat, parents before children. */
export const comments: readonly DemoComment[] = posts.flatMap(commentsOf)

export function commentsOf(post: DemoPost): DemoComment[] {
  return post.replies.flatMap((reply, index) => branch(post, reply, null, `${post.key}/${index + 1}`))
}

function branch(post: DemoPost, reply: Reply, parent: string | null, key: string): DemoComment[] {
  const below = reply.replies.flatMap((answer, index) => branch(post, answer, key, `${key}.${index + 1}`))
  return [{ key, post, parent, reply }, ...below]
}
