import { expect, test } from 'vitest'
import type { StoryBody } from './stage.ts'
import { story } from './story.ts'

const now = new Date('2026-11-22T19:50:00Z')
const told = story({ seed: 'aubrelle', now })
const comments = told.posts.flatMap((post) => post.comments.map((comment) => ({ post, comment })))

test('the same seed and the same instant tell the same story', () => {
  expect(story({ seed: 'aubrelle', now, tailPosts: 40 })).toEqual(
    story({ seed: 'aubrelle', now, tailPosts: 40 }),
  )
})

const wordsOf = (body: StoryBody) => {
  if (body.kind === 'practice') return body.gesture
  return 'text' in body ? body.text : body.title
}

test('no two posts and no two comments are the same, over eighteen months', () => {
  const said = [
    ...told.posts.map((post) => wordsOf(post.body)),
    ...comments.map(({ comment }) => comment.text),
  ]
  expect(new Set(said).size).toBe(said.length)
  expect(said.filter((text) => /[{}]/.test(text))).toEqual([])
  expect(told.posts.length).toBeGreaterThan(1400)
})

test('the last days hold written posts only, and three questions still wait', () => {
  const since = new Date(now.getTime() - 11 * 86_400_000)
  const recent = told.posts.filter((post) => post.at > since)
  expect(recent.length).toBeGreaterThan(60)
  expect(recent.filter((post) => post.key.startsWith('tail'))).toEqual([])
  const waiting = told.posts.filter((post) => post.body.kind === 'question' && post.comments.length === 0)
  expect(waiting.map((post) => post.author.slug)).toEqual(['romain', 'fatou', 'patrick'])
})

test('time flows: answers follow what they answer, and nothing happens after now', () => {
  expect(comments.filter(({ post, comment }) => comment.at < post.at || comment.at > now)).toEqual([])
  expect(
    told.posts.filter((post) => post.reactions.some((each) => each.at < post.at || each.at > now)),
  ).toEqual([])
  const byId = new Map(comments.map(({ comment }) => [comment.id, comment]))
  const early = comments.filter(
    ({ comment }) => comment.parent && (byId.get(comment.parent)?.at ?? now) > comment.at,
  )
  expect(early).toEqual([])
})

test('nobody writes, answers or reacts where they have no seat, or before they came', () => {
  const arrived = new Map(told.arrivals.map((each) => [each.person, each.arrivedOn]))
  const seated = new Map(
    [...told.seats].map(([space, seats]) => [space, new Set(seats.map((each) => each.person))]),
  )
  const acts = told.posts.flatMap((post) => [
    { post, person: post.author, at: post.at },
    ...post.comments.map((comment) => ({ post, person: comment.author, at: comment.at })),
    ...post.reactions.map((each) => ({ post, ...each })),
  ])
  const wrong = acts.filter(
    ({ post, person, at }) =>
      !seated.get(post.space)?.has(person) || (arrived.get(person) ?? '9999') > at.toISOString().slice(0, 10),
  )
  expect(wrong.map(({ post, person }) => `${person.given} in ${post.key}`)).toEqual([])
})

test('one reaction a person, one vote a person in a single choice', () => {
  for (const post of told.posts) {
    const people = post.reactions.map((each) => each.person)
    expect(new Set(people).size).toBe(people.length)
    if (post.body.kind !== 'poll' || post.body.choice === 'multiple') continue
    const voters = post.body.options.flatMap((option) => option.voters)
    expect(new Set(voters).size).toBe(voters.length)
  }
})

test('partners from outside sit in three spaces only', () => {
  const spaces = [...told.seats].flatMap(([space, seats]) =>
    seats.some((each) => each.person.organization === 'Scierie Morvannel') ? [space] : [],
  )
  expect(spaces.sort()).toEqual(['champagnole', 'export', 'tempo'])
})

test('everybody of the last fortnight got a hello of their own, except the five', () => {
  const texts = told.welcomes.map((each) => each.text)
  expect(new Set(texts).size).toBe(texts.length)
  expect(told.welcomes.some((each) => each.to.newcomer)).toBe(false)
  expect(told.welcomes.filter((each) => each.at > now)).toEqual([])
})

test('the story holds on another day too', () => {
  const spring = story({ seed: 'aubrelle', now: new Date('2027-02-16T05:10:00Z'), tailPosts: 60 })
  expect(spring.posts.at(-1)?.key).toBe('front-01')
  const last = spring.posts.slice(-40).map((post) => post.at.getTime())
  expect(Math.max(...last)).toBeLessThan(new Date('2027-02-16T05:10:00Z').getTime())
})
