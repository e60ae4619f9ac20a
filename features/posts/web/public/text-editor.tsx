import { lazy, Suspense } from 'react'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { useText } from '#platform/web/i18n.ts'
import { ListSkeleton } from '#ui/skeleton.tsx'
import '../composer.css'

const RichEditor = lazy(async () => ({ default: (await import('../rich-editor.tsx')).RichEditor }))

/** The editor of posts for a text of another feature, without its files; it comes only when somebody writes. */
export function TextEditor(props: {
  doc: RichDoc
  spaceId: string | null
  label: string
  invalid?: boolean
  /** Id of the note under it. */
  describedBy: string
  onChange: (doc: RichDoc) => void
}) {
  const text = useText()
  return (
    <Suspense fallback={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      <RichEditor {...props} invalid={props.invalid ?? false} autoFocus={false} onFiles={() => {}} />
    </Suspense>
  )
}
