import type { ReactNode, RefObject } from 'react'
import { CharterSign } from '#features/communities/web/public/charter-sign.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Who } from '#ui/who.tsx'
import type { MyJourney, MyStep } from '../contract.ts'
import { CallStep } from './call-step.tsx'
import { ContributionStep } from './contribution-step.tsx'
import { faceOf, nameOf } from './faces.ts'
import { LearnStep } from './learn-step.tsx'
import { Tick } from './tick.tsx'
import { isPast } from './words-of-day.ts'

interface PanelProps {
  journey: MyJourney
  step: MyStep
}

/** One step, with what it takes to do it here. */
export function StepPanel({
  journey,
  step,
  heading,
}: PanelProps & { heading: RefObject<HTMLHeadingElement | null> }) {
  const text = useText()
  const format = useFormat()
  return (
    <section className="stp" aria-labelledby={`step-${step.id}`}>
      <div className="row sb wrap g2">
        <h2 className="h2" id={`step-${step.id}`} ref={heading} tabIndex={-1}>
          {step.title}
        </h2>
        {step.doneAt ? (
          <Badge kind="ok">{text('journeys.doneOn', { day: format.day(step.doneAt) })}</Badge>
        ) : (
          step.dueAt && (
            <Badge>
              {text(isPast(step.dueAt) ? 'journeys.wasDue' : 'journeys.due', {
                day: format.day(step.dueAt),
              })}
            </Badge>
          )
        )}
      </div>
      {step.words && <p className="ink2 stp__w">{step.words}</p>}
      <Doing journey={journey} step={step} />
    </section>
  )
}

function Doing({ journey, step }: PanelProps): ReactNode {
  switch (step.kind) {
    case 'call':
      return <CallStep journey={journey} step={step} />
    case 'meeting':
      return <MeetingStep journey={journey} step={step} />
    case 'read':
      return <ReadStep journey={journey} step={step} />
    case 'sign':
      return <CharterSign spaceId={journey.spaceId} canSign kind={step.doneAt ? 'primary' : 'accent'} />
    case 'learn':
      return <LearnStep journey={journey} step={step} />
    case 'do':
      return <DoStep journey={journey} step={step} />
    case 'first_contribution':
      return <ContributionStep journey={journey} step={step} />
  }
}

function ReadStep({ journey, step }: PanelProps) {
  const text = useText()
  const { text: toRead, link } = step.details
  return (
    <>
      {toRead && <div className="rich stp__w">{toRead}</div>}
      {link && (
        <p>
          {link.startsWith('/') ? (
            <Link className={buttonClass({ kind: 'line' })} to={link}>
              {text('journeys.read.open')}
            </Link>
          ) : (
            <a className={buttonClass({ kind: 'line' })} href={link} target="_blank" rel="noreferrer">
              {text('journeys.read.open')}
            </a>
          )}
        </p>
      )}
      <Tick programmeId={journey.programmeId} step={step} label={text('journeys.read.done')} />
    </>
  )
}

function MeetingStep({ journey, step }: PanelProps) {
  const text = useText()
  const { weekdayTime: day } = useFormat()
  const { buddy, founding } = journey
  if (step.details.with === 'founding')
    return (
      <p>
        {founding
          ? text('journeys.meeting.foundingOn', {
              day: day(founding.startsAt),
              place: founding.place || text('journeys.meeting.noPlace'),
            })
          : text(step.doneAt ? 'journeys.meeting.foundingDone' : 'journeys.meeting.foundingLater')}
      </p>
    )
  if (!buddy) return <p>{text('journeys.meeting.noBuddy')}</p>
  return (
    <>
      <Who person={{ ...faceOf(buddy), size: 56 }} meta={[buddy.job, buddy.site].filter(Boolean).join(', ')}>
        <Link to={`/personnes/${buddy.id}`}>{nameOf(buddy)}</Link>
      </Who>
      <Tick programmeId={journey.programmeId} step={step} label={text('journeys.meeting.met')} />
    </>
  )
}

function DoStep({ journey, step }: PanelProps) {
  const text = useText()
  const { task = 'profile' } = step.details
  if (task === 'install')
    return (
      <>
        <ul className="bullets">
          <li>{text('journeys.do.installIphone')}</li>
          <li>{text('journeys.do.installAndroid')}</li>
        </ul>
        <Tick programmeId={journey.programmeId} step={step} label={text('journeys.do.installed')} />
      </>
    )
  const to = task === 'profile' ? '/moi' : `/publier?espace=${journey.spaceId}`
  return (
    <>
      {!step.doneAt && <p className="sm ink2">{text('journeys.do.seen')}</p>}
      <p>
        <Link className={buttonClass({ kind: step.doneAt ? 'line' : 'accent' })} to={to}>
          {text(`journeys.do.${task}`)}
        </Link>
      </p>
    </>
  )
}
