import { percent, practice, say, share } from './practice.ts'

export interface A5Facts {
  followed: number
  /** Of ambassadors thriving or on track; null under the threshold. */
  onTrack: number | null
  /** Talks that a keeper has not had yet; null under the threshold. */
  due: number | null
}

/** The role is not an option: what was agreed is followed with kindness, and nobody fades unheard. */
export const a5 = practice({
  limits: { onTrack: share(0.7) },
  judge(facts: A5Facts, limit) {
    const { followed, onTrack, due } = facts
    if (followed === 0)
      return {
        state: 'not_started',
        evidence: [say('a5.nobody')],
        action: { key: 'a5.open', page: 'programme' },
      }
    if (onTrack === null)
      return {
        state: 'in_progress',
        evidence: [say('silent')],
        action: { key: 'a5.follow', page: 'follow_up' },
      }
    const evidence = [say('a5.on_track', { share: percent(onTrack), count: followed })]
    if (due !== null && due > 0) evidence.push(say('a5.due', { count: due }))
    return {
      state: onTrack >= limit.onTrack ? 'alive' : 'slipping',
      evidence,
      action: { key: due ? 'a5.talk' : 'a5.follow', page: 'follow_up' },
    }
  },
})
