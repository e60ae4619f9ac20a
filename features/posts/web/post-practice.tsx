import { FlaskConical } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { StrokesGauge } from '#ui/strokes-gauge.tsx'
import type { Post, Practice } from '../contract.ts'
import { usePostActs } from './use-post-acts.ts'

const AdoptersDialog = lazy(async () => ({ default: (await import('./adopters-dialog.tsx')).AdoptersDialog }))
const STROKES = 6

/** The concern, the gesture, the gain; and those who did it too. */
export function PostPractice({ post, practice }: { post: Post; practice: Practice }) {
  const text = useText()
  const parts = (['concern', 'gesture', 'gain'] as const).filter((part) => practice[part].trim() !== '')
  return (
    <>
      <div className="bp">
        <dl>
          {parts.map((part) => (
            <div key={part}>
              <dt>{text(`posts.practice.${part}`)}</dt>
              <dd className="post__l">{practice[part]}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Adopted post={post} />
    </>
  )
}

function Adopted({ post }: { post: Post }) {
  const text = useText()
  const acts = usePostActs(post)
  const [open, setOpen] = useState(false)
  const count = post.adoptionCount
  return (
    <div className="bp__s">
      <span className="row g2">
        <StrokesGauge value={Math.min(count, STROKES)} max={STROKES} />
        {count > 0 ? (
          <button type="button" className="sm b link" onClick={() => setOpen(true)}>
            {text('posts.practice.adopted', { count })}
          </button>
        ) : (
          <span className="sm">{text('posts.practice.nobody_yet')}</span>
        )}
      </span>
      {post.can.take && (
        <Button
          size="s"
          kind={post.adopted ? 'line' : 'primary'}
          icon={FlaskConical}
          aria-pressed={post.adopted}
          onClick={() => void acts.adopt(!post.adopted)}
        >
          {text('posts.practice.me_too')}
        </Button>
      )}
      {open && (
        <Suspense>
          <AdoptersDialog postId={post.id} count={count} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
