import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { PostSkeleton } from '#ui/skeleton.tsx'
import { type Post, readPost } from '../contract.ts'
import { PostCard } from './public/post-card.tsx'
import { postKey } from './public/post-cache.ts'
import { useLivePosts } from './public/use-live-posts.ts'

/** One post with its whole thread. */
export function PostPage() {
  const text = useText()
  const id = useParam('postId')
  const query = useQuery({
    queryKey: postKey(id),
    queryFn: () => call(readPost, { params: { id } }),
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  })
  return (
    <Await query={query} skeleton={<PostSkeleton label={text('platform.loading')} count={1} />}>
      {(post) => <WholePost key={post.id} post={post} />}
    </Await>
  )
}

function WholePost({ post }: { post: Post }) {
  const go = useGo()
  const ids = useMemo(() => [post.spaceId], [post.spaceId])
  useLivePosts(ids)
  useEffect(() => {
    if (location.hash === '#commentaires') document.querySelector('.cmts')?.scrollIntoView()
  }, [])
  return (
    <div className="fil">
      <div className="fil__c">
        <p className="post__up">
          <Link className="more" to={`/espaces/${post.spaceId}`}>
            <ArrowLeft className="i i--s" aria-hidden />
            {post.spaceName}
          </Link>
        </p>
        <PostCard
          post={post}
          whole
          showSpace={false}
          onGone={() => go(`/espaces/${post.spaceId}`, { replace: true })}
        />
      </div>
    </div>
  )
}
