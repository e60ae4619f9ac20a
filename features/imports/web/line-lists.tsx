import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type ChangedPerson, readAbsent, readChanges, readRejected, readWarnings } from '../contract.ts'

type Pages<T> = { pages: { items: T[]; next: string | null }[] }

/** Pages of lines under each other. */
function PagedList<T>({
  query,
  rowKey,
  children,
}: {
  query: UseInfiniteQueryResult<Pages<T>>
  rowKey: (row: T) => string | number
  children: (row: T) => ReactNode
}) {
  const text = useText()
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
      {({ pages }) => (
        <>
          <ul className="list">
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <li key={rowKey(row)} className="import-line stack stack-1">
                  {children(row)}
                </li>
              ))}
          </ul>
          {query.hasNextPage && (
            <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
              {text('imports.more')}
            </Button>
          )}
        </>
      )}
    </Await>
  )
}

const paged = { initialPageParam: '', getNextPageParam: (page: { next: string | null }) => page.next }
const asked = (cursor: string) => (cursor ? { cursor } : {})

export function SaidLines({ id, kind }: { id: string; kind: 'rejected' | 'warnings' }) {
  const text = useText()
  const endpoint = kind === 'rejected' ? readRejected : readWarnings
  const query = useInfiniteQuery({
    queryKey: ['imports', 'lines', id, kind],
    queryFn: ({ pageParam }) => call(endpoint, { params: { id }, query: asked(pageParam) }),
    ...paged,
  })
  return (
    <PagedList query={query} rowKey={({ line }) => line}>
      {({ line, problems }) => (
        <>
          <p className="b num">{text('imports.line', { line })}</p>
          {problems.map(({ code, message }) => (
            <p key={code + message} className="ink2">
              {message}
            </p>
          ))}
        </>
      )}
    </PagedList>
  )
}

export function ChangedLines({ id, kind }: { id: string; kind: 'create' | 'update' }) {
  const query = useInfiniteQuery({
    queryKey: ['imports', 'lines', id, kind],
    queryFn: ({ pageParam }) => call(readChanges, { params: { id }, query: { kind, ...asked(pageParam) } }),
    ...paged,
  })
  return (
    <PagedList query={query} rowKey={({ line }) => line}>
      {(person) => (
        <>
          <Named person={person} />
          {person.changes.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </>
      )}
    </PagedList>
  )
}

function Named({
  person,
}: {
  person: Pick<ChangedPerson, 'givenName' | 'familyName' | 'staffNumber' | 'email' | 'job' | 'site'>
}) {
  const facts = [person.staffNumber, person.email, person.job, person.site].filter(Boolean)
  return (
    <>
      <p className="b">
        {person.givenName} {person.familyName}
      </p>
      <p className="sm mut">{facts.join(' · ')}</p>
    </>
  )
}

/** Once written, what was there before is not kept: the field alone is said. */
function Change({ change: { field, from, to } }: { change: ChangedPerson['changes'][number] }) {
  const text = useText()
  const name = text(`imports.field.${field}`)
  if (!from && !to) return <p className="sm ink2">{name}</p>
  return (
    <p className="sm ink2">
      {text('imports.changed', { field: name })} {from || text('imports.nothingKnown')}{' '}
      <ArrowRight className="i i--s" aria-label={text('imports.becomes')} />{' '}
      {to || text('imports.nothingKnown')}
    </p>
  )
}

export function AbsentLines({ id }: { id: string }) {
  const query = useInfiniteQuery({
    queryKey: ['imports', 'lines', id, 'absent'],
    queryFn: ({ pageParam }) => call(readAbsent, { params: { id }, query: asked(pageParam) }),
    ...paged,
  })
  return (
    <PagedList query={query} rowKey={(person) => person.id}>
      {(person) => (
        <>
          <Link to={`/administration/personnes/${person.id}`} className="link b">
            {person.givenName} {person.familyName}
          </Link>
          <p className="sm mut">
            {[person.organizationName, person.staffNumber, person.email, person.job, person.site]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </PagedList>
  )
}
