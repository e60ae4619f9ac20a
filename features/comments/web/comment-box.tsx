import { SendHorizontal, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { faceOf } from '#features/reactions/web/public/face.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Avatar } from '#ui/avatar.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { LIMITS } from '../rules/limits.ts'
import { keepWords, keptWords } from './kept-words.ts'
import { findMentionables, type Mentionable } from './public/mentionable.ts'
import { MentionList } from './public/mention-list.tsx'
import { docOfTyped, mentionAt, typedOf } from './typed-text.ts'

/** One line that grows. '@' names somebody; what is not sent stays here, also after a reload. */
export function CommentBox({
  place,
  spaceId,
  label,
  initial,
  autoFocus,
  onSend,
  onCancel,
}: {
  /** Where the words are kept: the post, the comment answered, or the comment changed. */
  place: string
  spaceId: string
  label: string
  initial?: RichDoc
  autoFocus?: boolean
  onSend: (doc: RichDoc) => void
  onCancel?: () => void
}) {
  const text = useText()
  const me = useMe()
  const listId = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [words, setWords] = useState(() => (initial ? typedOf(initial) : keptWords(place)))
  const suggest = useSuggestions(spaceId)
  const change = (next: typeof words) => {
    setWords(next)
    keepWords(place, next)
  }
  const choose = (one: Mentionable) => {
    const caret = box.current?.selectionStart ?? words.text.length
    const at = mentionAt(words.text, caret)
    if (!at) return
    const start = `${words.text.slice(0, at.from)}@${one.label} `
    const mention = { id: one.id, label: one.label, kind: one.kind }
    change({ text: start + words.text.slice(caret), mentions: [...words.mentions, mention] })
    suggest.close()
    requestAnimationFrame(() => box.current?.setSelectionRange(start.length, start.length))
  }
  const submit = () => {
    if (!words.text.trim()) return
    onSend(docOfTyped(words.text, words.mentions))
    change({ text: '', mentions: [] })
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (suggest.key(event, choose)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <div className="cbox">
      <Avatar {...faceOf(me, 36)} />
      <div className="grow cbox__f">
        <TextArea
          ref={box}
          label={label}
          hideLabel
          placeholder={label}
          rows={1}
          maxLength={LIMITS.text}
          remaining={(left) => text('comments.left', { count: left })}
          value={words.text}
          autoFocus={autoFocus}
          aria-autocomplete="list"
          aria-controls={suggest.found.length > 0 ? listId : undefined}
          aria-activedescendant={suggest.found.length > 0 ? `${listId}-${suggest.active}` : undefined}
          onChange={(event) => {
            change({ ...words, text: event.target.value })
            suggest.look(event.target.value, event.target.selectionStart)
          }}
          onKeyDown={keys}
          onBlur={suggest.close}
        />
        <MentionList
          id={listId}
          anchor={box}
          found={suggest.found}
          active={suggest.active}
          onChoose={choose}
        />
      </div>
      {words.text.trim() && (
        <IconButton icon={SendHorizontal} kind="primary" label={text('comments.send')} onClick={submit} />
      )}
      {onCancel && <IconButton icon={X} label={text('platform.cancel')} onClick={onCancel} />}
    </div>
  )
}

/** Looks for the name that follows '@', and lets the arrows choose. */
function useSuggestions(spaceId: string) {
  const mine = useMySpaces()
  const [found, setFound] = useState<readonly Mentionable[]>([])
  const [active, setActive] = useState(0)
  const asked = useRef<AbortController | null>(null)
  const close = () => {
    asked.current?.abort()
    setFound([])
  }
  const look = (typed: string, caret: number) => {
    close()
    const at = mentionAt(typed, caret)
    if (!at) return
    const ask = new AbortController()
    asked.current = ask
    void findMentionables(at.query, spaceId, mine, ask.signal)
      .then((people) => {
        if (ask.signal.aborted) return
        setActive(0)
        setFound(people)
      })
      .catch(() => {})
  }
  /** True when the key was meant for the list. */
  const key = (event: KeyboardEvent, choose: (one: Mentionable) => void): boolean => {
    const one = found[active]
    if (!one) return false
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) setActive((active + move + found.length) % found.length)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') choose(one)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { found, active, look, close, key }
}
