import { count, days, percent, practice, say, share } from './practice.ts'

export interface B4Facts {
  actions: number
  late: number
  objectives: number
  onTrack: number
  /** Weeks of the next four with something prepared. */
  weeksCovered: number
  committeeDaysAgo: number | null
}

/** Communication plan: objectives on track, weeks covered, a committee that meets. */
export const b4 = practice({
  limits: { onTrack: share(0.5), weeks: count(3, 4), committee: days(45), late: share(0.25) },
  judge(facts: B4Facts, limit) {
    const { actions, late, objectives, onTrack, weeksCovered, committeeDaysAgo } = facts
    if (actions === 0 && weeksCovered === 0 && committeeDaysAgo === null)
      return {
        state: 'not_started',
        evidence: [say('b4.nothing')],
        action: { key: 'b4.template', page: 'plan' },
      }
    const evidence = [say('b4.weeks', { count: weeksCovered })]
    if (actions > 0) evidence.push(say('b4.actions', { count: actions, late }))
    if (objectives > 0)
      evidence.push(say('b4.on_track', { share: percent(onTrack / objectives), count: objectives }))
    evidence.push(
      committeeDaysAgo === null ? say('b4.no_committee') : say('b4.committee', { count: committeeDaysAgo }),
    )
    const lateMuch = actions > 0 && late / actions > limit.late
    const offTrack = objectives > 0 && onTrack / objectives < limit.onTrack
    const bare = weeksCovered < limit.weeks
    const alone = committeeDaysAgo === null || committeeDaysAgo > limit.committee
    const lacks = [lateMuch, offTrack, bare, alone].filter(Boolean).length
    return {
      state: lacks === 0 ? 'alive' : lateMuch || offTrack || lacks > 1 ? 'slipping' : 'in_progress',
      evidence,
      action: bare
        ? { key: 'b4.fill', page: 'calendar' }
        : alone
          ? { key: 'b4.meet', page: 'committee' }
          : { key: 'b4.look', page: 'plan' },
    }
  },
})
