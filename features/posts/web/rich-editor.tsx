import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
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
  onChange,
  onFiles,
}: {
  doc: RichDoc
  spaceId: string | null
  label: string
  invalid: boolean
  describedBy: string
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
    // The content policy of the page forbids inline styles: ours are in composer.css.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'rich editor__t', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handlePaste: (_view, event) => takeFiles(event.clipboardData, now.current.onFiles),
      handleDrop: (_view, event) => takeFiles(event.dataTransfer, now.current.onFiles),
      // Published by the form around; without this the editor would also break the line.
      handleKeyDown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
    },
    onUpdate: ({ editor: changed }) => now.current.onChange(changed.getJSON() as unknown as RichDoc),
  })
  useEffect(() => {
    now.current = { spaceId, mine, label, onChange, onFiles }
    const text = editor.view.dom
    text.setAttribute('aria-label', label)
    text.setAttribute('aria-describedby', describedBy)
    text.toggleAttribute('data-invalid', invalid)
    if (invalid) text.setAttribute('aria-invalid', 'true')
    else text.removeAttribute('aria-invalid')
    // The placeholder is a decoration: it is drawn again with the next transaction.
    editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
  }, [editor, spaceId, mine, label, invalid, describedBy, onChange, onFiles])
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
