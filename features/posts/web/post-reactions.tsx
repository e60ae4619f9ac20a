import { useQueryClient } from '@tanstack/react-query'
import { MessageCircle, Share2 } from 'lucide-react'
import { SubjectReactions } from '#features/reactions/web/public/subject-reactions.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import type { Post } from '../contract.ts'
import { suggestedWord } from './post-kind.ts'
import { patchPost } from './public/post-cache.ts'

/** My word, the comments, sharing; and how many answered with a word. */
export function PostReactions({ post, onShare }: { post: Post; onShare: (() => void) | null }) {
  const text = useText()
  const { number } = useFormat()
  const queries = useQueryClient()
  return (
    <SubjectReactions
      subjectId={post.id}
      now={{ mine: post.myReaction, counts: post.reactions, total: post.reactionTotal }}
      onChange={(next) =>
        patchPost(queries, post.id, () => ({
          myReaction: next.mine,
          reactions: next.counts,
          reactionTotal: next.total,
        }))
      }
      suggested={suggestedWord[post.kind]}
      disabled={!post.can.take}
    >
      <Link className="rx" to={`/publications/${post.id}#commentaires`}>
        <MessageCircle className="i" aria-hidden />
        <span aria-hidden>{number(post.commentCount)}</span>
        <span className="vh">{text('posts.comments', { count: post.commentCount })}</span>
      </Link>
      {onShare && (
        <button type="button" className="rx" aria-label={text('posts.share')} onClick={onShare}>
          <Share2 className="i" aria-hidden />
        </button>
      )}
    </SubjectReactions>
  )
}
