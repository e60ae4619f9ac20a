import { useId, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Invitation, sendAgain } from '../contract.ts'
import { fullName, useGesture } from './invitation-data.ts'

/** The right address, and the invitation leaves again with its reminders. */
export function CorrectDialog({
  spaceId,
  invitation,
  onClose,
}: {
  spaceId: string
  invitation: Invitation
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  const [email, setEmail] = useState(invitation.email ?? '')
  const send = useGesture(spaceId, (address: string) =>
    call(sendAgain, { params: { id: invitation.id }, body: { email: address } }),
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('invitations.follow.correctTitle', { name: fullName(invitation.invitee) })}
      closeLabel={text('invitations.follow.close')}
      actions={
        <Button type="submit" form={form} kind="primary" busy={send.isPending}>
          {text('invitations.follow.correctSend')}
        </Button>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate(email.trim(), {
            onSuccess: () => {
              showToast({ message: text('invitations.follow.sentAgain') })
              onClose()
            },
          })
        }}
      >
        {invitation.state === 'bounced' && <p className="ink2">{text('invitations.follow.correctLead')}</p>}
        <TextField
          label={text('invitations.invite.email')}
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          data-autofocus
          value={email}
          error={fieldError(send.error, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <FormProblem error={send.error} fields={['email']} />
      </form>
    </Dialog>
  )
}
