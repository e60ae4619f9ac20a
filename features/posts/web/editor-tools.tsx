import { type Editor, useEditorState } from '@tiptap/react'
import {
  AtSign,
  Bold,
  Code,
  Hash,
  Heading2,
  Italic,
  Link2,
  List,
  ListOrdered,
  SquareCode,
  TextQuote,
} from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import type { Icon } from '#ui/icon.tsx'
import { TextField } from '#ui/text-field.tsx'
import { EmojiPicker } from './emoji-picker.tsx'

interface Tool {
  key: string
  icon: Icon
  active?: (editor: Editor) => boolean
  act: (editor: Editor) => void
}

const TOOLS: Tool[] = [
  {
    key: 'bold',
    icon: Bold,
    active: (e) => e.isActive('bold'),
    act: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    key: 'italic',
    icon: Italic,
    active: (e) => e.isActive('italic'),
    act: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    key: 'heading',
    icon: Heading2,
    active: (e) => e.isActive('heading'),
    act: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    key: 'bullets',
    icon: List,
    active: (e) => e.isActive('bulletList'),
    act: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'numbers',
    icon: ListOrdered,
    active: (e) => e.isActive('orderedList'),
    act: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    key: 'quote',
    icon: TextQuote,
    active: (e) => e.isActive('blockquote'),
    act: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    key: 'code',
    icon: Code,
    active: (e) => e.isActive('code'),
    act: (e) => e.chain().focus().toggleCode().run(),
  },
  {
    key: 'code_block',
    icon: SquareCode,
    active: (e) => e.isActive('codeBlock'),
    act: (e) => e.chain().focus().toggleCodeBlock().run(),
  },
  { key: 'mention', icon: AtSign, act: (e) => typeSign(e, '@') },
  { key: 'hashtag', icon: Hash, act: (e) => typeSign(e, '#') },
]

/** A sign only begins a name or a tag after a space. */
function typeSign(editor: Editor, sign: string) {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset)
  editor
    .chain()
    .focus()
    .insertContent(before === '' || before === ' ' ? sign : ` ${sign}`)
    .run()
}

/** One stop for the Tab key, arrows inside. */
export function EditorTools({ editor }: { editor: Editor }) {
  const text = useText()
  const bar = useRef<HTMLDivElement>(null)
  const [linking, setLinking] = useState(false)
  const [current, setCurrent] = useState(0)
  const states = useEditorState({
    editor,
    selector: ({ editor: at }) => [...TOOLS.map((tool) => tool.active?.(at) ?? false), at.isActive('link')],
  })
  const link = states.at(-1) ?? false
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const buttons = Array.from(bar.current?.querySelectorAll<HTMLElement>(':scope > button') ?? [])
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    if (!step || at < 0) return
    event.preventDefault()
    const next = (at + step + buttons.length) % buttons.length
    setCurrent(next)
    buttons[next]?.focus()
  }
  const stop = (index: number) => ({ tabIndex: index === current ? 0 : -1, onFocus: () => setCurrent(index) })
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its buttons */}
      <div
        ref={bar}
        className="editor__b"
        role="toolbar"
        aria-label={text('posts.tool.bar')}
        onKeyDown={move}
      >
        {TOOLS.map((tool, index) => (
          <IconButton
            key={tool.key}
            icon={tool.icon}
            label={text(`posts.tool.${tool.key}`)}
            {...(tool.active ? { pressed: states[index] ?? false } : {})}
            {...stop(index)}
            onClick={() => tool.act(editor)}
          />
        ))}
        <IconButton
          icon={Link2}
          label={text('posts.tool.link')}
          pressed={link}
          {...stop(TOOLS.length)}
          onClick={() => setLinking(!linking)}
        />
        <EmojiPicker
          button={stop(TOOLS.length + 1)}
          onPick={(sign) => editor.chain().focus().insertContent(sign).run()}
        />
      </div>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  )
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const text = useText()
  const before = (editor.getAttributes('link').href as string | undefined) ?? ''
  const [address, setAddress] = useState(before)
  const [wrong, setWrong] = useState(false)
  const put = () => {
    const href = /^[a-z]+:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`
    const chain = editor.chain().focus().extendMarkRange('link')
    if (!URL.canParse(href)) return setWrong(true)
    const empty = editor.state.selection.empty && !before
    if (empty)
      chain
        .insertContent([{ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }])
        .run()
    else chain.setLink({ href }).run()
    onDone()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onDone()
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    put()
  }
  return (
    <div className="row row--b g2 wrap editor__l">
      <div className="grow">
        <TextField
          label={text('posts.tool.address')}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={address}
          error={wrong ? text('posts.tool.wrong_address') : undefined}
          autoFocus
          onChange={(event) => {
            setAddress(event.target.value)
            setWrong(false)
          }}
          onKeyDown={keys}
        />
      </div>
      <Button kind="primary" onClick={put}>
        {text('posts.tool.put_link')}
      </Button>
      {before && (
        <Button
          kind="ghost"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            onDone()
          }}
        >
          {text('posts.tool.take_link')}
        </Button>
      )}
    </div>
  )
}
