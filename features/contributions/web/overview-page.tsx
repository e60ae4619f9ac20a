import './contributions.css'
import { HeartHandshake } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Due, Overview } from '../contract.ts'
import { nameOf, useOverview, useReason, useShortDate } from './follow-up-data.ts'
import { PersonLine } from './person-line.tsx'

/** How the ambassadors are getting on: counts, then those to talk with, then the files by name. Never a ranking. */
export function OverviewPage() {
  const programmeId = useParam('id')
  return <Await query={useOverview(programmeId)}>{(overview) => <Whole overview={overview} />}</Await>
}

function Whole({ overview }: { overview: Overview }) {
  const text = useText()
  const { counts, programmeId, due } = overview
  const fine = counts.thriving + counts.onTrack
  return (
    <div className="stack stack-12 ctb">
      <PageHead
        title={text('contributions.overview.title')}
        lead={text('contributions.overview.lead', { count: fine })}
        eyebrow={
          <Link className="link" to={`/programmes/${programmeId}`}>
            {overview.programmeName}
          </Link>
        }
        actions={
          <Link className="btn" to={`/programmes/${programmeId}/ce-qui-compte`}>
            {text('contributions.counts.link')}
          </Link>
        }
      />
      <section aria-labelledby="counts" className="stack stack-4">
        <SectionHead
          id="counts"
          title={text('contributions.overview.counts')}
          note={text('contributions.overview.countsNote')}
        />
        {overview.strokes ? (
          <Picture overview={overview} strokes={overview.strokes} />
        ) : (
          <Counts overview={overview} />
        )}
      </section>
      <section aria-labelledby="due" className="stack stack-4">
        <SectionHead
          id="due"
          title={text('contributions.overview.due')}
          note={text('contributions.overview.dueNote')}
        />
        {due.length === 0 ? (
          <Empty icon={HeartHandshake} title={text('contributions.overview.nobody')}>
            <p>{text('contributions.overview.nobodyWhy')}</p>
          </Empty>
        ) : (
          <ul className="list ctb-due">
            {due.map((one) => (
              <DueLine key={one.ambassadorId} programmeId={programmeId} due={one} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="files" className="stack stack-4">
        <SectionHead
          id="files"
          title={text('contributions.overview.files')}
          note={text('contributions.overview.filesNote')}
        />
        {overview.people.length === 0 && <p className="ink2">{text('contributions.overview.noFile')}</p>}
        <ul className="list ctb-files">
          {overview.people.map(({ ambassadorId, person }) => (
            <li key={ambassadorId}>
              <PersonLine person={person}>
                <Link className="link" to={`/programmes/${programmeId}/ambassadeurs/${ambassadorId}`}>
                  {nameOf(person)}
                </Link>
              </PersonLine>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Three counts, in strokes: those who are fine, those to talk with, those apart. */
function Counts({ overview: { counts } }: { overview: Overview }) {
  const text = useText()
  const rows = [
    ['fine', counts.thriving + counts.onTrack],
    ['talk', counts.fading + counts.silent],
    ['apart', counts.apart],
  ] as const
  return (
    <ul className="list ctb-counts">
      {rows.map(([key, count]) => (
        <li key={key}>
          <p className="ctb-counts__t">
            <span className="num h3">{count}</span> {text(`contributions.overview.count.${key}`, { count })}
          </p>
          <span className="ctb-strokes" aria-hidden>
            {Array.from({ length: count }, (_, index) => (
              <i key={index} className={`ctb-stroke ctb-stroke--${key}`} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

const TONE = { thriving: 'thriving', on_track: 'fine', fading: 'talk', silent: 'silent' } as const

/** A stroke for each, nameless until its file is opened; the words beside say the same. */
function Picture({ overview, strokes }: { overview: Overview; strokes: NonNullable<Overview['strokes']> }) {
  const text = useText()
  const { counts, programmeId } = overview
  const legend = [
    ['thriving', counts.thriving],
    ['on_track', counts.onTrack],
    ['none', counts.apart],
    ['fading', counts.fading],
    ['silent', counts.silent],
  ] as const
  return (
    <>
      <ul className="list ctb-picture" aria-label={text('contributions.overview.picture')}>
        {strokes.map(({ ambassadorId, state }) => (
          <li key={ambassadorId}>
            <Link
              className="ctb-open"
              to={`/programmes/${programmeId}/ambassadeurs/${ambassadorId}`}
              aria-label={text('contributions.overview.openFile', {
                state: text(`contributions.state.${state ?? 'none'}`),
              })}
            >
              <i className={`ctb-stroke ctb-stroke--${state ? TONE[state] : 'apart'}`} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
      <ul className="list row wrap g4">
        {legend.map(([state, count]) => (
          <li key={state} className="sm row g2">
            <i className={`ctb-stroke ctb-stroke--${state === 'none' ? 'apart' : TONE[state]}`} aria-hidden />
            {text('contributions.overview.legend', { state: text(`contributions.state.${state}`), count })}
          </li>
        ))}
      </ul>
    </>
  )
}

function DueLine({ programmeId, due }: { programmeId: string; due: Due }) {
  const text = useText()
  const reason = useReason()
  const shortDate = useShortDate()
  const { open, restsUntil } = due
  const under = open
    ? text(open.answer ? 'contributions.overview.answered' : 'contributions.overview.underWay', {
        kind: text(`contributions.proposal.kind.${open.kind}`),
        answer: open.answer ? text(`contributions.proposal.answer.${open.answer}`) : '',
      })
    : restsUntil
      ? text('contributions.overview.rests', { day: shortDate(restsUntil) })
      : null
  return (
    <li className="ctb-line">
      <div className="ctb-line__b stack stack-1">
        <PersonLine person={due.person} />
        <p>{reason(due.standing)}</p>
        {under && <p className="sm ink2">{under}</p>}
      </div>
      <div className="ctb-line__e">
        <Link
          className={open?.answer ? 'btn btn--primary' : 'btn btn--line'}
          to={`/programmes/${programmeId}/ambassadeurs/${due.ambassadorId}`}
        >
          {text(open?.answer ? 'contributions.overview.read' : 'contributions.overview.talk')}
          <span className="vh"> {text('contributions.overview.talkWith', { name: nameOf(due.person) })}</span>
        </Link>
      </div>
    </li>
  )
}
