import { Bookmark } from 'lucide-react'
import { useMemo } from 'react'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { FeedList } from './public/feed-list.tsx'
import { useLivePosts } from './public/use-live-posts.ts'
import { useSavedPosts } from './use-feed.ts'

/** What I kept for later. */
export function SavedPage() {
  const text = useText()
  const spaces = useMySpaces()
  const ids = useMemo(() => spaces.map((space) => space.id), [spaces])
  useLivePosts(ids)
  const { query, posts } = useSavedPosts()
  return (
    <>
      <PageHead title={text('posts.kept.title')} lead={text('posts.kept.lead')} hideTitleOnPhone />
      <div className="fil">
        <div className="fil__c">
          <FeedList
            query={query}
            posts={posts}
            empty={
              <Empty
                icon={Bookmark}
                title={text('posts.kept.empty')}
                action={
                  <Link to="/" className={buttonClass({ kind: 'primary' })}>
                    {text('posts.feed.back')}
                  </Link>
                }
              >
                {text('posts.kept.why')}
              </Empty>
            }
          />
        </div>
      </div>
    </>
  )
}
