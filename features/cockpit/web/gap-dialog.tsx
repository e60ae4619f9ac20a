import { useState } from 'react'
import { newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Gesture } from '../contract.ts'
import { usePlaceIdea } from './place-idea.ts'

/** One line is enough for an empty week to begin. */
export function GapDialog({
  spaceId,
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const { shortDay } = useFormat()
  const day = gesture.day ?? ''
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [fault, setFault] = useState(false)
  const place = usePlaceIdea(spaceId, day, () => {
    showToast({ message: text('cockpit.gap.done') })
    onClose()
  })
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('cockpit.gap.title', { day: shortDay(`${day}T12:00:00Z`) })}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() === '') return setFault(true)
          place.mutate({ id, title: title.trim() })
        }}
      >
        <TextField
          label={text('cockpit.gap.idea')}
          hint={text('cockpit.gap.hint')}
          error={fault && title.trim() === '' ? text('cockpit.gap.noIdea') : undefined}
          maxLength={120}
          value={title}
          data-autofocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="row wrap g2">
          <Button type="submit" kind="primary" busy={place.isPending}>
            {text('cockpit.gap.send')}
          </Button>
          <Link to={`/communautes/${spaceId}/calendrier`} className={buttonClass({ kind: 'ghost' })}>
            {text('cockpit.gap.open')}
          </Link>
        </div>
      </form>
    </Dialog>
  )
}
