import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { audiences, campaigns, charter, objectives, stakeholders, tempo } from './communities.ts'
import { comments } from './comments.ts'
import { departments } from './departments.ts'
import { namedPeople, portraits } from './people.ts'
import type { DemoPost } from './post.ts'
import { posts } from './posts.ts'
import { sites } from './sites.ts'
import { groups } from './spaces.ts'

const slugs = new Set(namedPeople.map((person) => person.slug))

const textsOf = (post: DemoPost): string[] => {
  switch (post.kind) {
    case 'message':
    case 'kudos':
      return [post.text]
    case 'question':
    case 'idea':
      return [post.title, post.text]
    case 'practice':
      return [post.title, post.concern, post.gesture, post.gain]
    case 'poll':
      return [post.title, ...post.options.map((option) => option.label)]
  }
}

const everythingSaid = [...posts.flatMap(textsOf), ...comments.map((comment) => comment.reply.text)]

const sentences = (text: string) =>
  text
    .split(/(?<=[.?!…])\s+|\n/)
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((sentence) => sentence !== '')

test('there are enough words to fill eighteen months', () => {
  const french = posts.filter((post) => post.language === 'fr')
  expect(french.length).toBeGreaterThanOrEqual(260)
  expect(posts.length - french.length).toBeGreaterThanOrEqual(40)
  expect(comments.filter((comment) => comment.post.language === 'fr').length).toBeGreaterThanOrEqual(700)
  expect(new Set(posts.map((post) => post.kind)).size).toBe(6)
})

test('no sentence is said twice, in any post or comment', () => {
  const seen = new Set<string>()
  const repeated = everythingSaid
    .flatMap(sentences)
    .filter((sentence) => seen.has(sentence) || !seen.add(sentence))
  expect(repeated).toEqual([])
})

test('nobody shouts, and apostrophes are typographic', () => {
  expect(everythingSaid.filter((text) => /!|'/.test(text))).toEqual([])
})

test('whoever writes, answers or is thanked is somebody of Aubrelle who has already been welcomed', () => {
  const newcomers = new Set(namedPeople.filter((person) => person.newcomer).map((person) => person.slug))
  const voices = [
    ...posts.map((post) => post.by),
    ...posts.flatMap((post) => (post.kind === 'kudos' ? [post.to] : [])),
    ...comments.map((comment) => comment.reply.by),
  ]
  expect(voices.filter((slug) => !slugs.has(slug) || newcomers.has(slug))).toEqual([])
})

test('three questions wait for an answer, and every other one has kept exactly one', () => {
  const questions = posts.filter((post) => post.kind === 'question')
  expect(questions.filter((post) => post.replies.length === 0).map((post) => post.by)).toEqual([
    'patrick',
    'fatou',
    'romain',
  ])
  const answered = questions.filter((post) => post.replies.length > 0)
  expect(answered.filter((post) => post.replies.filter((reply) => reply.accepted).length !== 1)).toEqual([])
  expect(comments.filter((comment) => comment.reply.accepted && comment.post.kind !== 'question')).toEqual([])
})

test('the shares of a poll make a hundred', () => {
  const sums = posts.flatMap((post) =>
    post.kind === 'poll' ? [post.options.reduce((sum, option) => sum + option.share, 0)] : [],
  )
  expect(new Set(sums)).toEqual(new Set([100]))
})

test('every portrait and scene is in the project, and every scene is described', () => {
  const images = posts.flatMap((post) => (post.image ? [post.image] : []))
  const files = [
    ...portraits.map((person) => person.portrait),
    ...images.map((image) => image.file),
    tempo.cover,
  ]
  const art = new URL('../art/', import.meta.url)
  expect(files.filter((file) => file === null || !existsSync(new URL(file, art)))).toEqual([])
  expect(images.filter((image) => image.alt.length < 15)).toEqual([])
})

test('the people named by hand work at a desk that exists', () => {
  const desks = new Set(departments.map((each) => `${each.site}/${each.name}`))
  expect(namedPeople.filter((person) => !desks.has(`${person.site}/${person.department}`))).toEqual([])
  expect(slugs.size).toBe(namedPeople.length)
})

test('departments add up to the headcount of each site', () => {
  const sums = sites.map((site) =>
    departments.filter((each) => each.site === site.key).reduce((sum, each) => sum + each.count, 0),
  )
  expect(sums).toEqual(sites.map((site) => site.headcount))
  expect(sums.reduce((sum, count) => sum + count, 0)).toBe(2040)
})

test('Tempo says who holds each role, to whom it speaks and what it aims at', () => {
  expect(stakeholders.filter((each) => !slugs.has(each.person))).toEqual([])
  expect(groups.flatMap((group) => group.animators).filter((slug) => !slugs.has(slug))).toEqual([])
  const known = new Set(audiences.map((audience) => audience.key))
  expect(
    [...campaigns.map((each) => each.audience), tempo.audience].filter((key) => !known.has(key)),
  ).toEqual([])
  expect(objectives[0]).toMatchObject({ target: 80, dueInDays: 30 })
  expect(charter.inShort).toHaveLength(5)
  expect(charter.sections.filter((section) => !/\b([Jj]e|J’|j’|m(on|a|es))\b/.test(section.text))).toEqual([])
})
