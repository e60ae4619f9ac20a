import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useRoleWord } from '#features/comments/web/public/author-line.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { readSeats, type Space } from '#features/spaces/contract.ts'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'

/** Who is in a space, found by name. */
export function SeatsDialog({ space, onClose }: { space: Space; onClose: () => void }) {
  const text = useText()
  const roleWord = useRoleWord()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const query = useInfiniteQuery({
    queryKey: ['spaces', 'seats', space.id, search],
    queryFn: ({ pageParam }) =>
      call(readSeats, {
        params: { id: space.id },
        query: { ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const people = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={text('posts.space.members', { count: space.seats })}
      closeLabel={text('platform.close')}
    >
      <SearchField full label={text('posts.space.find_member')} onSearchChange={setTyped} />
      {query.isPending && <ListSkeleton label={text('platform.loading')} rows={4} />}
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && people.length === 0 && <p className="mut">{text('posts.search.nobody')}</p>}
      <ul className="list arr">
        {people.map((seat) => (
          <li key={seat.memberId}>
            <Who
              person={faceOf(seat, 40)}
              role={roleWord(seat)}
              meta={[seat.job, seat.site].filter(Boolean).join(', ')}
            >
              <Link to={`/personnes/${seat.memberId}`}>{nameOf(seat)}</Link>
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
