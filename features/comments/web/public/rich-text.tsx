import { Fragment, type ReactNode } from 'react'
import {
  type BlockNode,
  HASHTAG,
  type InlineNode,
  isSafeHref,
  type Mark,
  type RichDoc,
  type TextNode,
} from '#platform/contract/rich-text.ts'
import { Link } from '#platform/web/router.tsx'

/** What people wrote, drawn node by node from the allow-list: no HTML is ever made from a text. */
export function RichText({
  doc,
  inline,
  headings = 3,
}: {
  doc: RichDoc
  inline?: boolean
  /** Level of its first heading, under those of the page. */
  headings?: 2 | 3
}) {
  if (inline) return <span className="rich">{flow(doc)}</span>
  return <div className="rich">{blocks(doc.content, headings - highest(doc.content))}</div>
}

/** Writers choose among two sizes; readers get levels without a gap. */
const highest = (nodes: readonly BlockNode[]): number =>
  Math.min(3, ...nodes.map((node) => (node.type === 'heading' ? node.attrs.level : 3)))

const blocks = (nodes: readonly BlockNode[], shift: number): ReactNode =>
  nodes.map((node, index) => drawBlock(node, index, shift))

/** A comment runs after the name of its author: its first paragraph opens no new line. */
function flow(doc: RichDoc): ReactNode {
  return doc.content.map((node, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {node.type === 'paragraph' ? node.content?.map(drawInline) : drawBlock(node, index, 0)}
    </Fragment>
  ))
}

function drawBlock(node: BlockNode, key: number, shift: number): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{node.content?.map(drawInline) ?? <br />}</p>
    case 'heading': {
      const Heading = `h${node.attrs.level + shift}` as 'h2' | 'h3' | 'h4'
      return <Heading key={key}>{node.content?.map(drawInline)}</Heading>
    }
    case 'bulletList':
      return <ul key={key}>{blocks(node.content, shift)}</ul>
    case 'orderedList':
      return (
        <ol key={key} start={node.attrs?.start}>
          {blocks(node.content, shift)}
        </ol>
      )
    case 'listItem':
      return <li key={key}>{blocks(node.content, shift)}</li>
    case 'blockquote':
      return <blockquote key={key}>{blocks(node.content, shift)}</blockquote>
    case 'codeBlock':
      return (
        // A long line scrolls sideways: it must be reachable by keyboard.
        <pre key={key} tabIndex={0}>
          <code>{node.content?.map((child) => child.text)}</code>
        </pre>
      )
    default:
      return null
  }
}

function drawInline(node: InlineNode, key: number): ReactNode {
  if (node.type === 'hardBreak') return <br key={key} />
  if (node.type === 'mention') {
    const to = node.attrs.kind === 'space' ? `/espaces/${node.attrs.id}` : `/personnes/${node.attrs.id}`
    return (
      <Link key={key} className="mention" to={to}>
        {node.attrs.label}
      </Link>
    )
  }
  return node.type === 'text' ? <Fragment key={key}>{drawText(node)}</Fragment> : null
}

function drawText(node: TextNode): ReactNode {
  const marks = node.marks ?? []
  const bare = marks.some((mark) => mark.type === 'code' || mark.type === 'link')
  return marks.reduce<ReactNode>(dress, bare ? node.text : withLinks(node.text))
}

function dress(inside: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <b>{inside}</b>
    case 'italic':
      return <i>{inside}</i>
    case 'strike':
      return <s>{inside}</s>
    case 'code':
      return <code>{inside}</code>
    case 'link':
      return isSafeHref(mark.attrs.href) ? <Outside href={mark.attrs.href}>{inside}</Outside> : inside
    default:
      return inside
  }
}

/** Inside Élan the page does not reload; elsewhere a new tab, which learns nothing of where it comes from. */
function Outside({ href, children }: { href: string; children: ReactNode }) {
  const own = URL.parse(href)
  if (own?.origin === location.origin)
    return <Link to={`${own.pathname}${own.search}${own.hash}`}>{children}</Link>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  )
}

const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]»]/g

/** Addresses and hashtags that were typed become links. */
function withLinks(text: string): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  const found = [...text.matchAll(ADDRESS), ...text.matchAll(HASHTAG)].toSorted(
    (one, other) => one.index - other.index,
  )
  for (const match of found) {
    // A hashtag inside an address belongs to the address.
    if (match.index < at) continue
    if (match.index > at) pieces.push(text.slice(at, match.index))
    pieces.push(linkOf(match[0], match.index))
    at = match.index + match[0].length
  }
  if (pieces.length === 0) return text
  return [...pieces, text.slice(at)]
}

function linkOf(word: string, key: number): ReactNode {
  if (word.startsWith('#'))
    return (
      <Link key={key} to={`/recherche?q=${encodeURIComponent(word)}`}>
        {word}
      </Link>
    )
  return isSafeHref(word) ? (
    <Outside key={key} href={word}>
      {word}
    </Outside>
  ) : (
    word
  )
}
