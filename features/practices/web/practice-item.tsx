import { CircleDashed, CircleOff, CircleCheck, Loader, Settings2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import type { PracticeCard } from '../contract.ts'
import { Stroke } from './glance.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

const LOOKS = {
  off: { kind: 'neutral', icon: CircleOff },
  not_started: { kind: 'neutral', icon: CircleDashed },
  in_progress: { kind: 'info', icon: Loader },
  alive: { kind: 'ok', icon: CircleCheck },
  slipping: { kind: 'warn', icon: TriangleAlert },
} as const

/** One practice: its state, what shows it, where it goes, and the one thing to do. */
export function PracticeItem({
  spaceId,
  card,
  first,
  mayset,
}: {
  spaceId: string
  card: PracticeCard
  first: boolean
  mayset: boolean
}) {
  const text = useText()
  const [setting, setSetting] = useState(false)
  const name = text(`practices.names.${card.code}`)
  const { kind, icon } = LOOKS[card.state]
  return (
    <li id={card.code} className="pra" tabIndex={-1}>
      <span className="pra__c num" aria-hidden>
        {card.code.toUpperCase()}
      </span>
      <div className="pra__b stack stack-2">
        <div className="row row--t sb g2">
          <h2 className="h3">{name}</h2>
          {mayset && (
            <IconButton
              icon={Settings2}
              label={text('practices.set.title', { name })}
              onClick={() => setSetting(true)}
            />
          )}
        </div>
        <p className="row wrap g2 sm">
          <Badge kind={kind} icon={icon}>
            {text(`practices.state.${card.state}`)}
          </Badge>
          {card.trend && <span className="ink2">{text(`practices.trend.${card.trend}`)}</span>}
        </p>
        {card.off ? (
          <p className="ink2">{text('practices.off_by', { name: card.off.by, reason: card.off.reason })}</p>
        ) : (
          <ul className="pra__e">
            {card.evidence.map(({ key, values }) => (
              <li key={key}>{text(`practices.evidence.${key}`, values)}</li>
            ))}
          </ul>
        )}
        <History card={card} />
        {!card.off && (
          <p>
            <Link
              className={buttonClass({ kind: first ? 'accent' : 'line', size: 's' })}
              to={card.action.path}
            >
              {text(`practices.action.${card.action.key}`)}
            </Link>
          </p>
        )}
      </div>
      {setting && <SettingsDialog spaceId={spaceId} card={card} onClose={() => setSetting(false)} />}
    </li>
  )
}

function History({ card }: { card: PracticeCard }) {
  const text = useText()
  const { day } = useFormat()
  if (card.history.length < 2) return null
  return (
    <details className="pra__h">
      <summary className="sm link">{text('practices.history')}</summary>
      <p className="xs mut">
        {text('practices.history_span', {
          from: day(`${card.history[0]?.week}T12:00:00Z`),
          to: day(`${card.history.at(-1)?.week}T12:00:00Z`),
        })}
      </p>
      <ol className="pra__w">
        {card.history.map(({ week, state }) => (
          <li key={week}>
            <Stroke state={state} />
            <span className="vh">
              {text('practices.history_said', {
                week: day(`${week}T12:00:00Z`),
                state: text(`practices.state.${state}`),
              })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
