import { useQueryClient } from '@tanstack/react-query'
import {
  AtSign,
  Check,
  DoorOpen,
  Flag,
  HandHeart,
  MailOpen,
  MessageCircle,
  PartyPopper,
  Reply,
  Sprout,
} from 'lucide-react'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { classNames } from '#ui/class-names.ts'
import type { Icon } from '#ui/icon.tsx'
import { markNotification, type Notification, type NotificationKind } from '../contract.ts'
import { notificationsKey } from './public/unread.ts'

const icons: Record<NotificationKind, Icon> = {
  mention: AtSign,
  reply: Reply,
  comment: MessageCircle,
  answer_accepted: Check,
  kudos: PartyPopper,
  invitation: MailOpen,
  welcome: HandHeart,
  moderation: Flag,
  request: DoorOpen,
  news: Sprout,
}

/** Where it leads: to what was said, else to the space, else to the door. */
function destination({ kind, outcome, postId, commentId, spaceId, path }: Notification): string {
  if (path) return path
  if (kind === 'moderation' && outcome === 'report') return '/moderation'
  if (postId) return `/publications/${postId}${commentId ? `#c-${commentId}` : ''}`
  if (kind === 'invitation') return '/invitations'
  if (kind === 'request' && outcome === 'asked') return `/communautes/${spaceId ?? ''}/membres`
  if (kind === 'request' && outcome === 'declined') return '/communautes'
  return spaceId ? `/espaces/${spaceId}` : '/'
}

/** One thing addressed to me: a sentence, what it is about, and when. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const text = useText()
  const queries = useQueryClient()
  const { kind, actor, outcome, read } = notification
  const Glyph = icons[kind]
  const key = outcome && (kind === 'moderation' || kind === 'request') ? `${kind}_${outcome}` : kind
  const names = {
    name: actor ? nameOf(actor) : text('notifications.somebody'),
    space: notification.spaceName,
  }
  const mark = () => {
    if (read) return
    void call(markNotification, { params: { id: notification.id } })
      .then(() => queries.invalidateQueries({ queryKey: notificationsKey }))
      .catch(() => {})
  }
  return (
    <li>
      <Link className={classNames('ntf', !read && 'ntf--new')} to={destination(notification)} onClick={mark}>
        {actor ? (
          <Avatar {...faceOf(actor)} />
        ) : (
          <span className="empty__i ntf__i">
            <Glyph className="i" aria-hidden />
          </span>
        )}
        <span className="grow">
          <span className="ntf__s">
            {!read && <span className="vh">{text('notifications.new')} </span>}
            {kind === 'news' ? notification.excerpt : text(`notifications.say.${key}`, names)}
          </span>
          {notification.excerpt && kind !== 'news' && (
            <span className="ntf__e ink2 sm">{notification.excerpt}</span>
          )}
          {notification.note && <span className="ntf__e ink2 sm">{notification.note}</span>}
          <span className="sm mut row g1">
            {actor && <Glyph className="i i--s" aria-hidden />}
            <Ago at={notification.createdAt} />
          </span>
        </span>
      </Link>
    </li>
  )
}
