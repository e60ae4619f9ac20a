import { useInfiniteQuery } from '@tanstack/react-query'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import { type LibraryPractice, readResults } from '../contract.ts'
import { Change } from './change.tsx'

/** What it changed for others, each in their own words. */
export function ResultsDialog({ practice, onClose }: { practice: LibraryPractice; onClose: () => void }) {
  const text = useText()
  const query = useInfiniteQuery({
    queryKey: ['library', 'results', practice.postId],
    queryFn: ({ pageParam }) =>
      call(readResults, {
        params: { postId: practice.postId },
        query: pageParam ? { cursor: pageParam } : {},
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  return (
    <Dialog open onClose={onClose} title={text('library.results_title')} closeLabel={text('platform.close')}>
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
        {({ pages }) => (
          <ul className="list stack stack-4">
            {pages
              .flatMap((page) => page.items)
              .map((result) => (
                <li key={result.member.id} className="stack stack-2">
                  <Who
                    person={faceOf(result.member, 40)}
                    meta={
                      <>
                        {[result.member.job, result.member.site].filter(Boolean).join(', ')}{' '}
                        <Ago at={result.toldAt} />
                      </>
                    }
                  >
                    <Link to={`/personnes/${result.member.id}`}>{nameOf(result.member)}</Link>
                  </Who>
                  <Change before={result.before} after={result.after} />
                  {result.words && <p>{result.words}</p>}
                </li>
              ))}
          </ul>
        )}
      </Await>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </Dialog>
  )
}
