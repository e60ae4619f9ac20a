import { ArrowUp } from 'lucide-react'
import { AvatarStack, type StackedPerson } from './avatar-stack.tsx'

/** New posts wait above: nothing moves under the finger until the person asks. */
export function NewPostsPill({
  label,
  people,
  onShow,
}: {
  /** "3 nouvelles publications"; empty while there is none. */
  label: string | null
  people?: readonly StackedPerson[]
  onShow: () => void
}) {
  return (
    <div className="pillw pillw--top" role="status">
      {label && (
        <button type="button" className="pill" onClick={onShow}>
          <ArrowUp className="i" aria-hidden />
          {people && <AvatarStack people={people} size={24} />}
          {label}
        </button>
      )}
    </div>
  )
}
