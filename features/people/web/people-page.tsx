import './public/people.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { findPeople } from '../contract.ts'
import { PersonLink } from './public/person-link.tsx'

/** Everybody I may know of, by name. */
export function PeoplePage() {
  const text = useText()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  return (
    <div className="people stack stack-6">
      <PageHead
        title={text('people.directory.title')}
        lead={text('people.directory.lead')}
        hideTitleOnPhone
      />
      <SearchField full label={text('people.directory.search')} onSearchChange={setTyped} />
      <People search={search} />
    </div>
  )
}

function People({ search }: { search: string }) {
  const text = useText()
  const people = useInfiniteQuery({
    queryKey: ['people', 'directory', search],
    queryFn: ({ pageParam, signal }) =>
      call(findPeople, { query: { search, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  if (people.error) return <Failed error={people.error} onRetry={() => void people.refetch()} />
  if (!people.data) return <ListSkeleton label={text('platform.loading')} />
  const all = people.data.pages.flatMap((page) => page.items)
  if (all.length === 0)
    return (
      <Empty icon={Users} title={text('people.directory.nobody')}>
        {text('people.directory.nobody_why')}
      </Empty>
    )
  return (
    <>
      <ul className="list person__list" aria-label={text('people.directory.title')}>
        {all.map((person) => (
          <li key={person.id}>
            <PersonLink person={person} />
          </li>
        ))}
      </ul>
      {people.hasNextPage && (
        <Button kind="line" busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}
