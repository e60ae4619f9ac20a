import type { NamedPerson } from './person.ts'
import type { SpaceKey } from './spaces.ts'
import { frenchSpacing } from '../rules/typography.ts'

/** Who speaks: the slug of somebody named in people.ts. */
export type Voice = NamedPerson['slug']

export type Reply = { by: Voice; text: string; accepted?: true; replies: readonly Reply[] }

export type Scene = { file: string; alt: string }

type Written = {
  /** Stable across loads, as long as the file keeps its order. */
  key: string
  by: Voice
  in: SpaceKey
  language: 'fr' | 'en'
  replies: readonly Reply[]
  topics: readonly string[]
  image?: Scene
  /** Calendar months (1 to 12) in which the post makes sense; any month when absent. */
  months?: readonly number[]
  /** Pinned to the first screens: published that many minutes before the network is opened. */
  minutesAgo?: number
  /** Only once everybody has been invited. */
  afterLaunch?: true
}

export type DemoPost =
  | (Written & { kind: 'message'; text: string })
  | (Written & { kind: 'question'; title: string; text: string })
  | (Written & { kind: 'practice'; title: string; concern: string; gesture: string; gain: string })
  | (Written & { kind: 'idea'; title: string; text: string })
  | (Written & { kind: 'kudos'; to: Voice; text: string })
  | (Written & {
      kind: 'poll'
      title: string
      options: readonly PollOption[]
      choice: 'single' | 'multiple'
      anonymous: boolean
    })

/** Share: the part of the votes, in percent, that this option gathers. */
export type PollOption = { label: string; share: number }

type Draft<P> = P extends DemoPost ? Omit<P, 'key'> : never
export type DraftPost = Draft<DemoPost>

type More = Partial<Pick<Written, 'image' | 'months' | 'topics' | 'minutesAgo' | 'afterLaunch'>>

const languageOf = (space: SpaceKey) => (space === 'export' ? 'en' : 'fr')

const base = (by: Voice, space: SpaceKey, replies: readonly Reply[], more: More) => ({
  by,
  in: space,
  language: languageOf(space) as 'fr' | 'en',
  replies,
  topics: [],
  ...more,
})

export const message = (
  by: Voice,
  space: SpaceKey,
  text: string,
  replies: readonly Reply[],
  more: More = {},
): DraftPost => ({
  kind: 'message',
  text,
  ...base(by, space, replies, more),
})

export const question = (
  by: Voice,
  space: SpaceKey,
  title: string,
  text: string,
  replies: readonly Reply[],
  more: More = {},
): DraftPost => ({ kind: 'question', title, text, ...base(by, space, replies, more) })

export const practice = (
  by: Voice,
  space: SpaceKey,
  title: string,
  [concern, gesture, gain]: [concern: string, gesture: string, gain: string],
  replies: readonly Reply[],
  more: More = {},
): DraftPost => ({ kind: 'practice', title, concern, gesture, gain, ...base(by, space, replies, more) })

export const idea = (
  by: Voice,
  space: SpaceKey,
  title: string,
  text: string,
  replies: readonly Reply[],
  more: More = {},
): DraftPost => ({ kind: 'idea', title, text, ...base(by, space, replies, more) })

export const kudos = (
  by: Voice,
  to: Voice,
  space: SpaceKey,
  text: string,
  replies: readonly Reply[],
  more: More = {},
): DraftPost => ({ kind: 'kudos', to, text, ...base(by, space, replies, more) })

export const poll = (
  by: Voice,
  space: SpaceKey,
  title: string,
  options: readonly [label: string, share: number][],
  replies: readonly Reply[],
  more: More & { choice?: 'single' | 'multiple'; anonymous?: boolean } = {},
): DraftPost => {
  const { choice = 'single', anonymous = false, ...rest } = more
  const shares = options.map(([label, share]) => ({ label, share }))
  return { kind: 'poll', title, options: shares, choice, anonymous, ...base(by, space, replies, rest) }
}

/** A reply, with what was answered to it. */
export const r = (by: Voice, text: string, ...replies: Reply[]): Reply => ({ by, text, replies })

/** The reply that the author of the question kept. */
export const ok = (by: Voice, text: string, ...replies: Reply[]): Reply => ({
  by,
  text,
  accepted: true,
  replies,
})

/** Gives each post of a file its key, and French its unbreakable spaces. */
export function keyed(prefix: string, drafts: readonly DraftPost[]): DemoPost[] {
  return drafts.map((draft, index) => {
    const post: DemoPost = { ...draft, key: `${prefix}-${String(index + 1).padStart(2, '0')}` }
    return post.language === 'fr' ? spaced(post) : post
  })
}

function spaced<T>(value: T): T {
  if (typeof value === 'string') return frenchSpacing(value) as T
  if (Array.isArray(value)) return value.map(spaced) as T
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, held]) => [
    name,
    UNSPACED.has(name) ? held : spaced(held),
  ])
  return Object.fromEntries(entries) as T
}

const UNSPACED = new Set(['key', 'by', 'in', 'to', 'kind', 'language', 'file', 'months', 'choice'])
