import { Type } from './schema.ts'

/** What people write, as Tiptap JSON, allow-listed: nothing else is stored, nothing else is drawn. */
export type Mark = { type: 'bold' | 'italic' | 'strike' | 'code' } | { type: 'link'; attrs: { href: string } }

export interface TextNode {
  type: 'text'
  text: string
  marks?: Mark[]
}
export interface MentionNode {
  type: 'mention'
  attrs: { id: string; label: string; kind: 'member' | 'space' }
}
export type InlineNode = TextNode | MentionNode | { type: 'hardBreak' }
export interface Paragraph {
  type: 'paragraph'
  content?: InlineNode[]
}
export type BlockNode =
  | Paragraph
  | { type: 'heading'; attrs: { level: 2 | 3 }; content?: InlineNode[] }
  | { type: 'bulletList' | 'blockquote' | 'listItem'; content: BlockNode[] }
  | { type: 'orderedList'; attrs?: { start: number }; content: BlockNode[] }
  | { type: 'codeBlock'; content?: TextNode[] }
export interface RichDoc {
  type: 'doc'
  content: BlockNode[]
}
export type RichNode = BlockNode | InlineNode

/** Checked by `checkRichText`, not by the schema: its refusals name what was not understood. */
export const RichText = Type.Unsafe<RichDoc>({
  title: 'Rich text: Tiptap JSON, see platform/contract/rich-text.ts',
})

export const EMPTY_DOC: RichDoc = { type: 'doc', content: [] }

/** A plain text of one or several paragraphs, as rich text. */
export const docOf = (text: string): RichDoc => ({
  type: 'doc',
  content: text
    .split(/\n{2,}/)
    .map((part) => ({ type: 'paragraph', content: part ? [{ type: 'text', text: part }] : [] })),
})

export type Flavour = 'full' | 'light'

/** `text` is counted in characters read, the rest protects the reader's machine and ours. */
export interface RichLimits {
  text: number
  flavour: Flavour
}
export const STRUCTURE = {
  depth: 8,
  nodes: 3000,
  href: 2000,
  mentions: 50,
  hashtags: 20,
  hashtag: 50,
  label: 120,
} as const

export type RichProblem = 'malformed' | 'unknown' | 'too_long' | 'too_deep' | 'link' | 'too_many_mentions'
export type RichVerdict = { ok: true; doc: RichDoc } | { ok: false; problem: RichProblem; limit: number }

class Wrong extends Error {
  readonly problem: RichProblem
  readonly limit: number
  constructor(problem: RichProblem, limit = 0) {
    super(problem)
    this.problem = problem
    this.limit = limit
  }
}

/** Without control characters nor halves of characters, which the database refuses. */
export const cleanText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')

interface Walk {
  flavour: Flavour
  nodes: number
  mentions: number
}

type Loose = Record<string, unknown>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const attrsOf = (node: Loose): Loose => (isObject(node.attrs) ? node.attrs : {})

const FULL = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock'])
const LIGHT = new Set(['paragraph'])

/** A clean copy holding only what we know, or what is wrong with it. */
export function checkRichText(value: unknown, limits: RichLimits): RichVerdict {
  try {
    if (!isObject(value) || value.type !== 'doc') throw new Wrong('malformed')
    const walk: Walk = { flavour: limits.flavour, nodes: 0, mentions: 0 }
    const allowed = limits.flavour === 'full' ? FULL : LIGHT
    const doc: RichDoc = {
      type: 'doc',
      content: trimmed(childrenOf(value).map((node) => block(node, walk, 1, allowed))),
    }
    if (walk.mentions > STRUCTURE.mentions) throw new Wrong('too_many_mentions', STRUCTURE.mentions)
    if (plainText(doc).length > limits.text) throw new Wrong('too_long', limits.text)
    return { ok: true, doc }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, problem: error.problem, limit: error.limit }
    throw error
  }
}

function childrenOf(node: Loose): unknown[] {
  if (node.content === undefined || node.content === null) return []
  if (!Array.isArray(node.content)) throw new Wrong('malformed')
  return node.content
}

function enter(node: unknown, walk: Walk, depth: number): asserts node is Loose & { type: string } {
  if (!isObject(node) || typeof node.type !== 'string') throw new Wrong('malformed')
  walk.nodes += 1
  if (walk.nodes > STRUCTURE.nodes || depth > STRUCTURE.depth) throw new Wrong('too_deep', STRUCTURE.depth)
}

function block(node: unknown, walk: Walk, depth: number, allowed: Set<string>): BlockNode {
  enter(node, walk, depth)
  if (!allowed.has(node.type)) throw new Wrong('unknown')
  const inlines = () => childrenOf(node).map((child) => inline(child, walk, depth + 1))
  const blocks = (inside: Set<string>) =>
    childrenOf(node).map((child) => block(child, walk, depth + 1, inside))
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', content: inlines() }
    case 'heading':
      return { type: 'heading', attrs: { level: attrsOf(node).level === 3 ? 3 : 2 }, content: inlines() }
    case 'codeBlock':
      return {
        type: 'codeBlock',
        content: childrenOf(node).map((child) => textNode(child, walk, depth + 1, false)),
      }
    case 'orderedList': {
      const start = Number(attrsOf(node).start ?? 1)
      const attrs = Number.isInteger(start) && start > 1 && start < 10_000 ? { attrs: { start } } : {}
      return { type: 'orderedList', ...attrs, content: blocks(new Set(['listItem'])) }
    }
    case 'bulletList':
      return { type: 'bulletList', content: blocks(new Set(['listItem'])) }
    case 'listItem':
      return { type: 'listItem', content: blocks(FULL) }
    default:
      return { type: 'blockquote', content: blocks(FULL) }
  }
}

function inline(node: unknown, walk: Walk, depth: number): InlineNode {
  enter(node, walk, depth)
  if (node.type === 'hardBreak') return { type: 'hardBreak' }
  if (node.type === 'mention') return mention(node, walk)
  return textNode(node, walk, depth, true)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function mention(node: Loose, walk: Walk): MentionNode {
  const { id, label, kind } = attrsOf(node)
  if (typeof id !== 'string' || !UUID.test(id) || typeof label !== 'string') throw new Wrong('malformed')
  walk.mentions += 1
  const short = cleanText(label).trim().slice(0, STRUCTURE.label)
  return {
    type: 'mention',
    attrs: { id: id.toLowerCase(), label: short, kind: kind === 'space' ? 'space' : 'member' },
  }
}

function textNode(node: unknown, walk: Walk, depth: number, marked: boolean): TextNode {
  if (!isObject(node) || typeof node.type !== 'string') throw new Wrong('malformed')
  if (node.type !== 'text') throw new Wrong('unknown')
  if (typeof node.text !== 'string') throw new Wrong('malformed')
  if (!marked) enter(node, walk, depth)
  const given = Array.isArray(node.marks) ? node.marks : []
  const marks = marked ? given.map((own) => mark(own, walk.flavour)) : []
  const text = cleanText(node.text)
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

function mark(value: unknown, flavour: Flavour): Mark {
  if (!isObject(value)) throw new Wrong('malformed')
  if (value.type === 'link') return { type: 'link', attrs: { href: safeHref(attrsOf(value).href) } }
  const plain =
    value.type === 'bold' || value.type === 'italic' || value.type === 'strike' || value.type === 'code'
  if (!plain || flavour === 'light') throw new Wrong('unknown')
  return { type: value.type as 'bold' }
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/** Only addresses that open a page or a letter; a script is not an address. */
export function safeHref(href: unknown): string {
  if (typeof href !== 'string' || href.length > STRUCTURE.href) throw new Wrong('link', STRUCTURE.href)
  const url = URL.parse(href.trim())
  if (!url || !SCHEMES.has(url.protocol)) throw new Wrong('link', STRUCTURE.href)
  return url.href
}

export const isSafeHref = (href: string): boolean => {
  const url = URL.parse(href.trim())
  return href.length <= STRUCTURE.href && url !== null && SCHEMES.has(url.protocol)
}

const isBlank = (node: BlockNode | undefined) =>
  node?.type === 'paragraph' &&
  !node.content?.some((child) => child.type === 'mention' || (child.type === 'text' && child.text.trim()))

/** Empty lines at both ends are the editor's, not the author's. */
function trimmed(blocks: BlockNode[]): BlockNode[] {
  let [start, end] = [0, blocks.length]
  while (start < end && isBlank(blocks[start])) start += 1
  while (end > start && isBlank(blocks[end - 1])) end -= 1
  return blocks.slice(start, end)
}

function* walkNodes(nodes: readonly RichNode[]): Generator<RichNode> {
  for (const node of nodes) {
    yield node
    if ('content' in node && node.content) yield* walkNodes(node.content)
  }
}

const INLINE = new Set(['text', 'mention', 'hardBreak'])

/** What it says, without its shape: for search, excerpts and mails. Blocks are lines, mentions are '@Label'. */
export function plainText(doc: RichDoc): string {
  let text = ''
  for (const node of walkNodes(doc.content)) {
    if (!INLINE.has(node.type) && text && !text.endsWith('\n')) text += '\n'
    if (node.type === 'text') text += node.text
    else if (node.type === 'mention') text += `@${node.attrs.label}`
    else if (node.type === 'hardBreak') text += '\n'
  }
  return text.trim()
}

export interface Mention {
  id: string
  kind: 'member' | 'space'
}

/** Each once, in the order of the text. */
export function mentionsIn(doc: RichDoc): Mention[] {
  const found = new Map<string, Mention>()
  for (const node of walkNodes(doc.content)) {
    if (node.type === 'mention') found.set(node.attrs.id, { id: node.attrs.id, kind: node.attrs.kind })
  }
  return [...found.values()]
}

/** The same text with the real names of those it mentions: a label is not taken from whoever wrote it. */
export function relabel(doc: RichDoc, labels: ReadonlyMap<string, string>): RichDoc {
  const visit = (node: RichNode): RichNode => {
    if (node.type === 'mention')
      return { ...node, attrs: { ...node.attrs, label: labels.get(node.attrs.id) ?? node.attrs.label } }
    if (!('content' in node) || !node.content) return node
    return { ...node, content: (node.content as RichNode[]).map(visit) } as RichNode
  }
  return { type: 'doc', content: doc.content.map((node) => visit(node) as BlockNode) }
}

export const HASHTAG = /(?<![\p{L}\p{N}_&/#])#(?=[\p{N}_]*\p{L})([\p{L}\p{N}_]{2,50})/gu

/** Lower-cased, without '#', each once; code is not searched. */
export function hashtagsIn(doc: RichDoc): string[] {
  const found = new Set<string>()
  const visit = (nodes: readonly RichNode[]) => {
    for (const node of nodes) {
      if (node.type === 'codeBlock') continue
      if (node.type === 'text' && !node.marks?.some((own) => own.type === 'code')) {
        for (const match of node.text.matchAll(HASHTAG)) found.add((match[1] ?? '').toLowerCase())
      }
      if ('content' in node && node.content) visit(node.content)
    }
  }
  visit(doc.content)
  return [...found].slice(0, STRUCTURE.hashtags)
}

/** One line, cut at a word. */
export function excerpt(doc: RichDoc | string, length = 160): string {
  const line = (typeof doc === 'string' ? doc : plainText(doc)).replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`
}
