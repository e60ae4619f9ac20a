import { expect, test } from 'vitest'
import {
  checkRichText,
  docOf,
  excerpt,
  hashtagsIn,
  mentionsIn,
  plainText,
  relabel,
  type RichDoc,
} from './rich-text.ts'

const FULL = { text: 1000, flavour: 'full' } as const
const LIGHT = { text: 1000, flavour: 'light' } as const
const ID = '0198c2a4-0000-7000-8000-000000000001'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const line = (...content: unknown[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: unknown[]) =>
  marks.length ? { type: 'text', text, marks } : { type: 'text', text }
const checked = (value: unknown): RichDoc => {
  const verdict = checkRichText(value, FULL)
  if (!verdict.ok) throw new Error(verdict.problem)
  return verdict.doc
}
const problem = (value: unknown, limits: { text: number; flavour: 'full' | 'light' } = FULL) => {
  const verdict = checkRichText(value, limits)
  return verdict.ok ? null : verdict.problem
}

test('everything a post may hold comes back as it was', () => {
  const whole = doc(
    { type: 'heading', attrs: { level: 2 }, content: [words('Titre')] },
    line(
      words('gras', { type: 'bold' }),
      { type: 'hardBreak' },
      words('ici', { type: 'link', attrs: { href: 'https://example.org/' } }),
    ),
    { type: 'bulletList', content: [{ type: 'listItem', content: [line(words('un'))] }] },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [line(words('trois'))] }],
    },
    { type: 'blockquote', content: [line(words('cité'))] },
    { type: 'codeBlock', content: [words('npm start')] },
    line({ type: 'mention', attrs: { id: ID, label: 'Nadia', kind: 'member' } }),
  )
  expect(checked(whole)).toEqual(whole)
})

test('attributes that the editor adds and nobody asked for are left out', () => {
  const link = {
    type: 'link',
    attrs: { href: 'https://example.org/', target: '_blank', class: 'x', onclick: 'y' },
  }
  expect(checked(doc(line({ ...words('ici', link), style: 'color:red' })))).toEqual(
    doc(line(words('ici', { type: 'link', attrs: { href: 'https://example.org/' } }))),
  )
})

test('a script is not an address, whatever its disguise', () => {
  for (const href of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil',
    '/here',
    '',
    7,
  ]) {
    expect(problem(doc(line(words('x', { type: 'link', attrs: { href } }))))).toBe('link')
  }
  expect(problem(doc(line(words('x', { type: 'link', attrs: { href: 'mailto:nadia@example.org' } }))))).toBe(
    null,
  )
})

test('what is not on the list is refused, not guessed', () => {
  expect(problem(doc({ type: 'image', attrs: { src: 'x' } }))).toBe('unknown')
  expect(problem(doc(line(words('x', { type: 'underline' }))))).toBe('unknown')
  expect(problem(doc({ type: 'bulletList', content: [line(words('x'))] }))).toBe('unknown')
  expect(problem(doc(words('text outside any paragraph')))).toBe('unknown')
  for (const value of [
    null,
    'text',
    [],
    { type: 'paragraph' },
    doc('x'),
    doc({ type: 'paragraph', content: 'x' }),
    doc(line({ type: 'text', text: 7 })),
  ])
    expect(problem(value)).toBe('malformed')
})

test('a comment holds paragraphs, mentions and links, and no more', () => {
  expect(
    problem(doc(line(words('x', { type: 'link', attrs: { href: 'https://example.org' } }))), LIGHT),
  ).toBe(null)
  expect(problem(doc(line(words('x', { type: 'bold' }))), LIGHT)).toBe('unknown')
  expect(problem(doc({ type: 'heading', content: [words('x')] }), LIGHT)).toBe('unknown')
})

test('length, depth and number are bounded', () => {
  expect(problem(doc(line(words('a'.repeat(1001)))))).toBe('too_long')
  let deep: unknown = line(words('x'))
  for (let at = 0; at < 50; at += 1) deep = { type: 'blockquote', content: [deep] }
  expect(problem(doc(deep))).toBe('too_deep')
  expect(problem(doc(...Array.from({ length: 4000 }, () => line())))).toBe('too_deep')
  const mention = { type: 'mention', attrs: { id: ID, label: 'N', kind: 'member' } }
  expect(problem(doc(line(...Array.from({ length: 51 }, () => mention))))).toBe('too_many_mentions')
})

test('characters that a database refuses do not go through', () => {
  expect(plainText(checked(doc(line(words('a\u0000b\ud800c')))))).toBe('ab\ufffdc')
})

test("empty lines at both ends are the editor's", () => {
  expect(checked(doc(line(), line(words('oui')), line(words('  '))))).toEqual(doc(line(words('oui'))))
})

test('the plain text says blocks as lines and mentions as names', () => {
  const text = checked(
    doc(
      line(words('Merci '), { type: 'mention', attrs: { id: ID, label: 'Awa', kind: 'member' } }),
      line(words('À demain')),
    ),
  )
  expect(plainText(text)).toBe('Merci @Awa\nÀ demain')
  expect(mentionsIn(text)).toEqual([{ id: ID, kind: 'member' }])
  expect(plainText(relabel(text, new Map([[ID, 'Awa Diop']])))).toBe('Merci @Awa Diop\nÀ demain')
})

test('hashtags are words, lower-cased, once, and not in code nor in addresses', () => {
  const text = checked(
    doc(
      line(words('#Vernis et #vernis, l’#été, #3d mais pas #42 ni https://a.fr/#ancre ni a#b')),
      line(words('#non', { type: 'code' })),
      { type: 'codeBlock', content: [words('#nonplus')] },
    ),
  )
  expect(hashtagsIn(text)).toEqual(['vernis', 'été', '3d'])
})

test('an excerpt is one line cut at a word', () => {
  expect(excerpt(docOf('Un\n\ndeux'))).toBe('Un deux')
  expect(excerpt('Une phrase assez longue pour être coupée', 20)).toBe('Une phrase assez…')
})
