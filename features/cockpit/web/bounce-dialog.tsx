import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendAgain } from '#features/invitations/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Bounce, Gesture } from '../contract.ts'
import { useGestureAct } from './cockpit-data.ts'
import { nameOf } from './faces.tsx'

/** The address, mended, and the invitation leaves again. */
export function BounceDialog({
  spaceId,
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const [bounces] = useState(gesture.bounces)
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('cockpit.bounce.title')}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="soft" onClick={onClose}>
          {text('cockpit.bounce.finished')}
        </Button>
      }
    >
      {bounces.map((bounce) => (
        <OneBounce key={bounce.invitationId} bounce={bounce} />
      ))}
      {gesture.count > bounces.length && (
        <p>
          <Link to={`/communautes/${spaceId}/invitations`} className="link">
            {gesture.more
              ? text('cockpit.bounce.allMore')
              : text('cockpit.bounce.all', { count: gesture.count })}
          </Link>
        </p>
      )}
    </Dialog>
  )
}

function OneBounce({ bounce }: { bounce: Bounce }) {
  const text = useText()
  const [email, setEmail] = useState(bounce.email ?? '')
  const [sent, setSent] = useState(false)
  const send = useSendAgain(bounce.invitationId, () => setSent(true))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (email.trim()) send.mutate(email.trim())
  }
  const error = useProblem(send.error)
  return (
    <form className="mend" onSubmit={submit} noValidate>
      <TextField
        type="email"
        label={nameOf(bounce.person)}
        error={error}
        value={email}
        readOnly={sent}
        autoComplete="off"
        onChange={(event) => setEmail(event.target.value)}
      />
      <p className="row g2">
        {sent ? (
          <Badge kind="ok">{text('cockpit.bounce.sent')}</Badge>
        ) : (
          <Button size="s" type="submit" busy={send.isPending}>
            {text('cockpit.bounce.send')}
          </Button>
        )}
      </p>
    </form>
  )
}

/** What to do about it, in the words of an address. */
function useProblem(error: unknown): string | undefined {
  const text = useText()
  if (!error) return undefined
  if (!(error instanceof Refused)) return text('platform.unreachable.title')
  if (error.code === 'platform.malformed') return text('cockpit.bounce.malformed')
  return error.on('email') ?? error.message
}

/** The field says what is wrong: no passing message on top of it. */
function useSendAgain(id: string, onDone: () => void) {
  const act = useGestureAct(async () => null)
  return useMutation({
    mutationFn: (email: string) => call(sendAgain, { params: { id }, body: { email } }),
    onSuccess: () => {
      onDone()
      act.mutate(undefined)
    },
  })
}
