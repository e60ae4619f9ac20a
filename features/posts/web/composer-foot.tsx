import { Camera, Paperclip } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { FilePick } from './file-pick.tsx'
import type { Composer } from './use-composer.ts'

/** Files on one side, the one gesture on the other; in between, what became of the draft. */
export function ComposerFoot({ composer }: { composer: Composer }) {
  const text = useText()
  const why = useWhyNot(composer)
  return (
    <>
      <FilePick
        accept="image/*,video/*"
        icon={Camera}
        label={text('posts.compose.add_photo')}
        onFiles={composer.uploads.add}
      />
      <FilePick icon={Paperclip} label={text('posts.compose.add_file')} onFiles={composer.uploads.add} />
      <span className="xs mut compose__k" role="status">
        {composer.kept === 'server' && text('posts.compose.kept')}
        {composer.kept === 'here' && text('posts.compose.kept_here')}
      </span>
      <Button
        kind="accent"
        busy={composer.busy}
        {...(why ? { disabledReason: why } : {})}
        onClick={composer.submit}
      >
        {text(composer.revised ? 'posts.compose.save' : 'posts.publish')}
      </Button>
    </>
  )
}

function useWhyNot(composer: Composer): string | null {
  const text = useText()
  if (composer.waiting) return text('posts.compose.files_leaving')
  if (!composer.spaceId)
    return text(composer.spaces.length > 0 ? 'posts.compose.no_space' : 'posts.compose.no_space_at_all')
  return null
}
