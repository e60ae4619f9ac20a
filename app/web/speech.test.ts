import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gather } from '#platform/contract/typography.ts'
import { words } from '#platform/server/words.ts'
import type { Language } from '#platform/contract/schema.ts'
import { addWords, speech, type Words } from '#platform/web/speech.ts'

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Words
const folders = readdirSync(new URL('../../features/', import.meta.url))
const textsOf = (language: Language): Words =>
  gather(
    Object.fromEntries([
      ['platform', read(`platform/text/${language}.json`)],
      ...folders.flatMap((name) => {
        const path = `features/${name}/text`
        const there = readdirSync(new URL(`../../features/${name}/`, import.meta.url)).includes('text')
        return there ? [[name, read(`${path}/${language}.json`)] as const] : []
      }),
    ]),
    language,
  )

const keysOf = (tree: Words, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value as Words, `${before}${key}.`),
  )
const holesOf = (said: string) => [...said.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name)

test.each(['fr', 'en'] as const)('a screen says every sentence as the server does (%s)', (language) => {
  const tree = textsOf(language)
  const say = speech(language, tree)
  const server = words(language) as unknown as ReturnType<typeof speech>
  const keys = keysOf(tree)
  const plain = Object.fromEntries(
    keys.flatMap((key) => holesOf(server(key)).map((name) => [name, `« ${name} » & <b>$1`] as const)),
  )
  // Where the number matters, the sentence is asked for by several.
  const plurals = new Set(keys.flatMap((key) => /^(.*)_(?:zero|one|other)$/.exec(key)?.[1] ?? []))
  const asked = [
    ...keys.map((key) => [key, 2] as const),
    ...[...plurals].flatMap((key) => [0, 1, 2, 21, 1908].map((count) => [key, count] as const)),
  ]
  const saidBy = (text: typeof say) =>
    asked.map(([key, count]) => `${key} ${count} ${text(key, { ...plain, count })}`)
  expect(saidBy(say)).toEqual(saidBy(server))
  expect(keys.length).toBeGreaterThan(2000)
})

test('numbers agree as the language wants, and are written as its people write them', () => {
  const tree = { new_one: '{{count, number}} post', new_other: '{{count, number}} posts', new_zero: 'none' }
  expect(speech('en', tree)('new', { count: 1 })).toBe('1 post')
  expect(speech('en', tree)('new', { count: 1908 })).toBe('1,908 posts')
  expect(speech('en', tree)('new', { count: 0 })).toBe('none')
  // In French, 0 and 1.5 are singular, and a million has a form that no text needs.
  expect(speech('fr', { new_one: 'une', new_other: 'des' })('new', { count: 0 })).toBe('une')
  expect(speech('fr', { new_one: 'une', new_other: 'des' })('new', { count: 1_000_000 })).toBe('des')
})

test('a place without words says its name, a hole without a value stays empty', () => {
  const say = speech('fr', { posts: { hello: 'Salut {{name}}', deep: { er: 'loin' } } })
  expect(say('posts.nowhere')).toBe('posts.nowhere')
  expect(say('posts.deep')).toBe('posts.deep')
  expect(say('posts.hello.more')).toBe('posts.hello.more')
  expect(say('posts.hello', { name: null })).toBe('Salut ')
})

test('words that come later join those that are known', () => {
  const known: Words = {}
  const say = speech('fr', known)
  expect(say('door.title')).toBe('door.title')
  addWords(known, { problems: { first: 'Une' } })
  addWords(known, { door: { title: 'Entre' }, problems: { second: 'Deux' } })
  expect([say('door.title'), say('problems.first'), say('problems.second')]).toEqual(['Entre', 'Une', 'Deux'])
})
