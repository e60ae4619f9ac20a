import { Bell } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { iconButtonClass, Pin } from '#ui/icon-button.tsx'
import { useUnread } from './unread.ts'

/** The bell of every page; the count is in its name too. */
export function NotificationBell() {
  const text = useText()
  const unread = useUnread()
  return (
    <Link
      to="/notifications"
      className={iconButtonClass()}
      aria-label={text('notifications.bell', { count: unread })}
    >
      <Bell className="i" aria-hidden />
      {unread > 0 && <Pin count={unread} />}
    </Link>
  )
}
