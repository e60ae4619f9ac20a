import { useInfiniteQuery } from '@tanstack/react-query'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import { readAdopters } from '../contract.ts'

/** Who did it too: they are the ones to ask. */
export function AdoptersDialog({
  postId,
  count,
  onClose,
}: {
  postId: string
  count: number
  onClose: () => void
}) {
  const text = useText()
  const query = useInfiniteQuery({
    queryKey: ['posts', 'adopters', postId],
    queryFn: ({ pageParam }) =>
      call(readAdopters, { params: { id: postId }, query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('posts.practice.adopted', { count })}
      closeLabel={text('platform.close')}
    >
      {query.isPending && <ListSkeleton label={text('platform.loading')} rows={3} />}
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      <ul className="list arr">
        {query.data?.pages
          .flatMap((page) => page.items)
          .map((person) => (
            <li key={person.memberId}>
              <Who person={faceOf(person, 40)} meta={[person.job, person.site].filter(Boolean).join(', ')}>
                <Link to={`/personnes/${person.memberId}`}>{nameOf(person)}</Link>
              </Who>
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </Dialog>
  )
}
