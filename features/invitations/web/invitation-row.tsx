import { CircleAlert, CircleCheck, Clock, Ellipsis, Undo2, X } from 'lucide-react'
import { call, fileUrl } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Chip } from '#ui/chip.tsx'
import type { Icon } from '#ui/icon.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import { Who } from '#ui/who.tsx'
import { cancelReminder, cancelReminders, type Invitation, sendAgain } from '../contract.ts'
import { fullName, useGesture } from './invitation-data.ts'

const LOOKS: Record<Invitation['state'], { kind: BadgeKind; icon: Icon }> = {
  sent: { kind: 'neutral', icon: Clock },
  bounced: { kind: 'warn', icon: CircleAlert },
  accepted: { kind: 'ok', icon: CircleCheck },
  withdrawn: { kind: 'neutral', icon: Undo2 },
}

export function InvitationRow({
  spaceId,
  invitation,
  onCorrect,
  onWithdraw,
}: {
  spaceId: string
  invitation: Invitation
  onCorrect: () => void
  onWithdraw: () => void
}) {
  const text = useText()
  const format = useFormat()
  const { invitee, state, email, channel } = invitation
  const name = fullName(invitee)
  const look = LOOKS[state]
  const when = invitation.acceptedAt
    ? text('invitations.follow.arrivedOn', { date: format.shortDay(invitation.acceptedAt) })
    : text('invitations.follow.invitedOn', { date: format.shortDay(invitation.invitedAt) })
  return (
    <li className="invitation">
      <Who
        person={{ name, src: invitee.photoFileId && fileUrl(invitee.photoFileId, 'w320'), size: 44 }}
        role={invitee.guest ? text('invitations.follow.guest') : undefined}
        meta={
          email ?? [text(`invitations.follow.channel.${channel}`), invitee.site].filter(Boolean).join(', ')
        }
      />
      <div className="invitation__acts">
        <Acts
          spaceId={spaceId}
          invitation={invitation}
          name={name}
          onCorrect={onCorrect}
          onWithdraw={onWithdraw}
        />
      </div>
      <div className="invitation__state">
        <Badge kind={look.kind} icon={look.icon}>
          {text(`invitations.follow.state.${state}`)}
        </Badge>
        <p className="xs mut">{when}</p>
      </div>
      <div className="invitation__reminders">
        {state === 'sent' && <Reminders spaceId={spaceId} invitation={invitation} name={name} />}
      </div>
    </li>
  )
}

/** Each on its day; a planned one is cancelled by a press. */
function Reminders({ spaceId, invitation, name }: { spaceId: string; invitation: Invitation; name: string }) {
  const text = useText()
  const format = useFormat()
  const cancel = useGesture(
    spaceId,
    (day: number) => call(cancelReminder, { params: { id: invitation.id, day } }),
    () => text('invitations.follow.cancelled'),
  )
  if (invitation.reminders.length === 0) return null
  return (
    <ul className="reminders" aria-label={text('invitations.follow.reminderList', { name })}>
      {invitation.reminders.map(({ day, state, dueAt }) => (
        <li key={day}>
          {state === 'planned' ? (
            <Chip icon={X} disabled={cancel.isPending} onClick={() => cancel.mutate(day)}>
              {text('invitations.follow.reminder.plannedShort', { day, date: format.shortDay(dueAt) })}
              <span className="vh">, {text('invitations.follow.reminder.cancel', { name })}</span>
            </Chip>
          ) : (
            <Badge kind={state === 'sent' ? 'info' : 'neutral'}>
              {text(`invitations.follow.reminder.${state}Short`, { day })}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  )
}

function Acts({
  spaceId,
  invitation,
  name,
  onCorrect,
  onWithdraw,
}: {
  spaceId: string
  invitation: Invitation
  name: string
  onCorrect: () => void
  onWithdraw: () => void
}) {
  const text = useText()
  const { id, state, channel, reminders } = invitation
  const again = useGesture(
    spaceId,
    () => call(sendAgain, { params: { id }, body: {} }),
    (after) =>
      text(after.channel === 'email' ? 'invitations.follow.sentAgain' : 'invitations.follow.newCode'),
  )
  const quiet = useGesture(
    spaceId,
    () => call(cancelReminders, { params: { id } }),
    () => text('invitations.follow.cancelled'),
  )
  if (state === 'accepted') return null
  const byEmail = channel === 'email'
  const planned = reminders.some((reminder) => reminder.state === 'planned')
  const items: (MenuItem | false)[] = [
    {
      key: 'again',
      label: text(byEmail ? 'invitations.follow.sendAgain' : 'invitations.follow.newLetter'),
      onSelect: () => again.mutate(),
    },
    { key: 'correct', label: text('invitations.follow.correct'), onSelect: onCorrect },
    state !== 'withdrawn' && {
      key: 'letter',
      label: text('invitations.follow.printOne'),
      onSelect: () =>
        void window.open(`/api/spaces/${spaceId}/letters?invitationId=${id}`, '_blank', 'noopener'),
    },
    planned && { key: 'quiet', label: text('invitations.follow.cancelAll'), onSelect: () => quiet.mutate() },
    state !== 'withdrawn' && {
      key: 'withdraw',
      label: text('invitations.follow.withdraw'),
      danger: true,
      separatorBefore: true,
      onSelect: onWithdraw,
    },
  ]
  return (
    <Menu
      label={text('invitations.follow.acts', { name })}
      buttonLabel={text('invitations.follow.acts', { name })}
      align="end"
      items={items.filter((item) => item !== false)}
    >
      <Ellipsis className="i" aria-hidden />
    </Menu>
  )
}
