import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { adoptPost, unadoptPost } from '#features/posts/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
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

const ADOPT = 'library.adopt'

/** "I did it too": as it is on the screen, and the press that changes it. */
export function useAdoption(practice: LibraryPractice) {
  const text = useText()
  const { postId, title } = practice
  const of = {
    kind: ADOPT,
    scope: postId,
    input: () => ({ params: { id: postId } }),
    label: title || text('library.me_too'),
    lane: `adoption/${postId}`,
    touches: [['library']],
    silent: true,
  }
  const adopt = useQuick({ ...of, endpoint: adoptPost, input: (_adopted: boolean) => of.input() })
  const unadopt = useQuick({ ...of, endpoint: unadoptPost, input: (_adopted: boolean) => of.input() })
  const adopted = useOnItsWay<boolean>(ADOPT, postId).at(-1)?.given ?? practice.adopted
  return {
    adopted,
    count: practice.adoptionCount + Number(adopted) - Number(practice.adopted),
    set: (next: boolean) => (next ? adopt : unadopt).mutate(next),
  }
}
