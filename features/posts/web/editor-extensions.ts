import { Mention } from '@tiptap/extension-mention'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion'
import type { Mentionable } from '#features/comments/web/public/mentionable.ts'
import { isSafeHref, type RichDoc } from '#platform/contract/rich-text.ts'

/** Names being proposed, and the way to take one. */
export interface Proposal {
  found: Mentionable[]
  anchor: HTMLElement | null
  choose: (one: Mentionable) => void
}

interface Around {
  find: (typed: string, signal: AbortSignal) => Promise<Mentionable[]>
  propose: (proposal: Proposal | null) => void
  key: (event: KeyboardEvent) => boolean
  placeholder: string
  files: (files: File[]) => void
  change: (doc: RichDoc) => void
}

/** The screen around the editor: the editor is made once, what it asks is answered by the latest drawing. */
export class EditorHost {
  #around: Around | null = null
  stand(around: Around): void {
    this.#around = around
  }
  find = (typed: string, signal: AbortSignal) => this.#around?.find(typed, signal) ?? Promise.resolve([])
  propose = (proposal: Proposal | null) => this.#around?.propose(proposal)
  key = (event: KeyboardEvent) => this.#around?.key(event) ?? false
  placeholder = () => this.#around?.placeholder ?? ''
  change = (doc: RichDoc) => this.#around?.change(doc)
  take = (data: DataTransfer | null): boolean => {
    const files = Array.from(data?.files ?? [])
    if (files.length === 0) return false
    this.#around?.files(files)
    return true
  }
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
