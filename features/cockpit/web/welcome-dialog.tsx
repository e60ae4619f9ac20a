import { type FormEvent, useId, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Gesture, welcome } from '../contract.ts'
import { useGestureAct } from './cockpit-data.ts'
import { nameOf, photoOf } from './faces.tsx'

const LONGEST = 1000

/** One word for several people, each by their name. */
export function WelcomeDialog({
  spaceId,
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  // The people listed when it opened: those welcomed meanwhile by somebody else are left out by the server.
  const [newcomers] = useState(gesture.newcomers)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [words, setWords] = useState(text('cockpit.welcome.suggestion'))
  const [welcomeId] = useState(newId)
  const chosen = newcomers.filter((one) => !left.has(one.id))
  const send = useGestureAct(
    () =>
      call(welcome, {
        params: { id: spaceId, welcomeId },
        body: { memberIds: chosen.map((one) => one.id), text: words.trim() },
      }),
    ({ welcomed }) => {
      showToast({
        message: text(welcomed.length > 0 ? 'cockpit.welcome.done' : 'cockpit.welcome.already', {
          count: welcomed.length,
        }),
      })
      onClose()
    },
  )
  const toggle = (id: string) =>
    setLeft((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length > 0 && words.trim()) send.mutate(undefined)
  }
  const reason =
    chosen.length === 0
      ? text('cockpit.welcome.nobody')
      : words.trim()
        ? undefined
        : text('cockpit.welcome.noWord')
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('cockpit.welcome.title')}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="primary" type="submit" form={form} busy={send.isPending} disabledReason={reason}>
          {text('cockpit.welcome.send', { count: chosen.length })}
        </Button>
      }
    >
      <form id={form} className="stack stack-4" onSubmit={submit}>
        <fieldset className="greet">
          <legend className="sm b">{text('cockpit.welcome.whom')}</legend>
          {newcomers.map((one) => (
            <Checkbox
              key={one.id}
              checked={!left.has(one.id)}
              onChange={() => toggle(one.id)}
              label={
                <>
                  <Avatar name={nameOf(one)} src={photoOf(one)} size={32} />
                  <span>
                    {nameOf(one)}
                    <span className="xs mut">
                      {' '}
                      {text(one.posted ? 'cockpit.welcome.answers' : 'cockpit.welcome.greets')}
                    </span>
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
        <TextArea
          label={text('cockpit.welcome.word')}
          hint={text('cockpit.welcome.hint')}
          value={words}
          rows={3}
          maxLength={LONGEST}
          data-autofocus
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
