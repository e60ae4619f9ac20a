import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { adoptPost, unadoptPost } from '#features/posts/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { showToast } from '#ui/toast-store.ts'
import { type LibraryPractice, readLibrary, readLibraryShelves } from '../contract.ts'

export interface Asked {
  search: string
  themeId: string
  job: string
  order: 'recent' | 'adopted'
}

export function useLibrary(spaceId: string, asked: Asked) {
  return useInfiniteQuery({
    queryKey: ['library', spaceId, 'practices', asked],
    queryFn: ({ pageParam, signal }) =>
      call(
        readLibrary,
        { params: { id: spaceId }, query: { ...asked, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
}

export const useShelves = (spaceId: string) =>
  useQuery({
    queryKey: ['library', spaceId, 'shelves'],
    queryFn: ({ signal }) => call(readLibraryShelves, { params: { id: spaceId } }, { signal }),
  })

/** An act of the library: what it shows is read again, a refusal is said in its sentence. */
export function useLibraryAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  onDone?: (reply: Reply) => void,
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) => {
      // A form shows the refusal of its own fields.
      if (error instanceof Refused && error.fields.length > 0) return
      showToast({
        message: error instanceof Refused ? error.message : text('platform.unreachable.title'),
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['library'] }),
  })
}

export const useAdoption = (practice: LibraryPractice) =>
  useLibraryAct((adopted: boolean) =>
    call(adopted ? adoptPost : unadoptPost, { params: { id: practice.postId } }),
  )
