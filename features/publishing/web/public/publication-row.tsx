import { ExternalLink } from 'lucide-react'
import { call, fileUrl } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { showToast } from '#ui/toast-store.ts'
import { cancelMine, forgetMine, type Publication, takeDownMine, tryMine } from '../../contract.ts'
import { NETWORK_NAMES } from './connection-list.ts'
import { useOwnAct } from './own-data.ts'
import '../publishing.css'

type Standing = Publication['state'] | 'scheduled' | 'waiting' | 'removing'

const KIND: Record<Standing, BadgeKind> = {
  queued: 'info',
  scheduled: 'info',
  waiting: 'warn',
  held: 'warn',
  sent: 'ok',
  failed: 'bad',
  cancelled: 'neutral',
  removed: 'neutral',
  removing: 'info',
}

function standingOf({ state, removing, problem, publishAt }: Publication, now: number): Standing {
  if (removing) return 'removing'
  if (state !== 'queued') return state
  if (problem) return 'waiting'
  return Date.parse(publishAt) > now ? 'scheduled' : 'queued'
}

interface Given {
  publication: Publication
  /** When it was read: what is still to come is judged by it. */
  now: number
  /** Of what it speaks, when that is not its own text. */
  about?: string
  /** Where it is tried again, when that has rules of its own. */
  onAgain?: () => Promise<unknown>
  /** Erased from where it is listed, when that keeps more of it. */
  onForget?: () => Promise<unknown>
}

/** One thing I published on an account of mine: where it stands, why, and what may be done with it. */
export function PublicationRow(given: Given) {
  const { publication, now, about } = given
  const text = useText()
  const { dayTime } = useFormat()
  const standing = standingOf(publication, now)
  const { account, state } = publication
  return (
    <li className="stack stack-2 pub__row">
      <div className="row g2 wrap">
        <Badge kind={KIND[standing]}>{text(`publishing.own.state.${standing}`)}</Badge>
        <span className="sm mut pub__name">
          {text('publishing.own.account', { network: NETWORK_NAMES[account.network], name: account.name })} ·{' '}
          {dayTime(publication.sentAt ?? publication.publishAt)}
        </span>
      </div>
      {about && <p className="b">{about}</p>}
      <p className="pub__text">{publication.text}</p>
      {publication.fileId && (
        <img
          className="pub__thumb"
          src={fileUrl(publication.fileId, 'w320')}
          alt={publication.alt}
          loading="lazy"
        />
      )}
      {publication.problem && (
        <p className={standing === 'waiting' ? 'sm' : 'sm pub__problem'}>
          {publication.problem}
          {publication.retryAt && ` ${text('publishing.own.retryAt', { at: dayTime(publication.retryAt) })}`}
        </p>
      )}
      {state === 'sent' && <Figures publication={publication} />}
      {state === 'sent' && account.state === 'closed' && <p className="sm">{text('publishing.own.there')}</p>}
      <Gestures {...given} />
    </li>
  )
}

function Gestures({ publication, onAgain, onForget }: Given) {
  const text = useText()
  const { id, state, account, removing, elsewhere } = publication
  const params = { id }
  const cancel = useOwnAct(() => call(cancelMine, { params }), {
    onDone: () => showToast({ message: text('publishing.own.cancelled') }),
  })
  const again = useOwnAct(() => onAgain?.() ?? call(tryMine, { params }))
  const down = useOwnAct(() => call(takeDownMine, { params }), {
    onDone: () => showToast({ message: text('publishing.own.takingDown') }),
  })
  const forget = useOwnAct(() => onForget?.() ?? call(forgetMine, { params }), {
    onDone: () => showToast({ message: text('publishing.own.forgotten') }),
  })
  const ready = state === 'failed' || state === 'held'
  const mayTry = ready && account.state === 'open' && (!elsewhere || onAgain !== undefined)
  const changes = !elsewhere && account.state === 'open' && (ready || state === 'queued')
  return (
    <div className="row g2 wrap">
      {publication.url && state === 'sent' && (
        <a
          className={buttonClass({ kind: 'line', size: 's' })}
          href={publication.url}
          target="_blank"
          rel="noreferrer"
        >
          {text('publishing.own.see')}
          <ExternalLink className="i i--s" aria-hidden />
          <span className="vh"> {text('publishing.own.newTab')}</span>
        </a>
      )}
      {ready && account.state === 'expired' && (
        <Link className={buttonClass({ kind: 'primary', size: 's' })} to="/comptes">
          {text('publishing.own.reconnect')}
        </Link>
      )}
      {mayTry && (
        <Button size="s" kind="primary" busy={again.isPending} onClick={() => again.mutate(undefined)}>
          {text('publishing.own.again')}
        </Button>
      )}
      {ready && account.state === 'open' && elsewhere && onAgain === undefined && (
        <Link className={buttonClass({ kind: 'primary', size: 's' })} to={publication.path}>
          {text('publishing.own.fromKit')}
        </Link>
      )}
      {changes && (
        <Link
          className={buttonClass({ size: 's' })}
          to={`/comptes/${publication.connectionId}/publier?modifier=${id}`}
        >
          {text('publishing.own.change')}
        </Link>
      )}
      {(state === 'queued' || state === 'held') && (
        <Button size="s" kind="ghost" busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {text('publishing.own.cancel')}
        </Button>
      )}
      {state === 'sent' && !removing && account.state !== 'closed' && (
        <Button size="s" kind="ghost" busy={down.isPending} onClick={() => down.mutate(undefined)}>
          {text('publishing.own.takeDown')}
        </Button>
      )}
      {state !== 'queued' && state !== 'held' && !removing && (
        <Button size="s" kind="ghost" busy={forget.isPending} onClick={() => forget.mutate(undefined)}>
          {text('publishing.own.forget')}
        </Button>
      )}
    </div>
  )
}

function Figures({ publication }: { publication: Publication }) {
  const text = useText()
  const said = (['likes', 'reposts', 'replies'] as const).flatMap((kind) => {
    const count = publication[kind]
    return count ? [text(`publishing.own.${kind}`, { count })] : []
  })
  return said.length > 0 ? <p className="sm mut">{said.join(' · ')}</p> : null
}
