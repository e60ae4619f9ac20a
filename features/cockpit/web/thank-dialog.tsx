import { useState } from 'react'
import { publishPost } from '#features/posts/contract.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { Who } from '#ui/who.tsx'
import type { Deserving, Gesture } from '../contract.ts'
import { useGestureAct } from './cockpit-data.ts'
import { nameOf, photoOf } from './faces.tsx'

/** One after the other: who helped, with what, and a drafted word that a human sends. */
export function ThankDialog({
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const [thanks] = useState(gesture.thanks)
  const [at, setAt] = useState(0)
  const one = thanks[at]
  if (!one) return null
  const next = () => (at + 1 < thanks.length ? setAt(at + 1) : onClose())
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('cockpit.thank.title')}
      closeLabel={text('platform.close')}
    >
      {thanks.length > 1 && (
        <p className="sm mut">{text('cockpit.thank.position', { at: at + 1, of: thanks.length })}</p>
      )}
      <OneThanks key={one.postId} deserving={one} last={at + 1 === thanks.length} onNext={next} />
    </Dialog>
  )
}

function OneThanks({ deserving, last, onNext }: { deserving: Deserving; last: boolean; onNext: () => void }) {
  const text = useText()
  const { person, because, title } = deserving
  const [id] = useState(newId)
  const [word, setWord] = useState(() => text(`cockpit.thank.draft.${because}`, { title }))
  const [fault, setFault] = useState(false)
  const send = useGestureAct(
    () =>
      call(publishPost, {
        params: { id },
        body: {
          spaceId: deserving.spaceId,
          kind: 'kudos',
          body: docOf(word.trim()),
          recipientIds: [person.id],
        },
      }),
    () => {
      showToast({ message: text('cockpit.thank.done') })
      onNext()
    },
  )
  return (
    <form
      className="stack stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (word.trim() === '') return setFault(true)
        send.mutate(undefined)
      }}
    >
      <Who
        person={{ name: nameOf(person), src: photoOf(person), size: 44 }}
        meta={text(`cockpit.thank.because.${because}`, { title })}
      >
        {text('cockpit.thank.whom', { name: nameOf(person) })}
      </Who>
      <TextArea
        label={text('cockpit.thank.word')}
        hint={text('cockpit.thank.hint')}
        error={fault && word.trim() === '' ? text('cockpit.thank.noWord') : undefined}
        rows={3}
        maxLength={1000}
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <div className="row wrap g2">
        <Button type="submit" kind="primary" busy={send.isPending}>
          {text('cockpit.thank.send')}
        </Button>
        {!last && (
          <Button kind="ghost" onClick={onNext}>
            {text('cockpit.thank.next')}
          </Button>
        )}
      </div>
    </form>
  )
}
