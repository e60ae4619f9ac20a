import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useNotices } from '#platform/web/live.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { countNotifications } from '../../contract.ts'

export const notificationsKey = ['notifications'] as const

export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, 'count'],
  queryFn: () => call(countNotifications, {}),
  staleTime: 30_000,
})

/** How many things addressed to me I have not read. */
export function useUnread(): number {
  const me = useMaybeMe()
  return useQuery({ ...unreadQuery, enabled: me !== null }).data?.unread ?? 0
}

/** It follows what happens: said once, by the frame of the pages, for all who read it. */
export function useUnreadNews(): void {
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: notificationsKey })
  useNotices('notification', again)
  useNotices('*', again)
}
