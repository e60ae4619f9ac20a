export const STATES = ['idea', 'drafted', 'ready', 'scheduled', 'published', 'held', 'dropped'] as const
export type SlotState = (typeof STATES)[number]
export const SLOT_KINDS = ['post', 'event', 'newsletter', 'share', 'turn'] as const
export type SlotKind = (typeof SLOT_KINDS)[number]
export const CHANNELS = ['feed', 'screen', 'gathering', 'outside', 'letter', 'text'] as const
export type Channel = (typeof CHANNELS)[number]

/** What people may decide; `published` is the clock's alone, `held` is only ever said by somebody. */
const STEPS: Record<SlotState, readonly SlotState[]> = {
  idea: ['drafted', 'ready', 'scheduled', 'held', 'dropped'],
  drafted: ['idea', 'ready', 'scheduled', 'held', 'dropped'],
  ready: ['drafted', 'scheduled', 'held', 'dropped'],
  scheduled: ['ready', 'drafted', 'held', 'dropped'],
  published: [],
  held: ['ready'],
  dropped: ['idea', 'drafted'],
}

export const mayMove = (from: SlotState, to: SlotState): boolean => STEPS[from].includes(to)

/** Nothing more is written or moved in it. */
export const isOver = (state: SlotState): boolean =>
  state === 'published' || state === 'held' || state === 'dropped'

/** Posts and kits leave by themselves; an event, a newsletter and a turn are somebody's doing: their owner is reminded. */
export const isReminded = (kind: SlotKind): boolean => kind !== 'post' && kind !== 'share'

/** Covers its week: somebody works on it. An idea fills nothing yet. */
export const fillsWeek = (state: SlotState): boolean => state !== 'idea' && state !== 'dropped'

const FAVOURED: Record<SlotKind, Channel> = {
  post: 'feed',
  event: 'gathering',
  newsletter: 'letter',
  share: 'outside',
  turn: 'outside',
}
export const usualChannel = (kind: SlotKind): Channel => FAVOURED[kind]
