import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useNotices } from '#platform/web/live.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { countNotifications } from '../../contract.ts'

export const notificationsKey = ['notifications'] as const

/** How many things addressed to me I have not read; it follows what happens. */
export function useUnread(): number {
  const me = useMaybeMe()
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: notificationsKey })
  useNotices('notification', again)
  useNotices('*', again)
  const query = useQuery({
    queryKey: [...notificationsKey, 'count'],
    queryFn: () => call(countNotifications, {}),
    enabled: me !== null,
    staleTime: 30_000,
  })
  return query.data?.unread ?? 0
}
