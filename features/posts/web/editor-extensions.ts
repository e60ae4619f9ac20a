import { Mention } from '@tiptap/extension-mention'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'
import type { Mentionable } from '#features/comments/web/public/mentionable.ts'
import { isSafeHref } from '#platform/contract/rich-text.ts'

/** Names being proposed, and the way to take one. */
export interface Proposal {
  found: Mentionable[]
  anchor: HTMLElement | null
  choose: (one: Mentionable) => void
}

/** What the editor asks of the screen around it; read at the moment it is needed. */
export interface EditorHost {
  find: (typed: string, signal: AbortSignal) => Promise<Mentionable[]>
  propose: (proposal: Proposal | null) => void
  key: (event: KeyboardEvent) => boolean
  placeholder: () => string
}

interface MentionAttrs {
  id: string
  label: string
  kind: 'member' | 'space'
}

const proposalOf = (props: SuggestionProps<Mentionable, MentionAttrs>): Proposal | null =>
  props.items.length === 0
    ? null
    : {
        found: props.items,
        anchor: props.decorationNode as HTMLElement | null,
        choose: ({ id, label, kind }) => props.command({ id, label, kind }),
      }

const mentions = (host: EditorHost) =>
  Mention.extend({
    addAttributes() {
      return { ...this.parent?.(), kind: { default: 'member' } }
    },
  }).configure({
    HTMLAttributes: { class: 'mention' },
    renderText: ({ node }) => `@${node.attrs.label as string}`,
    renderHTML: ({ options, node }) => ['span', options.HTMLAttributes, `@${node.attrs.label as string}`],
    suggestion: {
      char: '@',
      debounce: 120,
      items: ({ query, signal }) => host.find(query, signal).catch(() => []),
      render: () => ({
        onStart: (props: SuggestionProps<Mentionable, MentionAttrs>) => host.propose(proposalOf(props)),
        onUpdate: (props: SuggestionProps<Mentionable, MentionAttrs>) => host.propose(proposalOf(props)),
        onExit: () => host.propose(null),
        onKeyDown: ({ event }: SuggestionKeyDownProps) => host.key(event),
      }),
    },
  })

/** Exactly what the allow-list of platform/contract/rich-text.ts keeps. */
export const extensionsFor = (host: EditorHost) => [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    horizontalRule: false,
    underline: false,
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => isSafeHref(url) || /^[\w-]+(\.[\w-]+)+(\/|$)/.test(url),
      HTMLAttributes: { rel: null, target: null },
    },
  }),
  mentions(host),
  Placeholder.configure({ placeholder: () => host.placeholder() }),
]
