import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { readFeed } from '../contract.ts'
import { useInView } from './use-in-view.ts'

const SHOWN = 4

/** Beside the feed on a wide screen, under it on a phone: the questions that nobody has answered, read when one gets near. */
export function FeedSide({ spaceId }: { spaceId?: string }) {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  const { near } = useInView(place)
  const query = useQuery({
    queryKey: ['posts', 'unanswered', spaceId ?? ''],
    queryFn: () =>
      call(readFeed, {
        query: { kind: 'question', unanswered: true, limit: SHOWN, ...(spaceId ? { spaceId } : {}) },
      }),
    enabled: near,
    staleTime: 60_000,
  })
  const questions = query.data?.items ?? []
  if (questions.length === 0) return <div ref={place} />
  return (
    <aside className="fil__r" aria-label={text('posts.side.label')}>
      <section aria-labelledby="unanswered">
        <h2 className="h3" id="unanswered">
          {text('posts.side.unanswered')}
        </h2>
        <ul className="list qs">
          {questions.map((post) => (
            <li key={post.id}>
              <Link to={`/publications/${post.id}`}>
                {post.title}
                <span className="sm mut">
                  {post.author?.givenName ?? text('comments.gone')}, <Ago at={post.publishedAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
