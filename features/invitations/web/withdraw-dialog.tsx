import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { type Invitation, withdrawInvitation } from '../contract.ts'
import { fullName, useGesture } from './invitation-data.ts'

export function WithdrawDialog({
  spaceId,
  invitation,
  onClose,
}: {
  spaceId: string
  invitation: Invitation
  onClose: () => void
}) {
  const text = useText()
  const withdraw = useGesture(
    spaceId,
    (id: string) => call(withdrawInvitation, { params: { id } }),
    () => text('invitations.follow.withdrawn'),
  )
  return (
    <ConfirmDialog
      open
      title={text('invitations.follow.withdrawTitle', { name: fullName(invitation.invitee) })}
      confirmLabel={text('invitations.follow.withdraw')}
      keepLabel={text('invitations.follow.keep')}
      busy={withdraw.isPending}
      onConfirm={() => withdraw.mutate(invitation.id, { onSettled: onClose })}
      onClose={onClose}
    >
      <p>{text('invitations.follow.withdrawBody')}</p>
    </ConfirmDialog>
  )
}
