import type { DemoPost, Reply, Scene } from '../content/post.ts'
import { posts as writtenPosts } from '../content/posts.ts'
import type { SpaceKey } from '../content/spaces.ts'
import { arrivals, launchDay, type Arrival } from './arrivals.ts'
import { answeredAt, writingTime } from './hours.ts'
import { random, uuid7, type Random } from './random.ts'
import { adopters, reactionsTo, votesOn, type Reaction } from './responses.ts'
import { dayInParis, daysBetween, monthOf, season, type Day, type SeasonDay } from './season.ts'
import { seats, type Seats } from './seats.ts'
import { tail, type TailPost } from './tail.ts'
import { welcomesOf, type Welcome } from './welcomes.ts'
import { workforce, type DemoPerson } from './workforce.ts'

export type StoryComment = {
  id: string
  parent: string | null
  author: DemoPerson
  text: string
  at: Date
  accepted: boolean
}

export type StoryBody =
  | { kind: 'message'; text: string }
  | { kind: 'question'; title: string; text: string }
  | {
      kind: 'practice'
      title: string
      concern: string
      gesture: string
      gain: string
      adopters: readonly DemoPerson[]
    }
  | { kind: 'idea'; title: string; text: string }
  | { kind: 'kudos'; to: DemoPerson; text: string }
  | {
      kind: 'poll'
      title: string
      choice: 'single' | 'multiple'
      anonymous: boolean
      options: readonly { label: string; voters: readonly DemoPerson[] }[]
    }

export type StoryPost = {
  id: string
  key: string
  author: DemoPerson
  space: SpaceKey
  language: 'fr' | 'en'
  at: Date
  body: StoryBody
  topics: readonly string[]
  image: Scene | null
  comments: readonly StoryComment[]
  reactions: readonly Reaction[]
}

export type Story = {
  people: readonly DemoPerson[]
  arrivals: readonly Arrival[]
  seats: Seats
  /** Oldest first. */
  posts: readonly StoryPost[]
  welcomes: readonly Welcome[]
}

export type StoryOptions = { seed: string; now: Date; tailPosts?: number }

/** The last days hold written posts only, so that nothing composed is met on the first screens. */
const WRITTEN_ONLY_DAYS = 12
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
  const posts = [...written(scene), ...composed(scene, tailPosts)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  return { people, arrivals: came, seats: sitting, posts, welcomes: welcomesOf(seed, today, now, came) }
}

type Stage = {
  now: Date
  today: Day
  days: readonly SeasonDay[]
  arrivals: readonly Arrival[]
  seats: Seats
  bySlug: ReadonlyMap<string, DemoPerson>
  draw: Random
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

function presentAt(stage: Stage, space: SpaceKey, at: Date): DemoPerson[] {
  const day = dayInParis(at)
  const seated = stage.seats.get(space) ?? []
  return seated.filter((each) => each.arrivedOn !== null && each.arrivedOn < day).map((each) => each.person)
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

function composed(stage: Stage, count: number): StoryPost[] {
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
