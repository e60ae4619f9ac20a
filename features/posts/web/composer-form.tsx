import { ComposerFields } from './composer-fields.tsx'
import { ComposerFoot } from './composer-foot.tsx'
import type { ComposerStart } from './composer-start.ts'
import { useComposer } from './use-composer.ts'

/** The composer on a page of its own. */
export function ComposerForm({ start, onDone }: { start: ComposerStart; onDone: () => void }) {
  const composer = useComposer(start, onDone)
  return (
    <div className="compose">
      <ComposerFields composer={composer} />
      <div className="sheet__f">
        <ComposerFoot composer={composer} />
      </div>
    </div>
  )
}
