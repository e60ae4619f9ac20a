import { EditorContent, type EditorOptions, useEditor } from '@tiptap/react'
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { findMentionables } from '#features/comments/web/public/mentionable.ts'
import { MentionList } from '#features/comments/web/public/mention-list.tsx'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { type EditorHost, extensionsFor, type Proposal } from './editor-extensions.ts'
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
  const now = useRef({ spaceId, mine, label, onChange, onFiles })
  const names = useProposals()
  const host = useMemo<EditorHost>(
    () => ({
      find: (typed, signal) => findMentionables(typed, now.current.spaceId, now.current.mine, signal),
      propose: names.propose,
      key: names.key,
      placeholder: () => now.current.label,
    }),
    [names.propose, names.key],
  )
  const [extensions] = useState(() => extensionsFor(host))
  const editor = useEditor({
    extensions,
    content: doc.content.length > 0 ? doc : '',
    autofocus: autoFocus ? 'end' : false,
    // The content policy of the page forbids inline styles: ours are in composer.css.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: propsOf({ label, describedBy, invalid }, now),
    onUpdate: ({ editor: changed }) => now.current.onChange(changed.getJSON() as unknown as RichDoc),
  })
  useEffect(() => {
    now.current = { spaceId, mine, label, onChange, onFiles }
  })
  useEffect(() => {
    editor.setOptions({ editorProps: propsOf({ label, describedBy, invalid }, now) })
  }, [editor, label, describedBy, invalid])
  return (
    <div className="editor">
      <EditorContent editor={editor} />
      <MentionList
        id={listId}
        anchor={names.anchor}
        found={names.found}
        active={names.active}
        onChoose={(one) => names.choose(one)}
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

const propsOf = (
  { label, describedBy, invalid }: Said,
  now: RefObject<{ onFiles: (files: File[]) => void }>,
): EditorOptions['editorProps'] => ({
  attributes: {
    class: 'rich editor__t',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-describedby': describedBy,
    ...(invalid ? { 'aria-invalid': 'true' } : {}),
  },
  handlePaste: (_view, event) => takeFiles(event.clipboardData, now.current.onFiles),
  handleDrop: (_view, event) => takeFiles(event.dataTransfer, now.current.onFiles),
  // Published by the form around; without this the editor would also break the line.
  handleKeyDown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
})

function takeFiles(data: DataTransfer | null, onFiles: (files: File[]) => void): boolean {
  const files = Array.from(data?.files ?? [])
  if (files.length === 0) return false
  onFiles(files)
  return true
}

/** The list under the name being typed; arrows move in it while the text keeps the focus. */
function useProposals() {
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [active, setActive] = useState(0)
  const anchor = useRef<HTMLElement | null>(null)
  const latest = useRef({ proposal, active })
  latest.current = { proposal, active }
  const [acts] = useState(() => ({
    propose: (next: Proposal | null) => {
      anchor.current = next?.anchor ?? null
      setActive(0)
      setProposal(next)
    },
    key: (event: KeyboardEvent): boolean => {
      const { proposal: open, active: at } = latest.current
      const one = open?.found[at]
      if (!open || !one) return false
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (move) {
        setActive((at + move + open.found.length) % open.found.length)
        return true
      }
      if (event.key === 'Escape') {
        event.stopPropagation()
        setProposal(null)
        return true
      }
      if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
        open.choose(one)
        return true
      }
      return false
    },
  }))
  return {
    ...acts,
    anchor,
    active,
    found: proposal?.found ?? [],
    choose: (one: Proposal['found'][number]) => proposal?.choose(one),
  }
}
