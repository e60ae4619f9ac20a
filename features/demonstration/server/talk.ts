import type { RichDoc } from '#platform/contract/rich-text.ts'
import { calling, spoken } from '../rules/bodies.ts'
import { helloPosts } from '../rules/hellos.ts'
import { reportedComments, type ReportedComment } from '../rules/reported.ts'
import type { Reaction } from '../rules/responses.ts'
import type { StoryComment, StoryPost } from '../rules/stage.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'

/** Everything that was said, in the order in which it was. */
export type Talk = {
  posts: readonly StoryPost[]
  reported: readonly ReportedComment[]
  /** What a comment says, those it calls by name mentioned. */
  words: (comment: StoryComment) => RichDoc
  /** What people answered to a comment with one word. */
  echoes: (comment: StoryComment) => readonly Reaction[]
  hidden: (comment: StoryComment) => boolean
  /** The comments of a post that its readers see. */
  shown: (post: StoryPost) => number
}

export function talkOf(cast: Cast): Talk {
  const { story, today, now } = cast
  const bySlug = new Map(
    story.people.flatMap((person) => (person.slug ? [[person.slug, person] as const] : [])),
  )
  const hellos = helloPosts({ today, seats: story.seats, welcomes: story.welcomes, bySlug })
  const greeted = new Map(hellos.flatMap((post) => [...post.greeted]))
  const reported = reportedComments(story.posts, story.seats, now)
  const posts = [...story.posts, ...hellos]
    .map((post) => withReported(post, reported))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const words = new Map<StoryComment, RichDoc>()
  const echoes = new Map<StoryComment, readonly Reaction[]>()
  for (const post of posts) {
    for (const comment of post.comments) {
      words.set(comment, wordsOf(cast, post, comment, greeted.get(comment.id)))
      echoes.set(comment, echoesOf(cast, post, comment))
    }
  }
  const away = new Set(reported.filter((one) => one.verdict === 'hidden').map((one) => one.comment))
  return {
    posts,
    reported,
    words: (comment) => words.get(comment) ?? { type: 'doc', content: [] },
    echoes: (comment) => echoes.get(comment) ?? [],
    hidden: (comment) => away.has(comment),
    shown: (post) => post.comments.filter((comment) => !away.has(comment)).length,
  }
}

function withReported(post: StoryPost, reported: readonly ReportedComment[]): StoryPost {
  const own = reported.filter((one) => one.post === post).map((one) => one.comment)
  return own.length > 0 ? { ...post, comments: [...post.comments, ...own] } : post
}

function wordsOf(
  cast: Cast,
  post: StoryPost,
  comment: StoryComment,
  welcomed: DemoPerson | undefined,
): RichDoc {
  if (welcomed) return calling(comment.text, welcomed, cast.memberId)
  const heard = [post.author, ...post.comments.map((one) => one.author)].filter(
    (one) => one !== comment.author,
  )
  return spoken(comment.text, [...new Set(heard)], cast.memberId)
}

const DAY_MS = 86_400_000

/** Half of the comments are left alone; the others please one to four of those who reacted to the post. */
function echoesOf(cast: Cast, post: StoryPost, comment: StoryComment): Reaction[] {
  const draw = cast.draw(`echoes/${comment.id}`)
  if (draw.chance(0.5)) return []
  const near = [...new Set(post.reactions.map((reaction) => reaction.person))].filter(
    (one) => one !== comment.author,
  )
  const until = Math.min(cast.now.getTime(), comment.at.getTime() + 2 * DAY_MS)
  return draw.sample(near, draw.int(1, 4)).map((person) => ({
    person,
    kind: draw.weighted([
      ['like', 54],
      ['thanks', 18],
      ['useful', 16],
      ['same', 12],
    ] as const),
    at: new Date(comment.at.getTime() + (until - comment.at.getTime()) * draw.next() ** 2),
  }))
}
