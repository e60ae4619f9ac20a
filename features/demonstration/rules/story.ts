import type { DemoPost, Reply } from '../content/post.ts'
import { posts as writtenPosts } from '../content/posts.ts'
import { arrivals, launchDay, type Arrival } from './arrivals.ts'
import { everyday } from './everyday.ts'
import { answeredAt, writingTime } from './hours.ts'
import { random, uuid7 } from './random.ts'
import { adopters, reactionsTo, votesOn } from './responses.ts'
import { dayInParis, daysBetween, monthOf, season, type Day } from './season.ts'
import { seats, type Seats } from './seats.ts'
import {
  presentAt,
  WRITTEN_ONLY_DAYS,
  type Stage,
  type StoryBody,
  type StoryComment,
  type StoryPost,
} from './stage.ts'
import { welcomesOf, type Welcome } from './welcomes.ts'
import { workforce, type DemoPerson } from './workforce.ts'

export type Story = {
  people: readonly DemoPerson[]
  arrivals: readonly Arrival[]
  seats: Seats
  /** Oldest first. */
  posts: readonly StoryPost[]
  welcomes: readonly Welcome[]
}

export type StoryOptions = { seed: string; now: Date; tailPosts?: number }

const RECENT_POSTS = 90
const MINUTE = 60_000

/** Eighteen months of Aubrelle, ending now: the same for the same seed and the same instant. */
export function story({ seed, now, tailPosts = 1200 }: StoryOptions): Story {
  const today = dayInParis(now)
  const people = workforce(seed)
  const came = arrivals(seed, today, people)
  const sitting = seats(seed, came)
  const draw = random(`${seed}/story`)
  const scene: Stage = {
    now,
    today,
    days: season(today),
    arrivals: came,
    seats: sitting,
    bySlug: slugs(people),
    draw,
  }
  const posts = [...written(scene), ...everyday(scene, tailPosts)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  return { people, arrivals: came, seats: sitting, posts, welcomes: welcomesOf(seed, today, now, came) }
}

const slugs = (people: readonly DemoPerson[]) =>
  new Map(people.flatMap((person) => (person.slug ? [[person.slug, person] as const] : [])))

function voice(stage: Stage, slug: string): DemoPerson {
  const person = stage.bySlug.get(slug)
  if (!person) throw new RangeError(`nobody is called ${slug}`)
  return person
}

function written(stage: Stage): StoryPost[] {
  const dated = writtenPosts.filter((post) => post.minutesAgo !== undefined)
  const free = stage.draw.shuffle(writtenPosts.filter((post) => post.minutesAgo === undefined))
  const current = free.filter((post) => suits(post, stage.today)).slice(0, RECENT_POSTS)
  const recent = new Set(current)
  return [
    ...dated.map((post) =>
      writtenPost(stage, post, new Date(stage.now.getTime() - (post.minutesAgo ?? 0) * MINUTE)),
    ),
    ...free.map((post) => writtenPost(stage, post, dayAndHour(stage, post, recent.has(post)))),
  ]
}

const suits = (post: DemoPost, day: Day) => !post.months || post.months.includes(monthOf(day))

function dayAndHour(stage: Stage, post: DemoPost, recent: boolean): Date {
  const author = voice(stage, post.by)
  const opens = post.afterLaunch ? launchDay(stage.today) : (stage.days[4]?.day ?? stage.today)
  const fitting = stage.days.filter(({ day }) => {
    const ago = daysBetween(day, stage.today)
    const inRange = recent ? ago > 0 && ago <= WRITTEN_ONLY_DAYS : ago > WRITTEN_ONLY_DAYS
    return inRange && day > opens && suits(post, day)
  })
  const choices = (fitting.length > 0 ? fitting : stage.days.slice(5, -1)).map(
    ({ day, weight }) => [day, weight] as const,
  )
  return writingTime(stage.draw.weighted(choices), author.team, stage.draw)
}

function writtenPost(stage: Stage, post: DemoPost, at: Date): StoryPost {
  const author = voice(stage, post.by)
  const present = presentAt(stage, post.in, at)
  const comments = conversation(stage, post.key, at, post.replies)
  const reactions = reactionsTo(
    { kind: post.kind, at, author, lively: post.minutesAgo === undefined ? 1 : 2.2 },
    present,
    stage.now,
    stage.draw,
  )
  const { key, language, topics, in: space } = post
  const body = bodyOf(stage, post, present)
  return {
    id: uuid7(key, at),
    key,
    author,
    space,
    language,
    at,
    body,
    topics,
    image: post.image ?? null,
    comments,
    reactions,
  }
}

function bodyOf(stage: Stage, post: DemoPost, present: readonly DemoPerson[]): StoryBody {
  switch (post.kind) {
    case 'message':
      return { kind: 'message', text: post.text }
    case 'question':
    case 'idea':
      return { kind: post.kind, title: post.title, text: post.text }
    case 'practice': {
      const { kind, title, concern, gesture, gain } = post
      return { kind, title, concern, gesture, gain, adopters: adopters(post.by, present, stage.draw) }
    }
    case 'kudos':
      return { kind: 'kudos', to: voice(stage, post.to), text: post.text }
    case 'poll': {
      const options = votesOn(post.options, post.choice, present, stage.draw)
      return { kind: 'poll', title: post.title, choice: post.choice, anonymous: post.anonymous, options }
    }
  }
}

function conversation(
  stage: Stage,
  key: string,
  from: Date,
  replies: readonly Reply[],
  parent: string | null = null,
): StoryComment[] {
  let clock = from
  return replies.flatMap((reply, index) => {
    const author = voice(stage, reply.by)
    clock = answeredAt(clock, author, stage.now, stage.draw)
    const path = `${key}/${index + 1}`
    const id = uuid7(path, clock)
    const comment = { id, parent, author, text: reply.text, at: clock, accepted: reply.accepted ?? false }
    return [comment, ...conversation(stage, path, clock, reply.replies, id)]
  })
}
