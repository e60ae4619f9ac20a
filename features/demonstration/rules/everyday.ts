import type { SpaceKey } from '../content/spaces.ts'
import { answeredAt, writingTime } from './hours.ts'
import { uuid7, type Random } from './random.ts'
import { reactionsTo } from './responses.ts'
import type { Day } from './season.ts'
import {
  presentAt,
  WRITTEN_ONLY_DAYS,
  type Stage,
  type StoryBody,
  type StoryComment,
  type StoryPost,
} from './stage.ts'
import { tail, type TailPost } from './tail.ts'
import type { DemoPerson } from './workforce.ts'

/** The ordinary posts of the months before, composed and spread over the days as the seasons go. */
export function everyday(stage: Stage, count: number): StoryPost[] {
  const composer = tail(stage.draw.fork('tail'))
  const keen = new Map(
    stage.arrivals.map((each) => [each.person, keenness(each.person, stage.draw)] as const),
  )
  const days = stage.days.slice(8, -WRITTEN_ONLY_DAYS - 1).map(({ day, weight }) => {
    const present = stage.arrivals.filter(
      (each) => mayWrite(each.person) && each.arrivedOn !== null && each.arrivedOn < day,
    )
    return [
      { day, present: present.map(({ person }) => [person, keen.get(person) ?? 0] as const) },
      weight * present.length,
    ] as const
  })
  return Array.from({ length: count }, (_, index) => {
    const { day, present } = stage.draw.weighted(days)
    const author = stage.draw.weighted(present)
    const colleagues = present
      .map(([person]) => person)
      .filter((person) => person.site === author.site && person !== author)
    return composedPost(
      stage,
      `tail-${index + 1}`,
      day,
      author,
      composer.post(author, colleagues),
      composer.spacesOf(author),
    )
  })
}

const mayWrite = (person: DemoPerson) =>
  person.language === 'fr' && person.organization !== 'Scierie Morvannel' && !person.newcomer

// A few write often, most hardly ever: the usual shape of a community.
const keenness = (person: DemoPerson, draw: Random) =>
  draw.next() ** 4 * (person.role === 'ambassador' ? 6 : 1) + 0.01

function composedPost(
  stage: Stage,
  key: string,
  day: Day,
  author: DemoPerson,
  post: TailPost,
  spaces: readonly SpaceKey[],
): StoryPost {
  const at = writingTime(day, author.team, stage.draw)
  const open = spaces.filter((space) => presentAt(stage, space, at).includes(author))
  const space = stage.draw.pick(open.length > 0 ? open : (['tempo'] as const))
  const present = presentAt(stage, space, at)
  const comments = tailConversation(stage, key, author, at, post, present)
  const body: StoryBody =
    post.title === null
      ? { kind: 'message', text: post.text }
      : { kind: 'question', title: post.title, text: post.text }
  const reactions = reactionsTo({ kind: body.kind, at, author, lively: 0.25 }, present, stage.now, stage.draw)
  return {
    id: uuid7(key, at),
    key,
    author,
    space,
    language: 'fr',
    at,
    body,
    topics: [],
    image: null,
    comments,
    reactions,
  }
}

function tailConversation(
  stage: Stage,
  key: string,
  author: DemoPerson,
  at: Date,
  post: TailPost,
  present: readonly DemoPerson[],
): StoryComment[] {
  const others = present.filter((person) => person !== author && mayWrite(person))
  let clock = at
  return post.replies.flatMap((reply, index) => {
    if (reply.by === 'colleague' && others.length === 0) return []
    const speaker = reply.by === 'author' ? author : stage.draw.pick(others)
    clock = answeredAt(clock, speaker, stage.now, stage.draw)
    const id = uuid7(`${key}/${index + 1}`, clock)
    return [{ id, parent: null, author: speaker, text: reply.text, at: clock, accepted: reply.accepted }]
  })
}
