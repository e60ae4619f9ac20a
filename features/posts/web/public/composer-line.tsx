import { Clapperboard, Image } from 'lucide-react'
import { type ChangeEvent, useRef, useState } from 'react'
import { faceOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Avatar } from '#ui/avatar.tsx'
import { KINDS } from '../../contract.ts'
import type { ComposerStart } from '../composer-start.ts'
import { LazyComposer, preloadComposer } from '../lazy-composer.tsx'
import { kindIcons } from '../post-kind.ts'

/** "Quoi de neuf, Mehdi ?" and the kinds: one press and the composer is there. */
export function ComposerLine({ spaceId = null, spaceName }: { spaceId?: string | null; spaceName?: string }) {
  const text = useText()
  const me = useMe()
  const [start, setStart] = useState<ComposerStart | null>(null)
  const open = (more: ComposerStart) => setStart({ spaceId, ...more })
  return (
    <section
      className="compo"
      id="publier"
      aria-label={text('posts.publish')}
      onPointerEnter={preloadComposer}
      onFocus={preloadComposer}
    >
      <div className="row">
        <Avatar {...faceOf(me)} />
        <button type="button" className="compo__in" onClick={() => open({})}>
          {spaceName
            ? text('posts.whats_new_in', { space: spaceName })
            : text('posts.whats_new', { name: me.givenName })}
        </button>
      </div>
      {/* It slides sideways on a phone: it must be reachable by keyboard. */}
      <div className="compo__t" role="group" aria-label={text('posts.kind_of_post')} tabIndex={0}>
        <FileButton
          accept="image/*"
          icon={Image}
          label={text('posts.compose.photo')}
          onFiles={(files) => open({ files })}
        />
        <FileButton
          accept="video/*"
          icon={Clapperboard}
          label={text('posts.compose.video')}
          onFiles={(files) => open({ files })}
        />
        {KINDS.filter((kind) => kind !== 'message').map((kind) => {
          const Glyph = kindIcons[kind]
          return (
            <button key={kind} type="button" className="rx" onClick={() => open({ kind })}>
              <Glyph className="i" aria-hidden />
              {text(`posts.kind_short.${kind}`)}
            </button>
          )
        })}
      </div>
      {start && <LazyComposer start={start} onClose={() => setStart(null)} />}
    </section>
  )
}

function FileButton({
  accept,
  icon: Glyph,
  label,
  onFiles,
}: {
  accept: string
  icon: typeof Image
  label: string
  onFiles: (files: File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? [])
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <button type="button" className="rx" onClick={() => input.current?.click()}>
        <Glyph className="i" aria-hidden />
        {label}
      </button>
      <input ref={input} type="file" hidden multiple accept={accept} onChange={take} />
    </>
  )
}
