import { Printer } from 'lucide-react'
import { printLetters } from '#features/invitations/contract.ts'
import { addressOf } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Gesture } from '../contract.ts'

/** Site by site, the letters to print and hand over. */
export function LettersDialog({
  spaceId,
  gesture,
  onClose,
}: {
  spaceId: string
  gesture: Gesture
  onClose: () => void
}) {
  const text = useText()
  const letters = (site?: string) =>
    addressOf(printLetters, { params: { id: spaceId }, query: site ? { site } : {} })
  const print = (label: string, site?: string) => (
    <a
      href={letters(site)}
      target="_blank"
      rel="noreferrer"
      className={buttonClass({ kind: site ? 'soft' : 'primary', size: 's' })}
    >
      <Printer className="i" aria-hidden />
      {label}
    </a>
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('cockpit.letters.title')}
      closeLabel={text('platform.close')}
      actions={print(text('cockpit.letters.all'))}
    >
      <p>{text('cockpit.letters.why')}</p>
      {gesture.more && <p className="sm ink2">{text('cockpit.letters.oldest', { count: gesture.count })}</p>}
      <ul className="list">
        {gesture.sites.map(({ site, people }) => (
          <li key={site} className="row row--b g2 mend">
            <span className="grow">
              {site || text('cockpit.letters.unknown')}{' '}
              <span className="xs mut">{text('cockpit.letters.people', { count: people })}</span>
            </span>
            {site && print(text('cockpit.letters.print'), site)}
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/communautes/${spaceId}/invitations`} className="link">
          {text('cockpit.letters.follow')}
        </Link>
      </p>
    </Dialog>
  )
}
