import { hashtagsOf, searchedText } from '#features/posts/server/draft-content.ts'
import type { Trx } from '#platform/server/db.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { bodyOf } from '../rules/bodies.ts'
import { uuid7 } from '../rules/random.ts'
import type { StoryPost } from '../rules/stage.ts'
import type { Cast } from './cast.ts'
import { countedKinds } from './reactions.ts'
import { insertRows, type Row } from './rows.ts'
import type { Talk } from './talk.ts'

const DAY_MS = 86_400_000
const POLL_DAYS = 7
/** What the sponsor announces stays at the top of Tempo; in the groups of a site, the post of hellos. */
const PINNED_IN_TEMPO = 'front-16'

type Poll = Extract<StoryPost['body'], { kind: 'poll' }>

export async function insertPosts(trx: Trx, cast: Cast, { posts, shown }: Talk): Promise<void> {
  const numbers = new Map<string, number>()
  const rows = posts.map((post) => {
    const number = (numbers.get(post.space) ?? 0) + 1
    numbers.set(post.space, number)
    return postRow(cast, post, number, shown(post))
  })
  await insertRows(trx, 'posts', rows)
  await insertRows(
    trx,
    'space_heads',
    [...cast.story.seats.keys()].map((space) => ({
      space_id: cast.spaceId(space),
      posts: numbers.get(space) ?? 0,
    })),
  )
  await insertRows(trx, 'poll_options', posts.flatMap(optionRows))
  await insertRows(
    trx,
    'poll_ballots',
    posts.flatMap((post) => ballotRows(cast, post)),
  )
  await insertRows(
    trx,
    'adoptions',
    posts.flatMap((post) => adoptionRows(cast, post)),
  )
  await insertRows(
    trx,
    'post_recipients',
    posts.flatMap(({ id, body }) =>
      body.kind === 'kudos' ? [{ post_id: id, member_id: cast.memberId(body.to) }] : [],
    ),
  )
}

function postRow(cast: Cast, post: StoryPost, number: number, commentCount: number): Row {
  const { body } = post
  const title = 'title' in body ? body.title : ''
  const doc = bodyOf(body, post.topics)
  const practice =
    body.kind === 'practice' ? { concern: body.concern, gesture: body.gesture, gain: body.gain } : null
  return {
    id: post.id,
    space_id: cast.spaceId(post.space),
    number,
    author_id: cast.memberId(post.author),
    kind: body.kind,
    title,
    body: doc,
    body_text: searchedText(
      doc,
      practice,
      body.kind === 'poll' ? body.options.map(({ label }) => label) : [],
    ),
    details: practice ?? (body.kind === 'poll' ? pollDetails(cast, post.at, body) : {}),
    hashtags: hashtagsOf(title, doc satisfies RichDoc, practice),
    published_at: post.at,
    pinned_at: post.key === PINNED_IN_TEMPO || post.key.startsWith('hello-') ? post.at : null,
    comment_count: commentCount,
    ...countedKinds(post.reactions),
    adoption_count: body.kind === 'practice' ? body.adopters.length : 0,
    attachment_count: post.image ? 1 : 0,
    voter_count: body.kind === 'poll' ? votersOf(body).size : 0,
  }
}

/** Open for a week; a poll of the pilot closed long ago. */
const pollDetails = (cast: Cast, at: Date, { choice, anonymous }: Poll) => ({
  choice,
  anonymous,
  closesAt: new Date(at.getTime() + POLL_DAYS * DAY_MS).toISOString(),
})

const optionId = (post: StoryPost, position: number) => uuid7(`${post.key}/option/${position}`, post.at)

function optionRows(post: StoryPost): Row[] {
  if (post.body.kind !== 'poll') return []
  return post.body.options.map(({ label, voters }, position) => ({
    id: optionId(post, position),
    post_id: post.id,
    position,
    label,
    votes: voters.length,
  }))
}

function votersOf(poll: Poll): Map<StoryPost['author'], number[]> {
  const voters = new Map<StoryPost['author'], number[]>()
  poll.options.forEach((option, position) => {
    for (const person of option.voters) voters.set(person, [...(voters.get(person) ?? []), position])
  })
  return voters
}

/** Of an anonymous poll only who voted is kept, as in life. */
function ballotRows(cast: Cast, post: StoryPost): Row[] {
  const { body } = post
  if (body.kind !== 'poll') return []
  return [...votersOf(body)].map(([person, positions]) => ({
    post_id: post.id,
    member_id: cast.memberId(person),
    option_ids: body.anonymous ? [] : positions.map((position) => optionId(post, position)),
  }))
}

function adoptionRows(cast: Cast, { id, key, at, body }: StoryPost): Row[] {
  if (body.kind !== 'practice') return []
  const draw = cast.draw(`adoptions/${key}`)
  const until = Math.min(cast.now.getTime(), at.getTime() + 40 * DAY_MS)
  return body.adopters.map((person) => ({
    post_id: id,
    member_id: cast.memberId(person),
    adopted_at: new Date(at.getTime() + (until - at.getTime()) * draw.next()),
  }))
}
