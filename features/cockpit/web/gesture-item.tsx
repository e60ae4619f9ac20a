import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { pinPost } from '#features/posts/contract.ts'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { iconButtonClass } from '#ui/icon-button.tsx'
import { Menu } from '#ui/menu.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Gesture } from '../contract.ts'
import { ALWAYS, gestureKey } from '../rules/gestures.ts'
import { type Until, useAside, useGestureAct } from './cockpit-data.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { BounceDialog } from './bounce-dialog.tsx'
import { DipDialog } from './dip-dialog.tsx'
import { Faces } from './faces.tsx'
import { GapDialog } from './gap-dialog.tsx'
import { LettersDialog } from './letters-dialog.tsx'
import { RemindDialog } from './remind-dialog.tsx'
import { ThankDialog } from './thank-dialog.tsx'
import { useWaitWords } from './wait-words.ts'
import { WelcomeDialog } from './welcome-dialog.tsx'

/** A gesture, its reason, the people, one button, the minutes it takes. The first one wears the accent. */
export function GestureItem({
  spaceId,
  gesture,
  first,
}: {
  spaceId: string
  gesture: Gesture
  first: boolean
}) {
  const text = useText()
  const wait = useWaitWords()
  const { aside } = useAside(spaceId)
  const { kind, count } = gesture
  const sites = useSiteWords(gesture)
  const { shortDay } = useFormat()
  const day = gesture.day ? shortDay(`${gesture.day}T12:00:00Z`) : ''
  const title = text(gestureKey(gesture), { count, day })
  const reason = text(`cockpit.reason.${kind}`, {
    count,
    wait: wait(gesture.since),
    sites,
    ...gesture.practice,
  })
  const put = (until: Until) => aside.mutate({ gesture: kind, until })
  return (
    <li className={classNames('td', first && 'td--hot')}>
      <label className="td__c">
        <input
          type="checkbox"
          checked={aside.isPending}
          disabled={aside.isPending}
          onChange={() => put('tomorrow')}
        />
        <span className="vh">{text('cockpit.markDone', { title })}</span>
      </label>
      <div className="td__b">
        <h3 className="h4">{title}</h3>
        <p className="sm ink2">{reason}</p>
        <Faces people={gesture.people} count={count} many={gesture.more} />
      </div>
      <div className="td__a">
        <Act spaceId={spaceId} gesture={gesture} accent={first} />
        <span className="row g1 xs mut">
          {text('cockpit.takes', { count: gesture.minutes })}
          <Menu
            label={text('cockpit.more', { title })}
            buttonLabel={text('cockpit.more', { title })}
            align="end"
            buttonClassName={iconButtonClass('plain')}
            items={[
              { key: 'week', label: text('cockpit.aside.week'), onSelect: () => put('next_week') },
              ...(ALWAYS.includes(kind)
                ? []
                : [
                    {
                      key: 'never',
                      label: text('cockpit.aside.never'),
                      onSelect: () => put('not_for_us'),
                    },
                  ]),
            ]}
          >
            <Ellipsis className="i" aria-hidden />
          </Menu>
        </span>
      </div>
    </li>
  )
}

const SITES_NAMED = 3

/** "Valence (64), Cholet (57) et 3 autres" */
function useSiteWords({ sites }: Gesture): string {
  const text = useText()
  const names = sites
    .slice(0, SITES_NAMED)
    .map(({ site, people }) => `${site || text('cockpit.letters.unknown')} (${people})`)
    .join(', ')
  const more = sites.length - SITES_NAMED
  return more > 0 ? text('cockpit.names', { names, count: more }) : names
}

/** Done on a page of its own: a conversation, a decision, a date. */
const ELSEWHERE: ReadonlySet<string> = new Set(['fading', 'loop', 'gathering'])

function PinButton({
  practice,
  look,
  label,
}: {
  practice: NonNullable<Gesture['practice']>
  look: { kind: 'accent' | 'soft'; size: 's' }
  label: string
}) {
  const text = useText()
  const pin = useGestureAct(
    () => call(pinPost, { params: { id: practice.postId } }),
    () => showToast({ message: text('cockpit.spotlight.done') }),
  )
  return (
    <Button {...look} busy={pin.isPending} onClick={() => pin.mutate(undefined)}>
      {label}
    </Button>
  )
}

/** Done on the spot where it can be; otherwise the page where it is. */
function Act({ spaceId, gesture, accent }: { spaceId: string; gesture: Gesture; accent: boolean }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const look = { kind: accent ? ('accent' as const) : ('soft' as const), size: 's' as const }
  const label = text(`cockpit.act.${gesture.kind}`, { count: gesture.invitationIds.length })
  const page =
    { reports: '/moderation', requests: `/communautes/${spaceId}#requests` }[gesture.kind as string] ??
    (ELSEWHERE.has(gesture.kind) ? gesture.path : null)
  if (page)
    return (
      <Link to={page} className={buttonClass(look)}>
        {label}
      </Link>
    )
  if (gesture.practice) return <PinButton practice={gesture.practice} look={look} label={label} />
  const close = () => setOpen(false)
  const dialog = { spaceId, gesture, onClose: close }
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && gesture.kind === 'welcome' && <WelcomeDialog {...dialog} />}
      {open && gesture.kind === 'questions' && <AnswerDialog {...dialog} />}
      {open && gesture.kind === 'bounced' && <BounceDialog {...dialog} />}
      {open && gesture.kind === 'remind' && <RemindDialog {...dialog} />}
      {open && gesture.kind === 'letters' && <LettersDialog {...dialog} />}
      {open && gesture.kind === 'thank' && <ThankDialog {...dialog} />}
      {open && gesture.kind === 'gap' && <GapDialog {...dialog} />}
      {open && gesture.kind === 'dip' && <DipDialog {...dialog} />}
    </>
  )
}
