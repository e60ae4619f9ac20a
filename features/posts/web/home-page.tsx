import { PenLine, UsersRound } from 'lucide-react'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useSearchParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { NewPostsPill } from '#ui/new-posts-pill.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { FeedSide } from './feed-side.tsx'
import { ComposerLine } from './public/composer-line.tsx'
import { FeedList } from './public/feed-list.tsx'
import { type FeedFilter, feedQuery, useFeed } from './use-feed.ts'
import { useReading } from './use-reading.ts'
import { WaitingPosts } from './waiting-posts.tsx'

const VIEWS: Record<string, FeedFilter> = {
  recent: {},
  missed: { order: 'missed' },
  questions: { kind: 'question' },
  practices: { kind: 'practice' },
}

const viewOf = (asked: string | null) => (asked !== null && asked in VIEWS ? asked : 'recent')

/** The first page, before the screen is drawn. */
export const readHome = (queries: QueryClient, search: string): Promise<void> =>
  queries.prefetchInfiniteQuery(feedQuery(VIEWS[viewOf(new URLSearchParams(search).get('vue'))] ?? {}))

/** The feed of all my spaces. */
export function HomePage() {
  const text = useText()
  const go = useGo()
  const view = viewOf(useSearchParam('vue'))
  const spaces = useMySpaces()
  const ids = useMemo(() => spaces.map((space) => space.id), [spaces])
  return (
    <>
      <div className="pagehead fil__head">
        <h1 className="h1 vh-m">{text('posts.feed.title')}</h1>
        <div className="row g1 only-d">
          <SearchField
            label={text('posts.search.label')}
            onSubmit={(words) => words.trim() && go(`/recherche?q=${encodeURIComponent(words.trim())}`)}
          />
        </div>
      </div>
      <div className="fil">
        <div className="fil__c">
          <ComposerLine />
          <Tabs label={text('posts.feed.filter')} className="fil__tabs">
            {Object.keys(VIEWS).map((key) => (
              <Link
                key={key}
                className="tab"
                to={key === 'recent' ? '/' : `/?vue=${key}`}
                aria-current={key === view ? 'page' : undefined}
              >
                {text(`posts.feed.view.${key}`)}
              </Link>
            ))}
          </Tabs>
          <View key={view} view={view} ids={ids} />
        </div>
        <FeedSide />
      </div>
    </>
  )
}

function View({ view, ids }: { view: string; ids: readonly string[] }) {
  const text = useText()
  const spaces = useMySpaces()
  const { query, posts, fresh, showFresh } = useFeed(VIEWS[view] ?? {}, ids)
  const onRead = useReading(spaces)
  return (
    <>
      {view === 'recent' && (
        <>
          <NewPostsPill
            label={fresh > 0 ? text('posts.feed.fresh', { count: fresh }) : null}
            onShow={() => void showFresh().catch(() => {})}
          />
          <WaitingPosts />
        </>
      )}
      <FeedList
        query={query}
        posts={posts}
        empty={<Nothing view={view} newcomer={spaces.length === 0} />}
        end={<TheEnd words={text(view === 'recent' ? 'posts.feed.end' : 'posts.feed.up_to_date')} />}
        {...(view === 'recent' ? { onRead } : {})}
      />
    </>
  )
}

export function TheEnd({ words }: { words: string }) {
  return (
    <p className="fil__end">
      <span className="trait" aria-hidden />
      {words}
    </p>
  )
}

/** Empty because nothing has begun, or because all is read: not the same news. */
function Nothing({ view, newcomer }: { view: string; newcomer: boolean }) {
  const text = useText()
  if (newcomer)
    return (
      <Empty
        icon={UsersRound}
        title={text('posts.feed.newcomer.title')}
        action={
          <Link to="/communautes" className={buttonClass({ kind: 'primary' })}>
            {text('posts.feed.newcomer.act')}
          </Link>
        }
      >
        {text('posts.feed.newcomer.why')}
      </Empty>
    )
  if (view === 'missed')
    return (
      <Empty
        title={text('posts.feed.up_to_date')}
        action={
          <Link to="/" className={buttonClass()}>
            {text('posts.feed.back')}
          </Link>
        }
      >
        {text('posts.feed.nothing_missed')}
      </Empty>
    )
  const kind = view === 'questions' ? 'question' : view === 'practices' ? 'practice' : 'message'
  return (
    <Empty
      icon={PenLine}
      title={text(`posts.feed.empty.${kind}.title`)}
      action={
        <Link to={`/publier?genre=${kind}`} className={buttonClass({ kind: 'primary' })}>
          {text(`posts.feed.empty.${kind}.act`)}
        </Link>
      }
    >
      {text(`posts.feed.empty.${kind}.why`)}
    </Empty>
  )
}
