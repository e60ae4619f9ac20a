export const STATES = ['idea', 'drafted', 'ready', 'scheduled', 'published', 'dropped'] as const
export type SlotState = (typeof STATES)[number]
export const SLOT_KINDS = ['post', 'event', 'newsletter', 'share', 'turn'] as const
export type SlotKind = (typeof SLOT_KINDS)[number]
export const CHANNELS = ['feed', 'screen', 'gathering', 'outside', 'letter', 'text'] as const
export type Channel = (typeof CHANNELS)[number]

/** What people may decide; `published` is the clock's alone. */
const STEPS: Record<SlotState, readonly SlotState[]> = {
  idea: ['drafted', 'ready', 'scheduled', 'dropped'],
  drafted: ['idea', 'ready', 'scheduled', 'dropped'],
  ready: ['drafted', 'scheduled', 'dropped'],
  scheduled: ['ready', 'drafted', 'dropped'],
  published: [],
  dropped: ['idea', 'drafted'],
}

export const mayMove = (from: SlotState, to: SlotState): boolean => STEPS[from].includes(to)

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
