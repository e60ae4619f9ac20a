import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { useMyPublications, useOwnNews } from './public/own-data.ts'
import { PublicationRow } from './public/publication-row.tsx'

/** Everything I published on my own accounts, and what is about to leave. */
export function MyPublications() {
  const text = useText()
  const query = useMyPublications()
  useOwnNews()
  const months = query.data?.pages[0]?.keptMonths
  return (
    <section aria-labelledby="own" className="stack stack-4">
      <SectionHead
        id="own"
        title={text('publishing.own.title')}
        note={months === undefined ? undefined : text('publishing.own.note', { count: months })}
      />
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p>{text('publishing.own.none')}</p>
          return (
            <>
              <ul className="list pub__list" aria-labelledby="own">
                {items.map((publication) => (
                  <PublicationRow key={publication.id} publication={publication} now={query.dataUpdatedAt} />
                ))}
              </ul>
              {query.hasNextPage && (
                <p>
                  <Button
                    kind="line"
                    busy={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {text('publishing.own.more')}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Await>
    </section>
  )
}
