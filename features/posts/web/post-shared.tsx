import { Share2 } from 'lucide-react'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import type { Post } from '../contract.ts'

/** The card of a post relayed from another space, for those who may read that space too. */
export function PostShared({ shared }: { shared: NonNullable<Post['shared']> }) {
  const text = useText()
  const post = shared.post
  if (!post)
    return (
      <div className="shared">
        <p className="shared__b sm mut">{text('posts.shared_unseen')}</p>
      </div>
    )
  return (
    <Link className="shared" to={`/publications/${post.id}`}>
      {post.imageFileId && (
        <img className="art" src={fileUrl(post.imageFileId, 'w640')} alt={post.imageAlt} loading="lazy" />
      )}
      <span className="shared__b">
        <span>
          <Badge icon={Share2}>{post.spaceName}</Badge>
        </span>
        {post.title && <span className="h3">{post.title}</span>}
        {post.excerpt && <span>{post.excerpt}</span>}
        <span className="sm mut">
          {post.authorName} · <Ago at={post.publishedAt} />
        </span>
      </span>
    </Link>
  )
}
