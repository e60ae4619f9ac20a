import { EditorContent, type EditorOptions, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { findMentionables, type Mentionable } from '#features/comments/web/public/mentionable.ts'
import { MentionList } from '#features/comments/web/public/mention-list.tsx'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { EditorHost, extensionsFor, type Proposal } from './editor-extensions.ts'
import { EditorTools } from './editor-tools.tsx'

/** Where one writes: the text, its shapes, and the names after '@'. */
export function RichEditor({
  doc,
  spaceId,
  label,
  invalid,
  describedBy,
  autoFocus,
  onChange,
  onFiles,
}: {
  doc: RichDoc
  spaceId: string | null
  label: string
  invalid: boolean
  describedBy: string
  autoFocus: boolean
  onChange: (doc: RichDoc) => void
  /** Pasted or dropped into the text. */
  onFiles: (files: File[]) => void
}) {
  const listId = useId()
  const mine = useMySpaces()
  const names = useProposals()
  const [host] = useState(() => new EditorHost())
  const [extensions] = useState(() => extensionsFor(host))
  const editor = useEditor({
    extensions,
    content: doc.content.length > 0 ? doc : '',
    autofocus: autoFocus ? 'end' : false,
    // The content policy of the page forbids inline styles: ours are in composer.css.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: propsOf({ label, describedBy, invalid }, host),
    onUpdate: ({ editor: changed }) => host.change(changed.getJSON() as unknown as RichDoc),
  })
  useEffect(() => {
    host.stand({
      find: (typed, signal) => findMentionables(typed, spaceId, mine, signal),
      propose: names.propose,
      key: names.key,
      placeholder: label,
      files: onFiles,
      change: onChange,
    })
  })
  useEffect(() => {
    editor.setOptions({ editorProps: propsOf({ label, describedBy, invalid }, host) })
  }, [editor, host, label, describedBy, invalid])
  return (
    <div className="editor">
      <EditorContent editor={editor} />
      <MentionList
        id={listId}
        anchor={names.anchor}
        found={names.found}
        active={names.active}
        onChoose={names.choose}
      />
      <EditorTools editor={editor} />
    </div>
  )
}

interface Said {
  label: string
  describedBy: string
  invalid: boolean
}

const propsOf = ({ label, describedBy, invalid }: Said, host: EditorHost): EditorOptions['editorProps'] => ({
  attributes: {
    class: 'rich editor__t',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-describedby': describedBy,
    ...(invalid ? { 'aria-invalid': 'true' } : {}),
  },
  handlePaste: (_view, event) => host.take(event.clipboardData),
  handleDrop: (_view, event) => host.take(event.dataTransfer),
  // Published by the form around; without this the editor would also break the line.
  handleKeyDown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
})

/** The list under the name being typed; arrows move in it while the text keeps the focus. */
function useProposals() {
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [active, setActive] = useState(0)
  const anchor = useRef<HTMLElement | null>(null)
  const found = proposal?.found ?? []
  const propose = (next: Proposal | null) => {
    anchor.current = next?.anchor ?? null
    setActive(0)
    setProposal(next)
  }
  const key = (event: KeyboardEvent): boolean => {
    const one = found[active]
    if (!proposal || !one) return false
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) setActive((active + move + found.length) % found.length)
    else if (event.key === 'Escape') {
      // The list closes; the composer around stays.
      event.stopPropagation()
      setProposal(null)
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      proposal.choose(one)
    else return false
    return true
  }
  return { propose, key, anchor, active, found, choose: (one: Mentionable) => proposal?.choose(one) }
}
