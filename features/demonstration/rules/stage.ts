import type { Scene } from '../content/post.ts'
import type { SpaceKey } from '../content/spaces.ts'
import type { Arrival } from './arrivals.ts'
import type { Random } from './random.ts'
import type { Reaction } from './responses.ts'
import { dayInParis, type Day, type SeasonDay } from './season.ts'
import type { Seats } from './seats.ts'
import type { DemoPerson } from './workforce.ts'

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

/** What the whole story is told with. */
export type Stage = {
  now: Date
  today: Day
  days: readonly SeasonDay[]
  arrivals: readonly Arrival[]
  seats: Seats
  bySlug: ReadonlyMap<string, DemoPerson>
  draw: Random
}

/** The last days hold written posts only, so that nothing composed is met on the first screens. */
export const WRITTEN_ONLY_DAYS = 12

/** Who sat in the space and had come before that day. */
export function presentAt(stage: Stage, space: SpaceKey, at: Date): DemoPerson[] {
  const day = dayInParis(at)
  const seated = stage.seats.get(space) ?? []
  return seated.filter((each) => each.arrivedOn !== null && each.arrivedOn < day).map((each) => each.person)
}
