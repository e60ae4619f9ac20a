import { expect, test } from 'vitest'
import { weightsOf } from './kinds.ts'
import { easyThings, firstProposal } from './proposals.ts'
import { clockOf, instantOf, leavingAt } from './quiet.ts'
import { reasonParts } from './reason.ts'
import { pausesOf, shareOfPeriod } from './season.ts'

const PARIS = 'Europe/Paris'
/** Week-ends, and the eleventh of November. */
const nextWorkingDay = (day: string): string => {
  let at = new Date(`${day}T12:00:00Z`)
  const quiet = () => [0, 6].includes(at.getUTCDay()) || at.toISOString().slice(5, 10) === '11-11'
  while (quiet()) at = new Date(at.getTime() + 86_400_000)
  return at.toISOString().slice(0, 10)
}
const leaves = (at: string) => {
  const { at: then, now } = leavingAt(new Date(at), PARIS, nextWorkingDay)
  return now ? 'now' : then.toISOString()
}

test('a message leaves at once between eight and eighteen on a working day, where the network is', () => {
  expect(leaves('2026-11-26T07:00:00Z')).toBe('now')
  expect(leaves('2026-11-26T16:59:59Z')).toBe('now')
})

test('earlier, it leaves that morning; later, the next working one', () => {
  expect(leaves('2026-11-26T06:59:00Z')).toBe('2026-11-26T08:00:00.000Z')
  expect(leaves('2026-11-26T17:00:00Z')).toBe('2026-11-27T08:00:00.000Z')
  expect(leaves('2026-11-26T22:30:00Z')).toBe('2026-11-27T08:00:00.000Z')
})

test('nothing leaves at week-ends nor on holidays', () => {
  expect(leaves('2026-11-27T18:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
  expect(leaves('2026-11-28T10:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
  expect(leaves('2026-11-11T09:00:00Z')).toBe('2026-11-12T08:00:00.000Z')
})

test('hours are those of the clocks there, in summer and in winter', () => {
  expect(instantOf('2026-07-14', 9, PARIS).toISOString()).toBe('2026-07-14T07:00:00.000Z')
  expect(instantOf('2026-12-14', 9, PARIS).toISOString()).toBe('2026-12-14T08:00:00.000Z')
  expect(clockOf(new Date('2026-12-14T23:30:00Z'), PARIS)).toEqual({ day: '2026-12-15', hour: 0 })
})

test('days of leave and pauses are taken out of the time there was', () => {
  // Monday to Sunday: five ordinary days, of which two away.
  const share = (away: { from: string; to: string }[], each = 1) =>
    shareOfPeriod(() => each, away, '2026-11-23', '2026-11-29')
  expect(share([])).toBe(1)
  expect(share([{ from: '2026-11-25', to: '2026-11-26' }])).toBe(0.6)
  expect(share([{ from: '2026-11-28', to: '2026-11-29' }])).toBe(1)
  expect(share([], 0.75)).toBe(0.75)
  expect(shareOfPeriod(() => 1, [], '2026-11-28', '2026-11-29')).toBe(0)
})

test('pauses are read from the life line, one that goes on until today', () => {
  const steps = [
    { to: 'active', day: '2026-01-05' },
    { to: 'paused', day: '2026-03-01' },
    { to: 'active', day: '2026-04-01' },
    { to: 'paused', day: '2026-11-01' },
  ]
  expect(pausesOf(steps, '2026-11-27')).toEqual([
    { from: '2026-03-01', to: '2026-04-01' },
    { from: '2026-11-01', to: '2026-11-27' },
  ])
})

test('a first word comes first; then a talk; then a break, then a lighter role', () => {
  expect(firstProposal('fading', [])).toBe('nudge')
  expect(firstProposal('fading', ['nudge'])).toBe('talk')
  expect(firstProposal('silent', ['nudge'])).toBe('talk')
  expect(firstProposal('silent', ['talk'])).toBe('pause')
  expect(firstProposal('silent', ['talk', 'pause'])).toBe('lighter')
})

test('three easy things, from what somebody likes to do, never the same twice', () => {
  expect(easyThings(['host', 'relay'])).toEqual(['host_coffee', 'relay_team', 'host_table'])
  expect(easyThings(['welcome'])).toEqual(['welcome_newcomer', 'welcome_coffee', 'answer_question'])
  expect(new Set(easyThings([])).size).toBe(3)
})

test('what a programme has not chosen keeps its usual weight', () => {
  const table = weightsOf([{ kind: 'post', weight: 3, counted: false }])
  expect(table).toHaveLength(11)
  expect(table[0]).toEqual({ kind: 'post', weight: 3, counted: false })
  expect(table.find((own) => own.kind === 'hosting')).toEqual({ kind: 'hosting', weight: 2, counted: true })
})

test('small counts are said in letters, large ones in figures', () => {
  const say = (key: string, values?: Record<string, unknown>) =>
    key.startsWith('reason.code')
      ? `${values?.done} / ${values?.usual}`
      : `${key} ${values?.count ?? ''}`.trim()
  const standing = { code: 'below_usual', done: 2, usual: 12, agreed: 3 } as const
  expect(reasonParts(standing, say, '31 octobre')).toBe('reason.done.2 / reason.usual.more 12')
})
