import { reported, type Reported } from '../content/reported.ts'
import { homeOf } from './hellos.ts'
import { uuid7 } from './random.ts'
import { dayInParis } from './season.ts'
import type { Seats } from './seats.ts'
import type { StoryComment, StoryPost } from './stage.ts'

const DAY_MS = 86_400_000

// Not under kudos, nor under a question that waits for its first answer.
const isChatty = ({ body, comments }: StoryPost) => body.kind !== 'kudos' && comments.length >= 2

export type ReportedComment = Reported & { comment: StoryComment; post: StoryPost }

/** Each hangs on the last post of its space before that day, and is said by somebody without a name in the story. */
export function reportedComments(posts: readonly StoryPost[], seats: Seats, now: Date): ReportedComment[] {
  return reported.map((one, index) => {
    const at = new Date(now.getTime() - one.daysAgo * DAY_MS)
    const post = posts.findLast((each) => each.space === one.space && each.at < at && isChatty(each))
    const present = (seats.get(one.space) ?? []).filter(
      ({ person, arrivedOn }) =>
        person.slug === null &&
        (one.space === 'tempo' || homeOf(person) === one.space) &&
        (arrivedOn ?? '9') < dayInParis(at),
    )
    const author = present[(index * 7) % present.length]?.person
    if (!post || !author) throw new RangeError(`nobody could say ${one.key}`)
    const comment = {
      id: uuid7(`reported/${one.key}`, at),
      parent: null,
      author,
      text: one.text,
      at,
      accepted: false,
    }
    return { ...one, comment, post }
  })
}
