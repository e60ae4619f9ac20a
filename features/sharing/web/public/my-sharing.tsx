import { useId } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { useKits, useMySharing } from '../share-data.ts'

/** In one's place in a programme: what may be shared, if one feels like it. Says nothing to those who do not share. */
export function MySharing({ programmeId }: { programmeId: string }) {
  const text = useText()
  const id = useId()
  const kits = useKits(programmeId)
  const mine = useMySharing(programmeId)
  if (!kits.data || !mine.data) return null
  const { may, shares } = mine.data
  const { can, items } = kits.data
  if (!may && !can.shape) return null
  const open = items.filter((kit) => kit.on === 'on')
  return (
    <section aria-labelledby={id} className="stack stack-2">
      <SectionHead
        id={id}
        title={text('sharing.widget.title', { count: open.length })}
        note={text(may ? 'sharing.widget.note' : 'sharing.widget.shape')}
        more={
          <Link className="more" to={`/programmes/${programmeId}/partager`}>
            {text(may ? 'sharing.widget.see' : 'sharing.widget.prepare')}
          </Link>
        }
      />
      {may && shares.length > 0 && (
        <p className="sm ink2">{text('sharing.widget.mine', { count: shares.length })}</p>
      )}
    </section>
  )
}
