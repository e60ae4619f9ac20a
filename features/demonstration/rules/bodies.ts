import { EMPTY_DOC, type InlineNode, type Paragraph, type RichDoc } from '#platform/contract/rich-text.ts'
import type { StoryBody } from './stage.ts'
import type { DemoPerson } from './workforce.ts'

/** Gives a person the identifier they have in the network. */
export type Naming = (person: DemoPerson) => string

export const fullName = (person: DemoPerson) => `${person.given} ${person.family}`

const paragraph = (content: InlineNode[]): Paragraph => ({ type: 'paragraph', content })
const text = (words: string): InlineNode => ({ type: 'text', text: words })

const mention = (person: DemoPerson, idOf: Naming): InlineNode => ({
  type: 'mention',
  attrs: { id: idOf(person), label: fullName(person), kind: 'member' },
})

/** 'Bruno, tu me montres…' said to Bruno becomes a mention of him: it calls him, as it would on a phone. */
export function spoken(words: string, to: readonly DemoPerson[], idOf: Naming): RichDoc {
  const [name = ''] = /^\p{Lu}[\p{L}’-]+(?=,\s)/u.exec(words) ?? []
  const called = to.find((person) => person.given === name)
  return called ? calling(words, called, idOf) : said(words)
}

/** The first time the words name that person, they mention them. */
export function calling(words: string, person: DemoPerson, idOf: Naming): RichDoc {
  const at = words.indexOf(person.given)
  if (at < 0) return said(words)
  const [before, after] = [words.slice(0, at), words.slice(at + person.given.length)]
  const parts = [...(before ? [text(before)] : []), mention(person, idOf), ...(after ? [text(after)] : [])]
  return { type: 'doc', content: [paragraph(parts)] }
}

export function said(words: string): RichDoc {
  const parts = words.split(/\n{2,}/).filter((part) => part !== '')
  return { type: 'doc', content: parts.map((part) => paragraph([text(part)])) }
}

/** What the post says under its title, its subjects on a line of their own. */
export function bodyOf(body: StoryBody, topics: readonly string[]): RichDoc {
  const own = 'text' in body ? said(body.text) : EMPTY_DOC
  if (topics.length === 0) return own
  const line = topics.map((topic) => `#${topic.replaceAll('-', '')}`).join(' ')
  return { type: 'doc', content: [...own.content, paragraph([text(line)])] }
}
