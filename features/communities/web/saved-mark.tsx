import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import type { Saving } from './use-autosave.ts'

/** Where what I just wrote stands; always there, so that nothing jumps. */
export function SavedMark({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const text = useText()
  return (
    <div className="row g2 sm ink2 saved-mark" role="status">
      {saving.state === 'saving' && <Said icon={LoaderCircle}>{text('communities.prepare.saving')}</Said>}
      {saving.state === 'saved' && <Said icon={Check}>{text('platform.saved')}</Said>}
      {saving.state === 'idle' && <Said icon={Check}>{text('communities.prepare.kept')}</Said>}
      {saving.state === 'refused' && <Said icon={TriangleAlert}>{saving.refusal.message}</Said>}
      {saving.state === 'away' && (
        <>
          <Said icon={CloudOff}>{text('communities.prepare.away')}</Said>
          <Button size="s" onClick={onRetry}>
            {text('platform.retry')}
          </Button>
        </>
      )}
    </div>
  )
}

function Said({ icon: Glyph, children }: { icon: typeof Check; children: string }) {
  return (
    <>
      <Glyph className="i i--s" aria-hidden />
      <span>{children}</span>
    </>
  )
}
