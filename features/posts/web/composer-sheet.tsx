import { Files } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { iconButtonClass } from '#ui/icon-button.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { ComposerFields } from './composer-fields.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import type { ComposerStart } from './composer-start.ts'
import { useComposer } from './use-composer.ts'

/** The composer over the page. */
export function ComposerSheet({ start, onClose }: { start: ComposerStart; onClose: () => void }) {
  const text = useText()
  const composer = useComposer(start, onClose)
  return (
    <Sheet
      open
      onClose={composer.leave}
      title={text(composer.revised ? 'posts.compose.revise' : 'posts.publish')}
      closeLabel={text(composer.revised ? 'posts.compose.close_unchanged' : 'posts.compose.close')}
      headEnd={
        composer.revised ? null : (
          <Link
            to="/brouillons"
            className={iconButtonClass()}
            aria-label={text('posts.drafts.title')}
            onClick={composer.leave}
          >
            <Files className="i" aria-hidden />
          </Link>
        )
      }
      foot={<ComposerFoot composer={composer} />}
    >
      <ComposerFields composer={composer} autoFocus />
    </Sheet>
  )
}
