import { type FormEvent, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { CommentBubble } from '#ui/comment-bubble.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type FirstDraft, writeDraftWord } from '../contract.ts'
import { faceOf, nameOf } from './faces.ts'
import { useAct } from './journey-data.ts'

/** What author and buddy say to each other about a draft. */
export function DraftWords({ draft, level = 3 }: { draft: FirstDraft; level?: 2 | 3 }) {
  const text = useText()
  const format = useFormat()
  const [body, setBody] = useState('')
  const Heading = level === 2 ? 'h2' : 'h3'
  const [id, setId] = useState(newId)
  const write = useAct(
    () => call(writeDraftWord, { params: { id }, body: { draftId: draft.id, body: body.trim() } }),
    () => {
      setBody('')
      setId(newId())
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body.trim()) write.mutate(undefined)
  }
  return (
    <section className="stack stack-3" aria-label={text('journeys.first.words')}>
      <Heading className="h4">{text('journeys.first.words')}</Heading>
      {draft.words.map((word) => (
        <CommentBubble
          key={word.id}
          person={faceOf(word.author)}
          author={nameOf(word.author)}
          time={format.ago(word.at)}
        >
          {word.body}
        </CommentBubble>
      ))}
      {draft.sharedAt && (
        <form className="stack stack-2" onSubmit={submit}>
          <TextArea
            label={text('journeys.first.word')}
            rows={2}
            maxLength={2000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
          <p>
            <Button type="submit" size="s" busy={write.isPending}>
              {text('journeys.first.sendWord')}
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}
