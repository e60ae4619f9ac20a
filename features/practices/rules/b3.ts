import { practice, say } from './practice.ts'

export const SET_UP = ['logo', 'people', 'zones', 'administrators', 'mail', 'arrivals'] as const
export type SetUpPoint = (typeof SET_UP)[number]

export interface B3Facts {
  /** What the network has of its set-up. */
  done: SetUpPoint[]
}

/** One dedicated tool: the network's own set-up is complete. */
export const b3 = practice({
  limits: {},
  judge({ done }: B3Facts) {
    const missing = SET_UP.filter((point) => !done.includes(point))
    return {
      state: missing.length === 0 ? 'alive' : done.length === 0 ? 'not_started' : 'in_progress',
      evidence: [
        say('b3.done', { count: done.length, all: SET_UP.length }),
        ...missing.map((point) => say(`b3.no_${point}`)),
      ],
      action: { key: missing.length === 0 ? 'b3.look' : 'b3.finish', page: 'administration' },
    }
  },
})
