import { expect, test } from 'vitest'
import { isStalled, median, quietCounts } from './overview.ts'
import { mayRemind, reminderDue } from './reminders.ts'
import { detailsFor, declaredByOneself, dueAt, hasPassed, isRight, whatIsWrong } from './steps.ts'
import { checksOf, endsWithQuestion, fromFrame, isConcrete, jargonIn, speaksForOneself } from './writing.ts'

const at = (iso: string) => new Date(iso)
const option = (id: string) => ({ id, label: id })
const question = {
  id: 'q',
  ask: 'Alors ?',
  options: [option('a'), option('b'), option('c')],
  right: ['a', 'b'],
  explanation: '',
}
const lesson = { id: 'l', title: 'Une leçon', text: 'Un texte' }

test('an answer is right with every right option and no other, whatever the order', () => {
  expect(isRight(question, ['b', 'a'])).toBe(true)
  expect(isRight(question, ['a'])).toBe(false)
  expect(isRight(question, ['a', 'b', 'c'])).toBe(false)
  expect(isRight(question, ['a', 'a', 'b'])).toBe(true)
})

test('one passes at the mark, not just under it', () => {
  expect(hasPassed(3, 4, 75)).toBe(true)
  expect(hasPassed(2, 4, 75)).toBe(false)
  expect(hasPassed(0, 4, 0)).toBe(true)
})

test('a step says what its kind needs, and keeps nothing of another kind', () => {
  expect(detailsFor('call', { text: 'x', task: 'install' })).toEqual({})
  expect(detailsFor('meeting', { with: 'founding', text: 'x' })).toEqual({ with: 'founding' })
  expect(whatIsWrong('read', { text: '' })).toBe('step.read_empty')
  expect(whatIsWrong('read', { text: '', link: 'javascript:alert(1)' })).toBe('step.link')
  expect(whatIsWrong('read', { text: '', link: '//ailleurs.example' })).toBe('step.link')
  expect(whatIsWrong('read', { text: '', link: '/publications/1' })).toBe(null)
  expect(whatIsWrong('learn', { lessons: [] })).toBe('step.no_lesson')
  expect(whatIsWrong('learn', { lessons: [{ ...lesson, text: ' ' }] })).toBe('step.lesson_empty')
  expect(
    whatIsWrong('learn', { lessons: [lesson], questions: [{ ...question, options: [option('a')] }] }),
  ).toBe('step.question_options')
  expect(whatIsWrong('learn', { lessons: [lesson], questions: [{ ...question, right: [] }] })).toBe(
    'step.question_right',
  )
  expect(whatIsWrong('learn', { lessons: [lesson], questions: [{ ...question, right: ['z'] }] })).toBe(
    'step.question_right',
  )
  expect(whatIsWrong('learn', { lessons: [lesson, lesson], questions: [question] })).toBe('step.same_id')
  expect(whatIsWrong('learn', { lessons: [lesson], questions: [question] })).toBe(null)
})

test('one ticks what only oneself knows; what the data or two people say is not ticked', () => {
  expect(declaredByOneself('read', {})).toBe(true)
  expect(declaredByOneself('do', { task: 'install' })).toBe(true)
  expect(declaredByOneself('do', { task: 'profile' })).toBe(false)
  expect(declaredByOneself('meeting', { with: 'founding' })).toBe(false)
  expect(declaredByOneself('learn', { questions: [question] })).toBe(false)
  expect(declaredByOneself('learn', { questions: [] })).toBe(true)
  expect(declaredByOneself('sign', {})).toBe(false)
  expect(declaredByOneself('call', {})).toBe(false)
})

test('a reminder comes in the two days before, then once after; never the same twice', () => {
  const due = dueAt(at('2026-11-02T09:00:00Z'), 7)
  const step = { dueAt: due, remindedBefore: false, remindedAfter: false }
  expect(reminderDue(step, at('2026-11-07T08:59:59Z'))).toBe(null)
  expect(reminderDue(step, at('2026-11-07T09:00:00Z'))).toBe('before')
  expect(reminderDue({ ...step, remindedBefore: true }, at('2026-11-08T09:00:00Z'))).toBe(null)
  expect(reminderDue(step, at('2026-11-09T09:00:01Z'))).toBe('after')
  expect(reminderDue({ ...step, remindedAfter: true }, at('2026-11-20T09:00:00Z'))).toBe(null)
  expect(reminderDue({ ...step, dueAt: null }, at('2026-11-20T09:00:00Z'))).toBe(null)
})

test('at most one reminder a week', () => {
  expect(mayRemind(null, at('2026-11-09T09:00:00Z'))).toBe(true)
  expect(mayRemind(at('2026-11-02T09:00:01Z'), at('2026-11-09T09:00:00Z'))).toBe(false)
  expect(mayRemind(at('2026-11-02T09:00:00Z'), at('2026-11-09T09:00:00Z'))).toBe(true)
})

test('somebody stalls a week after the due day, not the day before', () => {
  expect(isStalled(at('2026-11-02T09:00:00Z'), at('2026-11-09T08:59:59Z'))).toBe(false)
  expect(isStalled(at('2026-11-02T09:00:00Z'), at('2026-11-09T09:00:00Z'))).toBe(true)
  expect(isStalled(null, at('2026-11-09T09:00:00Z'))).toBe(false)
})

test('counts under the threshold are silent, and so are those that would give one away', () => {
  const step = (waiting: number, stalled: number) => ({ id: 's', waiting, stalled })
  expect(quietCounts([step(9, 0)], 9, 10)).toEqual({
    underWay: null,
    steps: [{ id: 's', waiting: null, stalled: null }],
  })
  expect(quietCounts([step(12, 0), step(3, 0)], 15, 10).steps.map((one) => one.waiting)).toEqual([null, null])
  expect(quietCounts([step(12, 11)], 12, 10).steps[0]?.stalled).toBe(null)
  expect(quietCounts([step(22, 11), step(0, 0)], 22, 10)).toEqual({
    underWay: 22,
    steps: [
      { id: 's', waiting: 22, stalled: 11 },
      { id: 's', waiting: 0, stalled: 0 },
    ],
  })
})

test('the median is the middle one, or between the two', () => {
  expect(median([])).toBe(null)
  expect(median([9, 1, 4])).toBe(4)
  expect(median([1, 2, 3, 10])).toBe(2.5)
})

test('what is concrete has a name, a place or a figure inside a sentence', () => {
  expect(isConcrete('Cette semaine, Bruno m’a montré comment tracer.')).toBe(true)
  expect(isConcrete('Je suis passé par l’atelier de Castres.')).toBe(true)
  expect(isConcrete('J’ai refait trois fois, puis 12.')).toBe(true)
  expect(isConcrete('On améliore la communication. Ensemble on va plus loin.')).toBe(false)
})

test('jargon is found as whole words, in both languages, whatever the apostrophe', () => {
  expect(jargonIn('Une belle synergie, et des quick wins.')).toEqual(['synergie', 'quick wins'])
  expect(jargonIn('Le processus de pose')).toEqual([])
  expect(jargonIn('We will circle back')).toEqual(['circle back'])
})

test('a question counts when it closes the text', () => {
  expect(endsWithQuestion('J’ai refait trois fois. Et vous, c’est quoi le geste le plus long ?')).toBe(true)
  expect(endsWithQuestion('Vous savez quoi ? J’ai réussi.')).toBe(false)
  expect(endsWithQuestion('« Et chez vous ? » ')).toBe(true)
})

test('speaking for oneself is heard, elision included', () => {
  expect(speaksForOneself('J’ai appris')).toBe(true)
  expect(speaksForOneself('Les équipes ont appris')).toBe(false)
  expect(speaksForOneself('Here is how I do it')).toBe(true)
})

test('a good first post passes every check; an empty one none', () => {
  const text =
    'Cette semaine, Bruno m’a montré comment tracer un limon sans gabarit. J’ai refait trois fois, la quatrième était juste. Et vous, quel geste vous a pris le plus de temps ?'
  expect(checksOf({ text, picture: true, alt: 'Mes mains sur le limon' })).toEqual({
    length: true,
    concrete: true,
    me: true,
    question: true,
    plain: true,
    picture: true,
  })
  expect(Object.values(checksOf({ text: '', picture: false, alt: '' })).some(Boolean)).toBe(false)
  expect(checksOf({ text, picture: true, alt: '' }).picture).toBe(false)
})

test('a frame reads as one text, and what is left empty leaves nothing', () => {
  expect(fromFrame({ worry: 'On perdait une heure. ', gesture: '', gain: 'Plus maintenant.' })).toBe(
    'On perdait une heure.\n\nPlus maintenant.',
  )
})
