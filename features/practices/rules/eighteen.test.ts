import { expect, test } from 'vitest'
import { CODES, judge, RULES, wrongLimit, type Facts } from './eighteen.ts'
import { trendBetween } from './practice.ts'

const A1: Facts['a1'] = { seats: 80, serving: 80, contributions: 10, regarded: 6, silent: false }
const A2: Facts['a2'] = { journey: true, underWay: 3, complete: 9, medianDays: 30, stalled: 1 }
const A3: Facts['a3'] = {
  cadenceDays: 90,
  lastHeldDaysAgo: 105,
  planned: false,
  onSite: 22,
  online: 11,
  circlesWaiting: 0,
}
const A4: Facts['a4'] = {
  newcomers: 100,
  contributed: 30,
  medianDays: 14,
  letters: 40,
  lettersIn: 20,
  silent: false,
}
const A8: Facts['a8'] = {
  newcomers: 10,
  welcomed: 8,
  medianAnswerHours: 24,
  unanswered: 0,
  weeksCovered: 3,
  againstSeason: 0.8,
}
const B4: Facts['b4'] = {
  actions: 8,
  late: 2,
  objectives: 2,
  onTrack: 1,
  weeksCovered: 3,
  committeeDaysAgo: 45,
}
const B5: Facts['b5'] = { preview: true, relays: 2, relaysEver: true, reached: 40, kits: 1, visitors: 5 }
const keys = (verdict: { evidence: { key: string }[] }) => verdict.evidence.map(({ key }) => key)

test('few contributors: at the cap and at six in ten taken up it lives, one more or one less and it slips', () => {
  expect(judge('a1', A1).state).toBe('alive')
  expect(judge('a1', { ...A1, serving: 81 }).state).toBe('slipping')
  expect(judge('a1', { ...A1, regarded: 5 }).state).toBe('slipping')
  expect(judge('a1', { ...A1, contributions: 4, regarded: 4 }).state).toBe('in_progress')
  expect(judge('a1', { ...A1, seats: null }).state).toBe('not_started')
  expect(keys(judge('a1', { ...A1, silent: true }))).toContain('silent')
})

test('a journey lives up to thirty days and one in three waiting; a day more, or more people stuck, and it slips', () => {
  expect(judge('a2', A2).state).toBe('alive')
  expect(judge('a2', { ...A2, medianDays: 31 }).state).toBe('slipping')
  expect(judge('a2', { ...A2, stalled: 2 })).toMatchObject({
    state: 'slipping',
    action: { key: 'a2.unblock' },
  })
  expect(judge('a2', { ...A2, complete: 0, medianDays: null }).state).toBe('in_progress')
  expect(judge('a2', { ...A2, journey: false }).state).toBe('not_started')
  const few = judge('a2', { ...A2, underWay: null, stalled: null })
  expect(few.state).toBe('alive')
  expect(keys(few)).toEqual(['silent', 'a2.median'])
})

test('gatherings: two weeks of grace after the cadence, then a date must be found', () => {
  expect(judge('a3', A3).state).toBe('alive')
  expect(judge('a3', { ...A3, lastHeldDaysAgo: 106 }).state).toBe('slipping')
  expect(judge('a3', { ...A3, lastHeldDaysAgo: 106, planned: true }).state).toBe('in_progress')
  expect(judge('a3', { ...A3, lastHeldDaysAgo: null }).state).toBe('not_started')
  expect(judge('a3', { ...A3, lastHeldDaysAgo: null, planned: true }).state).toBe('in_progress')
  expect(judge('a3', { ...A3, cadenceDays: null }).state).toBe('not_started')
  expect(keys(judge('a3', { ...A3, onSite: null, online: null }))).not.toContain('a3.came')
})

test('simple tools: a first word within two weeks for three in ten', () => {
  expect(judge('a4', A4).state).toBe('alive')
  expect(judge('a4', { ...A4, medianDays: 15 }).state).toBe('slipping')
  expect(judge('a4', { ...A4, contributed: 29 }).state).toBe('slipping')
  expect(judge('a4', { ...A4, newcomers: 0 }).state).toBe('not_started')
  expect(judge('a4', { ...A4, silent: true })).toMatchObject({
    state: 'in_progress',
    evidence: [{ key: 'silent' }],
  })
})

test('the role is no option: seven in ten on track; under the threshold nothing is said of people', () => {
  expect(judge('a5', { followed: 40, onTrack: 0.7, due: 0 }).state).toBe('alive')
  expect(judge('a5', { followed: 40, onTrack: 0.69, due: 3 })).toMatchObject({
    state: 'slipping',
    action: { key: 'a5.talk' },
  })
  expect(judge('a5', { followed: 4, onTrack: null, due: null })).toMatchObject({
    state: 'in_progress',
    evidence: [{ key: 'silent' }],
  })
  expect(judge('a5', { followed: 0, onTrack: null, due: null }).state).toBe('not_started')
})

test('top management: a word in thirty days', () => {
  expect(judge('a6', { sponsors: 1, lastWordDaysAgo: 30 }).state).toBe('alive')
  expect(judge('a6', { sponsors: 1, lastWordDaysAgo: 31 }).state).toBe('slipping')
  expect(judge('a6', { sponsors: 1, lastWordDaysAgo: null }).state).toBe('in_progress')
  expect(judge('a6', { sponsors: 0, lastWordDaysAgo: null }).state).toBe('not_started')
})

test('the value of the role: eight letters in ten, and a voice that is handed round', () => {
  const facts = { serving: 10, letters: 8, roster: true, turnsHeld: 1, published: 3 }
  expect(judge('a7', facts).state).toBe('alive')
  expect(judge('a7', { ...facts, letters: 7 }).state).toBe('in_progress')
  expect(judge('a7', { ...facts, turnsHeld: 0 })).toMatchObject({
    state: 'slipping',
    action: { key: 'a7.roster' },
  })
  expect(judge('a7', { ...facts, letters: 0, roster: false, turnsHeld: 0 }).state).toBe('not_started')
})

test('community management: one lack is under way, two slip, and the first lack is the action', () => {
  expect(judge('a8', A8).state).toBe('alive')
  expect(judge('a8', { ...A8, welcomed: 7 })).toMatchObject({
    state: 'in_progress',
    action: { key: 'a8.welcome' },
  })
  expect(judge('a8', { ...A8, medianAnswerHours: 25 }).state).toBe('in_progress')
  expect(judge('a8', { ...A8, weeksCovered: 2 })).toMatchObject({ action: { page: 'calendar' } })
  expect(judge('a8', { ...A8, againstSeason: 0.79 })).toMatchObject({ action: { page: 'season' } })
  expect(judge('a8', { ...A8, welcomed: 7, weeksCovered: 2 }).state).toBe('slipping')
  const nothing = { newcomers: 0, welcomed: 0, medianAnswerHours: null, unanswered: 0, weeksCovered: 0 }
  expect(judge('a8', { ...nothing, againstSeason: null }).state).toBe('not_started')
})

test('fun: three moments a month', () => {
  expect(judge('a9', { moments: 3, momentsBefore: 0, people: 30 }).state).toBe('alive')
  expect(judge('a9', { moments: 2, momentsBefore: 9, people: 30 }).state).toBe('in_progress')
  expect(judge('a9', { moments: 0, momentsBefore: 1, people: null }).state).toBe('slipping')
  expect(judge('a9', { moments: 0, momentsBefore: 0, people: null }).state).toBe('not_started')
  expect(keys(judge('a9', { moments: 3, momentsBefore: 0, people: null }))).toEqual(['a9.moments'])
})

test('vision and audience: all four said, with an objective still to reach', () => {
  const facts = { vision: true, value: true, audience: true, objectivesUnderWay: 1, objectives: 2 }
  expect(judge('b1', facts).state).toBe('alive')
  expect(judge('b1', { ...facts, objectivesUnderWay: 0 }).state).toBe('slipping')
  expect(judge('b1', { ...facts, audience: false })).toMatchObject({
    state: 'in_progress',
    evidence: [{ key: 'b1.no_audience' }],
  })
  const none = { vision: false, value: false, audience: false, objectivesUnderWay: 0, objectives: 0 }
  expect(judge('b1', none).state).toBe('not_started')
})

test('stakeholders: five parts of seven held; one whose holder left slips', () => {
  expect(judge('b2', { held: 5, gone: 0 }).state).toBe('alive')
  expect(judge('b2', { held: 4, gone: 0 }).state).toBe('in_progress')
  expect(judge('b2', { held: 6, gone: 1 }).state).toBe('slipping')
  expect(judge('b2', { held: 0, gone: 0 }).state).toBe('not_started')
})

test('one tool: what the set-up lacks is named', () => {
  const all = ['logo', 'people', 'zones', 'administrators', 'mail', 'arrivals'] as const
  expect(judge('b3', { done: [...all] }).state).toBe('alive')
  expect(judge('b3', { done: ['people'] }).state).toBe('in_progress')
  expect(keys(judge('b3', { done: all.filter((point) => point !== 'mail') }))).toContain('b3.no_mail')
  expect(judge('b3', { done: [] }).state).toBe('not_started')
})

test('the plan: objectives, weeks, committee and late actions, each at its limit', () => {
  expect(judge('b4', B4).state).toBe('alive')
  expect(judge('b4', { ...B4, late: 3 }).state).toBe('slipping')
  expect(judge('b4', { ...B4, onTrack: 0 }).state).toBe('slipping')
  expect(judge('b4', { ...B4, weeksCovered: 2 })).toMatchObject({
    state: 'in_progress',
    action: { page: 'calendar' },
  })
  expect(judge('b4', { ...B4, committeeDaysAgo: 46 })).toMatchObject({
    state: 'in_progress',
    action: { page: 'committee' },
  })
  const empty = { ...B4, actions: 0, late: 0, weeksCovered: 0, committeeDaysAgo: null }
  expect(judge('b4', empty).state).toBe('not_started')
})

test('added value: a page and people who speak of it; once they stop, it slips', () => {
  expect(judge('b5', B5).state).toBe('alive')
  expect(judge('b5', { ...B5, relays: 0, visitors: 0 }).state).toBe('slipping')
  expect(judge('b5', { ...B5, preview: false }).state).toBe('in_progress')
  const none = { preview: false, relays: 0, relaysEver: false, reached: null, kits: 0, visitors: 0 }
  expect(judge('b5', none).state).toBe('not_started')
  expect(keys(judge('b5', { ...B5, reached: null }))).not.toContain('b5.relays')
})

test('activities: two a month of two kinds', () => {
  expect(judge('b6', { activities: 2, kinds: 2, before: 0 }).state).toBe('alive')
  expect(judge('b6', { activities: 5, kinds: 1, before: 0 }).state).toBe('in_progress')
  expect(judge('b6', { activities: 0, kinds: 0, before: 3 }).state).toBe('slipping')
  expect(judge('b6', { activities: 0, kinds: 0, before: 0 }).state).toBe('not_started')
})

test('reward: five people a month, and no more than half of it to the same three', () => {
  const facts = { recognised: 5, recognitions: 10, ever: true, topThree: 0.5 }
  expect(judge('b7', facts).state).toBe('alive')
  expect(judge('b7', { ...facts, topThree: 0.51 }).state).toBe('slipping')
  expect(judge('b7', { ...facts, recognised: 4 }).state).toBe('in_progress')
  expect(judge('b7', { ...facts, recognised: null, topThree: null }).state).toBe('in_progress')
  expect(judge('b7', { recognised: null, recognitions: 0, ever: true, topThree: null }).state).toBe(
    'slipping',
  )
})

test('feedback: asked within ninety days, and what was decided came back', () => {
  const facts = { askedDaysAgo: 90, answers: 40, awaited: 0, decided: 1 }
  expect(judge('b8', facts).state).toBe('alive')
  expect(judge('b8', { ...facts, askedDaysAgo: 91 }).state).toBe('slipping')
  expect(judge('b8', { ...facts, decided: 0 }).state).toBe('in_progress')
  expect(judge('b8', { ...facts, awaited: 1 })).toMatchObject({
    state: 'slipping',
    action: { key: 'b8.close' },
  })
  expect(judge('b8', { ...facts, askedDaysAgo: null }).state).toBe('not_started')
})

test('impact: objectives, and a report within thirty-five days', () => {
  expect(judge('b9', { objectives: 1, reportDaysAgo: 35, recipients: 2, results: 0 }).state).toBe('alive')
  expect(judge('b9', { objectives: 1, reportDaysAgo: 36, recipients: 2, results: 0 }).state).toBe('slipping')
  expect(judge('b9', { objectives: 1, reportDaysAgo: null, recipients: 0, results: 0 })).toMatchObject({
    state: 'in_progress',
    action: { key: 'b9.name' },
  })
  expect(judge('b9', { objectives: 0, reportDaysAgo: 3, recipients: 1, results: 0 }).state).toBe(
    'not_started',
  )
})

test('a community sets its own limits, inside the bounds of each', () => {
  expect(judge('a3', A3, { grace: 5 }).state).toBe('slipping')
  expect(wrongLimit('a1', { regarded: 0.8, enough: 3 })).toBeNull()
  expect(wrongLimit('a1', { regarded: 1.2 })).toBe('regarded')
  expect(wrongLimit('a2', { days: 2.5 })).toBe('days')
  expect(wrongLimit('a6', { grace: 5 })).toBe('grace')
})

test('eighteen practices, and a trend that goes up, down, or stays', () => {
  expect(CODES).toHaveLength(18)
  expect(Object.keys(RULES)).toEqual([...CODES])
  expect(trendBetween('slipping', 'alive')).toBe('up')
  expect(trendBetween('alive', 'slipping')).toBe('down')
  expect(trendBetween('alive', 'alive')).toBe('same')
})
