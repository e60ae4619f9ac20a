import { practice, say } from './practice.ts'

export interface B5Facts {
  preview: boolean
  relays: number
  relaysEver: boolean
  /** People who heard a relay in thirty days; null under the threshold. */
  reached: number | null
  /** Share kits open today, and browsers that followed their links in thirty days. */
  kits: number
  visitors: number
}

/** Show the added value: a page that presents the community, and people who speak of it. */
export const b5 = practice({
  limits: {},
  judge(facts: B5Facts) {
    const { preview, relays, relaysEver, reached, kits, visitors } = facts
    const told = relays > 0 || visitors > 0
    const evidence = [say(preview ? 'b5.preview' : 'b5.no_preview')]
    if (reached !== null && relays > 0) evidence.push(say('b5.relays', { count: relays, reached }))
    if (kits > 0) evidence.push(say('b5.kits', { count: kits, visitors }))
    if (!preview && !told && kits === 0)
      return {
        state: relaysEver ? 'slipping' : 'not_started',
        evidence,
        action: { key: 'b5.preview', page: 'prepare' },
      }
    if (relaysEver && !told)
      return {
        state: 'slipping',
        evidence: [...evidence, say('b5.quiet')],
        action: { key: 'b5.relay', page: 'missions' },
      }
    return {
      state: preview && told ? 'alive' : 'in_progress',
      evidence,
      action: preview ? { key: 'b5.kit', page: 'kits' } : { key: 'b5.preview', page: 'prepare' },
    }
  },
})
