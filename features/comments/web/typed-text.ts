import type { InlineNode, MentionNode, Paragraph, RichDoc } from '#platform/contract/rich-text.ts'

/** Somebody that the text names; `label` is what stands in the text after '@'. */
export interface TypedMention {
  id: string
  label: string
  kind: 'member' | 'space'
}

/** The word being typed after '@', and where it starts; null when the caret is elsewhere. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret)
  const match = /(?:^|[\s(])@([\p{L}\p{N}'-]*(?: [\p{L}\p{N}'-]*)?)$/u.exec(before)
  if (!match) return null
  const query = match[1] ?? ''
  return { from: caret - query.length - 1, query }
}

/** Typed lines as rich text: a line is a paragraph, '@Name' of a known mention is a mention. */
export function docOfTyped(text: string, mentions: readonly TypedMention[]): RichDoc {
  const lines = text.trim().split(/\n+/)
  return {
    type: 'doc',
    content: lines.map((line): Paragraph => ({ type: 'paragraph', content: inlines(line, mentions) })),
  }
}

function inlines(line: string, mentions: readonly TypedMention[]): InlineNode[] {
  const nodes: InlineNode[] = []
  let rest = line
  while (rest) {
    const next = firstMention(rest, mentions)
    const words = next ? rest.slice(0, next.at) : rest
    if (words) nodes.push({ type: 'text', text: words })
    if (!next) break
    nodes.push(next.node)
    rest = rest.slice(next.at + next.node.attrs.label.length + 1)
  }
  return nodes
}

function firstMention(
  line: string,
  mentions: readonly TypedMention[],
): { at: number; node: MentionNode } | null {
  let best: { at: number; node: MentionNode } | null = null
  for (const { id, label, kind } of mentions) {
    const at = line.indexOf(`@${label}`)
    if (
      at < 0 ||
      (best && (best.at < at || (best.at === at && best.node.attrs.label.length >= label.length)))
    )
      continue
    best = { at, node: { type: 'mention', attrs: { id, label, kind } } }
  }
  return best
}

/** The other way, to change a comment. */
export function typedOf(doc: RichDoc): { text: string; mentions: TypedMention[] } {
  const mentions: TypedMention[] = []
  const lines = doc.content.map((node) => {
    if (node.type !== 'paragraph') return ''
    return (node.content ?? [])
      .map((child) => {
        if (child.type === 'text') return child.text
        if (child.type === 'hardBreak') return '\n'
        mentions.push(child.attrs)
        return `@${child.attrs.label}`
      })
      .join('')
  })
  return { text: lines.join('\n'), mentions }
}
