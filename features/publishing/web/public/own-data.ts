import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { showToast } from '#ui/toast-store.ts'
import { type Publication, readMyPublication, readMyPublications } from '../../contract.ts'

const SOON_MS = 3000
const CALM_MS = 30_000

/** How often to look again: often while something leaves, calmly while something waits, never otherwise. */
export function lookAgain(publications: readonly Publication[], now: number): number | false {
  const moving = publications.filter(({ state, removing }) => state === 'queued' || removing)
  if (moving.length === 0) return false
  const due = moving.some(
    ({ publishAt, retryAt, removing }) => removing || (!retryAt && Date.parse(publishAt) <= now + CALM_MS),
  )
  return due ? SOON_MS : CALM_MS
}

/** What I published myself, newest first. */
export function useMyPublications(enabled = true) {
  return useInfiniteQuery({
    queryKey: ['publishing', 'own'],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      call(readMyPublications, { query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      lookAgain(
        (state.data?.pages ?? []).flatMap(({ items }) => items),
        Date.now(),
      ),
  })
}

export const useMyPublication = (id: string | null) =>
  useQuery({
    queryKey: ['publishing', 'one', id],
    queryFn: ({ signal }) => call(readMyPublication, { params: { id: id ?? '' } }, { signal }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data ? lookAgain([state.data], Date.now()) : false),
  })

/** Mine moved elsewhere (it left, it was taken down): what is on the page is read again. */
export function useOwnNews(): void {
  const look = useLookAgain()
  useNotices('publication', look)
}

function useLookAgain(): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['publishing'] })
    void queries.invalidateQueries({ queryKey: ['sharing', 'mine'] })
  }
}

/** One gesture on what I published; a refusal is said at the foot of the page, unless the caller shows it. */
export function useOwnAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  { quiet = false, onDone }: { quiet?: boolean; onDone?: (reply: Reply) => void } = {},
) {
  const text = useText()
  const look = useLookAgain()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) => {
      if (quiet) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
    onSettled: look,
  })
}
