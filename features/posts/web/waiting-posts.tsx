import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { giveUp, type Sending, trySending, useSending } from '#platform/web/sending.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Who } from '#ui/who.tsx'
import type { Post } from '../contract.ts'
import { type Composed, composedOf, type ComposerStart } from './composer-start.ts'
import { LazyComposer } from './lazy-composer.tsx'
import { dropLocalDraft } from './local-drafts.ts'
import { putPost } from './public/post-cache.ts'

interface Preview {
  content: Composed
  spaceId: string
}

/** My posts that have not arrived yet, at the top of the feed where they will stand. */
export function WaitingPosts({ spaceId }: { spaceId?: string }) {
  const [start, setStart] = useState<ComposerStart | null>(null)
  const mine = useSending().filter(
    (item) => item.about?.kind === 'post' && (!spaceId || item.about.spaceId === spaceId),
  )
  return (
    <>
      {mine.map((item) => (
        <WaitingPost key={item.id} item={item} onTakeBack={setStart} />
      ))}
      {start && <LazyComposer start={start} onClose={() => setStart(null)} />}
    </>
  )
}

function WaitingPost({ item, onTakeBack }: { item: Sending; onTakeBack: (start: ComposerStart) => void }) {
  const text = useText()
  const me = useMe()
  const queries = useQueryClient()
  const preview = item.about?.preview as Preview
  const content = composedOf(preview.content as unknown as Record<string, unknown>)
  const retry = () => {
    trySending(item.id)
      .then((post) => post !== undefined && putPost(queries, post as Post))
      .catch(() => {})
  }
  const abandon = () => {
    giveUp(item.id)
    dropLocalDraft(item.id)
  }
  const takeBack = () => {
    giveUp(item.id)
    onTakeBack({ draft: { id: item.id, spaceId: preview.spaceId, content } })
  }
  const refused = item.state === 'refused'
  return (
    <article className="post is-waiting" aria-label={text('posts.waiting.label')}>
      <Who
        person={faceOf(me)}
        meta={text(
          item.state === 'waiting'
            ? 'posts.waiting.offline'
            : refused
              ? 'posts.waiting.refused'
              : 'posts.waiting.sending',
        )}
      >
        {nameOf(me)}
      </Who>
      {content.title && <p className="post__q">{content.title}</p>}
      <div className="post__t">
        <RichText doc={content.body} />
      </div>
      {refused && (
        <Banner kind="bad">
          {item.problem}
          <span className="row wrap g2">
            <Button size="s" onClick={retry}>
              {text('platform.retry')}
            </Button>
            <Button size="s" onClick={takeBack}>
              {text('comments.take_back')}
            </Button>
            <Button size="s" kind="ghost" onClick={abandon}>
              {text('comments.abandon')}
            </Button>
          </span>
        </Banner>
      )}
    </article>
  )
}
