import { useQuery } from '@tanstack/react-query'
import { Search, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { findPeople } from '#features/people/contract.ts'
import type { Space } from '#features/spaces/contract.ts'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useSearchParam } from '#platform/web/router.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Who } from '#ui/who.tsx'
import { LIMITS } from '../rules/limits.ts'
import { FeedList } from './public/feed-list.tsx'
import { type FeedFilter, useFeed } from './use-feed.ts'

const PEOPLE = 6
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Posts, people and spaces by words; '#word' is a hashtag. */
export function SearchPage() {
  const text = useText()
  const go = useGo()
  const asked = (useSearchParam('q') ?? '').trim().slice(0, LIMITS.search)
  return (
    <div className="found">
      <PageHead title={text('posts.search.title')} hideTitleOnPhone />
      <SearchField
        key={asked}
        full
        label={text('posts.search.label')}
        defaultValue={asked}
        autoFocus={asked === ''}
        onSubmit={(words) =>
          go(words.trim() ? `/recherche?q=${encodeURIComponent(words.trim())}` : '/recherche')
        }
      />
      {asked ? (
        <Found key={asked} words={asked} />
      ) : (
        <Empty icon={Search} title={text('posts.search.start')}>
          {text('posts.search.how')}
        </Empty>
      )}
    </div>
  )
}

function Found({ words }: { words: string }) {
  const text = useText()
  const spaces = useMySpaces()
  const ids = useMemo(() => spaces.map((space) => space.id), [spaces])
  const tag = /^#[\p{L}\p{N}_]+$/u.test(words)
  const filter: FeedFilter = tag ? { hashtag: words.slice(1).toLowerCase() } : { q: words }
  const { query, posts } = useFeed(filter, ids)
  return (
    <div className="stack stack-8">
      {!tag && <People words={words} />}
      {!tag && <Spaces spaces={spaces.filter((space) => plain(space.name).includes(plain(words)))} />}
      <section aria-labelledby="found-posts">
        <h2 className="h2" id="found-posts">
          {text('posts.search.posts')}
        </h2>
        <div className="fil">
          <div className="fil__c">
            <FeedList
              query={query}
              posts={posts}
              empty={
                <Empty title={text('posts.search.nothing', { words })}>
                  {text('posts.search.try_again')}
                </Empty>
              }
            />
          </div>
        </div>
      </section>
    </div>
  )
}

function People({ words }: { words: string }) {
  const text = useText()
  const query = useQuery({
    queryKey: ['people', 'found', words],
    queryFn: () => call(findPeople, { query: { search: words.slice(0, 80), limit: PEOPLE } }),
    staleTime: 60_000,
  })
  const people = query.data?.items ?? []
  if (people.length === 0) return null
  return (
    <section aria-labelledby="found-people">
      <h2 className="h2" id="found-people">
        {text('posts.search.people')}
      </h2>
      <ul className="list arr">
        {people.map((person) => (
          <li key={person.id}>
            <Who person={faceOf(person, 40)} meta={[person.job, person.site].filter(Boolean).join(', ')}>
              <Link to={`/personnes/${person.id}`}>{nameOf(person)}</Link>
            </Who>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Spaces({ spaces }: { spaces: readonly Space[] }) {
  const text = useText()
  if (spaces.length === 0) return null
  return (
    <section aria-labelledby="found-spaces">
      <h2 className="h2" id="found-spaces">
        {text('posts.search.spaces')}
      </h2>
      <ul className="list arr">
        {spaces.map((space) => (
          <li key={space.id}>
            <Link className="row g2 b reach" to={`/espaces/${space.id}`}>
              <UsersRound className="i" aria-hidden />
              {space.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
