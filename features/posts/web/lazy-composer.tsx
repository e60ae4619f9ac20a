import { lazy, Suspense } from 'react'
import type { ComposerStart } from './composer-start.ts'

const ComposerSheet = lazy(async () => ({ default: (await import('./composer-sheet.tsx')).ComposerSheet }))

/** The editor weighs as much as the rest: it comes only when somebody writes. */
export function LazyComposer({ start, onClose }: { start: ComposerStart; onClose: () => void }) {
  return (
    <Suspense>
      <ComposerSheet start={start} onClose={onClose} />
    </Suspense>
  )
}

/** Fetched while the finger is on its way to the button. */
export const preloadComposer = (): void => void import('./composer-sheet.tsx').catch(() => {})
