import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { BellRing } from 'lucide-react'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { markNotifications, readNotifications } from '../contract.ts'
import { NotificationRow } from './notification-row.tsx'
import { notificationsKey, useUnread } from './public/unread.ts'
import './notifications.css'

/** What is addressed to me, latest first; new ones arrive by themselves. */
export function NotificationsPage() {
  const text = useText()
  const queries = useQueryClient()
  const unread = useUnread()
  const query = useInfiniteQuery({
    queryKey: [...notificationsKey, 'list'],
    queryFn: ({ pageParam }) => call(readNotifications, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const all = useMutation({
    mutationFn: () => call(markNotifications, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: notificationsKey }),
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead
        title={text('notifications.title')}
        hideTitleOnPhone
        actions={
          unread > 0 && (
            <Button size="s" busy={all.isPending} onClick={() => all.mutate()}>
              {text('notifications.all_read')}
            </Button>
          )
        }
      />
      {query.isPending && <ListSkeleton label={text('platform.loading')} rows={6} />}
      {query.error && items.length === 0 && (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && items.length === 0 && (
        <Empty icon={BellRing} title={text('notifications.empty.title')}>
          {text('notifications.empty.why')}
        </Empty>
      )}
      <ul className="list ntfs">
        {items.map((notification) => (
          <NotificationRow key={notification.id} notification={notification} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}
