import { useQuery, useQueryClient } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { markRead, readSpace, type Space } from '#features/spaces/contract.ts'
import { mySpacesKey } from '#features/spaces/web/public/my-spaces.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam, useSearchParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { NewPostsPill } from '#ui/new-posts-pill.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { type PostKind } from '../contract.ts'
import { FeedSide } from './feed-side.tsx'
import { TheEnd } from './home-page.tsx'
import { ComposerLine } from './public/composer-line.tsx'
import { FeedList } from './public/feed-list.tsx'
import { PostCard } from './public/post-card.tsx'
import { SpaceHead, spaceKey } from './space-head.tsx'
import { type FeedFilter, useFeed } from './use-feed.ts'
import { WaitingPosts } from './waiting-posts.tsx'

const VIEWS: Record<string, PostKind | null> = {
  all: null,
  questions: 'question',
  practices: 'practice',
  ideas: 'idea',
  kudos: 'kudos',
  polls: 'poll',
}
const SEEN_AFTER = 1500

/** The feed of one space: its pinned post first, then the latest. */
export function SpacePage() {
  const text = useText()
  const spaceId = useParam('spaceId')
  const query = useQuery({
    queryKey: spaceKey(spaceId),
    queryFn: () => call(readSpace, { params: { id: spaceId } }),
    staleTime: 30_000,
  })
  return (
    <Await query={query} skeleton={<PageSkeleton label={text('platform.loading')} />}>
      {(space) => <SpaceFeed key={space.id} space={space} />}
    </Await>
  )
}

function SpaceFeed({ space }: { space: Space }) {
  const text = useText()
  const asked = useSearchParam('vue') ?? 'all'
  const view = asked in VIEWS ? asked : 'all'
  return (
    <>
      <SpaceHead space={space} />
      <div className="fil">
        <div className="fil__c">
          {space.can.publish && <ComposerLine spaceId={space.id} spaceName={space.name} />}
          <Tabs label={text('posts.feed.filter')} className="fil__tabs">
            {Object.keys(VIEWS).map((key) => (
              <Link
                key={key}
                className="tab"
                to={`/espaces/${space.id}${key === 'all' ? '' : `?vue=${key}`}`}
                aria-current={key === view ? 'page' : undefined}
              >
                {text(`posts.space.view.${key}`)}
              </Link>
            ))}
          </Tabs>
          <View key={view} space={space} kind={VIEWS[view] ?? null} />
        </div>
        <FeedSide spaceId={space.id} />
      </div>
    </>
  )
}

function View({ space, kind }: { space: Space; kind: PostKind | null }) {
  const text = useText()
  const filter: FeedFilter = { spaceId: space.id, ...(kind ? { kind } : {}) }
  const ids = useMemo(() => [space.id], [space.id])
  const { query, posts, fresh, showFresh } = useFeed(filter, ids)
  const pinned = useFeed({ spaceId: space.id, pinned: true }, [], kind === null).posts[0]
  const rest = kind === null ? posts.filter((post) => post.id !== pinned?.id) : posts
  useSeen(space, kind === null && query.isSuccess)
  return (
    <>
      <NewPostsPill
        label={fresh > 0 ? text('posts.feed.fresh', { count: fresh }) : null}
        onShow={() => void showFresh().catch(() => {})}
      />
      <WaitingPosts spaceId={space.id} />
      {kind === null && pinned && <PostCard post={pinned} showSpace={false} />}
      <FeedList
        query={query}
        posts={rest}
        showSpace={false}
        empty={pinned && kind === null ? null : <Nothing space={space} />}
        end={<TheEnd words={text('posts.space.end')} />}
      />
    </>
  )
}

/** Once the latest posts stood before the eyes for a moment, the space is read. */
function useSeen(space: Space, shown: boolean): void {
  const queries = useQueryClient()
  const unread = space.role !== null && space.unread > 0
  useEffect(() => {
    if (!shown || !unread) return
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return
      void call(markRead, { params: { id: space.id } })
        .then(() => {
          queries.setQueryData<Space>(spaceKey(space.id), (before) => before && { ...before, unread: 0 })
          return queries.invalidateQueries({ queryKey: mySpacesKey })
        })
        .catch(() => {})
    }, SEEN_AFTER)
    return () => clearTimeout(timer)
  }, [shown, unread, space.id, queries])
}

function Nothing({ space }: { space: Space }) {
  const text = useText()
  return (
    <Empty
      icon={PenLine}
      title={text('posts.space.empty.title')}
      action={
        space.can.publish ? (
          <Link to={`/publier?espace=${space.id}`} className={buttonClass({ kind: 'primary' })}>
            {text('posts.space.empty.act')}
          </Link>
        ) : null
      }
    >
      {text(space.can.publish ? 'posts.space.empty.why' : 'posts.space.empty.visitor')}
    </Empty>
  )
}
