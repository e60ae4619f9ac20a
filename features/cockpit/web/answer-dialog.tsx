import { type FormEvent, useId, useState } from 'react'
import { publishComment } from '#features/comments/contract.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Gesture, LoneQuestion } from '../contract.ts'
import { useGestureAct } from './cockpit-data.ts'
import { nameOf } from './faces.tsx'
import { useWaitWords } from './wait-words.ts'

const LONGEST = 2000

/** The questions left alone, the oldest first: answered here, or opened to pass them on. */
export function AnswerDialog({ gesture, onClose }: { gesture: Gesture; onClose: () => void }) {
  const text = useText()
  const [questions] = useState(gesture.questions)
  const [at, setAt] = useState(0)
  const question = questions[at]
  if (!question) return null
  const next = () => (at + 1 < questions.length ? setAt(at + 1) : onClose())
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('cockpit.answer.title')}
      closeLabel={text('platform.close')}
    >
      {questions.length > 1 && (
        <p className="sm mut">{text('cockpit.answer.position', { at: at + 1, of: questions.length })}</p>
      )}
      <OneQuestion
        key={question.postId}
        question={question}
        onNext={next}
        last={at + 1 === questions.length}
      />
    </Dialog>
  )
}

function OneQuestion({
  question,
  onNext,
  last,
}: {
  question: LoneQuestion
  onNext: () => void
  last: boolean
}) {
  const text = useText()
  const wait = useWaitWords()
  const form = useId()
  const [words, setWords] = useState('')
  const [commentId] = useState(newId)
  const send = useGestureAct(
    () =>
      call(publishComment, {
        params: { id: commentId },
        body: { subjectId: question.postId, body: docOf(words.trim()) },
      }),
    () => {
      showToast({ message: text('cockpit.answer.done') })
      onNext()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim()) send.mutate(undefined)
  }
  return (
    <form id={form} className="stack stack-4" onSubmit={submit}>
      <div>
        <h3 className="h4">{question.title}</h3>
        <p className="sm ink2">
          {text('cockpit.answer.asked', {
            name: question.author ? nameOf(question.author) : text('cockpit.answer.gone'),
            wait: wait(question.askedAt),
          })}
        </p>
      </div>
      <TextArea
        label={text('cockpit.answer.word')}
        hint={text('cockpit.answer.hint')}
        value={words}
        rows={3}
        maxLength={LONGEST}
        data-autofocus
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="row g2 wrap">
        <Button
          kind="primary"
          type="submit"
          busy={send.isPending}
          disabledReason={words.trim() ? undefined : text('cockpit.answer.noWord')}
        >
          {text('cockpit.answer.send')}
        </Button>
        <Link to={`/publications/${question.postId}`} className={buttonClass({ kind: 'soft' })}>
          {text('cockpit.answer.open')}
        </Link>
        {!last && (
          <Button kind="ghost" onClick={onNext}>
            {text('cockpit.answer.next')}
          </Button>
        )}
      </p>
    </form>
  )
}
