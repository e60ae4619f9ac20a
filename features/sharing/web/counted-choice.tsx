import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import type { MySharing } from '../contract.ts'

/** Whether this share counts among one's contributions: only for those who chose that it may. */
export function CountedChoice({
  mine,
  programmeId,
  counted,
  onChange,
}: {
  mine: MySharing
  programmeId: string
  counted: boolean
  onChange: (counted: boolean) => void
}) {
  const text = useText()
  if (mine.counts)
    return (
      <Checkbox
        label={text('sharing.told.counted')}
        hint={text('sharing.told.countedWhy')}
        checked={counted}
        onChange={(event) => onChange(event.target.checked)}
      />
    )
  if (!mine.fileId) return null
  return (
    <p className="sm ink2">
      {text('sharing.told.notCounted')}{' '}
      <Link className="link" to={`/programmes/${programmeId}/ambassadeurs/${mine.fileId}`}>
        {text('sharing.told.choose')}
      </Link>
    </p>
  )
}
