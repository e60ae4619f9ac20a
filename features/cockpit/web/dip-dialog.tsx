import { useState } from 'react'
import { newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Gesture } from '../contract.ts'
import { usePlaceIdea } from './place-idea.ts'

/** Light formats for a dip, each laid in the calendar by one press. */
export function DipDialog({
  spaceId,
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const [formats] = useState(() => gesture.formats.map((format) => ({ ...format, id: newId() })))
  const [placed, setPlaced] = useState<ReadonlySet<string>>(new Set())
  const place = usePlaceIdea(spaceId, gesture.day ?? '', (title) => setPlaced(new Set([...placed, title])))
  return (
    <Dialog open onClose={onClose} title={text('cockpit.dip.title')} closeLabel={text('platform.close')}>
      <div className="stack stack-4">
        <p className="ink2">{text('cockpit.dip.why')}</p>
        <ul className="list">
          {formats.map(({ id, title, text: brief }) => (
            <li key={id} className="mend">
              <h3 className="h4">{title}</h3>
              <p className="sm ink2">{brief}</p>
              <div>
                <Button
                  size="s"
                  kind={placed.has(title) ? 'ghost' : 'soft'}
                  busy={place.isPending && place.variables.id === id}
                  {...(placed.has(title) ? { disabledReason: text('cockpit.dip.placed') } : {})}
                  onClick={() => place.mutate({ id, title, brief })}
                >
                  {text(placed.has(title) ? 'cockpit.dip.placed' : 'cockpit.dip.place')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {gesture.path && (
          <p>
            <Link to={gesture.path} className={buttonClass({ kind: 'line', size: 's' })}>
              {text('cockpit.dip.season')}
            </Link>
          </p>
        )}
      </div>
    </Dialog>
  )
}
