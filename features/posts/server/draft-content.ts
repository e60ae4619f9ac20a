import {
  cleanText,
  checkRichText,
  EMPTY_DOC,
  hashtagsIn,
  plainText,
  type RichDoc,
} from '#platform/contract/rich-text.ts'
import { invalid } from '#platform/server/errors.ts'
import type { Practice } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'

const tidy = (text: string | undefined) => cleanText(text ?? '').trim()

export function readBody(body: unknown): RichDoc {
  const verdict = checkRichText(body ?? EMPTY_DOC, { text: LIMITS.text, flavour: 'full' })
  if (!verdict.ok)
    throw invalid(`rich_text.${verdict.problem}`, { field: 'body', values: { limit: verdict.limit } })
  return verdict.doc
}

export const readTitle = (title: string | undefined) => tidy(title).replace(/\s+/g, ' ')

export const readPractice = (practice: Practice): Practice => ({
  concern: tidy(practice.concern),
  gesture: tidy(practice.gesture),
  gain: tidy(practice.gain),
})

export const readOptions = (labels: string[]) => labels.map(tidy).filter((label) => label !== '')

/** A poll closes in the future, or never. */
export function readClosing(closesAt: string | null | undefined): string | null {
  if (!closesAt) return null
  const at = new Date(closesAt)
  if (Number.isNaN(at.getTime()) || at.getTime() <= Date.now())
    throw invalid('poll.closes_in_past', { field: 'poll.closesAt' })
  return at.toISOString()
}

/** What search reads beside the title: the text, and what practices and polls say elsewhere. */
export const searchedText = (doc: RichDoc, practice: Practice | null, options: string[]): string =>
  [plainText(doc), practice?.concern, practice?.gesture, practice?.gain, ...options]
    .filter(Boolean)
    .join('\n')

/** Hashtags of the title and the text alike. */
export const hashtagsOf = (title: string, doc: RichDoc, practice: Practice | null): string[] => {
  const lines = [title, practice?.concern ?? '', practice?.gesture ?? '', practice?.gain ?? '']
  return hashtagsIn({
    type: 'doc',
    content: [
      ...lines.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
      ...doc.content,
    ],
  })
}
