import { useState } from 'react'
import { sendAgain } from '#features/invitations/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Gesture } from '../contract.ts'
import { useGestureAct } from './cockpit-data.ts'

/** The same invitation leaves again, one person after the other: what was sent before a cut stays sent. */
export function RemindDialog({
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const [ids] = useState(gesture.invitationIds)
  const [done, setDone] = useState(0)
  const send = useGestureAct(
    async () => {
      let sent = 0
      for (const id of ids) {
        sent += (await sendOne(id)) ? 1 : 0
        setDone((count) => count + 1)
      }
      return sent
    },
    (sent) => {
      showToast({ message: text('cockpit.remind.done', { count: sent }) })
      onClose()
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={!send.isPending}
      title={text('cockpit.remind.title', { count: ids.length })}
      closeLabel={text('platform.close')}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            {text('cockpit.remind.keep')}
          </Button>
          <Button kind="primary" busy={send.isPending} onClick={() => send.mutate(undefined)}>
            {text('cockpit.remind.send', { count: ids.length })}
          </Button>
        </>
      }
    >
      <p>{text('cockpit.remind.why')}</p>
      {gesture.count > ids.length && (
        <p className="sm ink2">
          {text(gesture.more ? 'cockpit.remind.batchMore' : 'cockpit.remind.batch', {
            count: ids.length,
            all: gesture.count,
          })}
        </p>
      )}
      {send.isPending && (
        <ProgressBar
          value={(done / ids.length) * 100}
          label={text('cockpit.remind.progress', { at: done, of: ids.length })}
        />
      )}
    </Dialog>
  )
}

/** Somebody who came in meanwhile needs no reminder: their refusal stops nobody else's. */
async function sendOne(id: string): Promise<boolean> {
  try {
    await call(sendAgain, { params: { id }, body: {} })
    return true
  } catch (error) {
    if (error instanceof Refused && (error.status === 409 || error.status === 404)) return false
    throw error
  }
}
