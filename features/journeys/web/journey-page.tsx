import { ArrowRight, Check, Circle, CircleCheck, Footprints } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { readProgramme } from '#features/programme/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Empty } from '#ui/empty.tsx'
import { type MyJourney, type MyStep, noteJourney } from '../contract.ts'
import { Beside } from './beside.tsx'
import { useAct, useMyJourney } from './journey-data.ts'
import { StepPanel } from './step-panel.tsx'
import './journeys.css'
import { isPast } from './words-of-day.ts'

/** My way into the role: where I am, what I can do now, what is behind me. */
export function JourneyPage() {
  const programmeId = useParam('id')
  const query = useMyJourney(programmeId)
  if (query.error instanceof Refused && query.error.status === 403 && !query.data)
    return <NotServing programmeId={programmeId} />
  return <Await query={query}>{(journey) => <Journey key={journey.programmeId} journey={journey} />}</Await>
}

/** Who does not serve: what the journey is, and the way into it; for who shapes or follows it, theirs. */
function NotServing({ programmeId }: { programmeId: string }) {
  const text = useText()
  const query = useQuery({
    queryKey: ['programme', programmeId],
    queryFn: () => call(readProgramme, { params: { id: programmeId } }),
    staleTime: 30_000,
  })
  const page = `/programmes/${programmeId}`
  return (
    <Await query={query}>
      {({ name, mine, state, byVolunteering, can }) => {
        const mayOffer = state === 'open' && byVolunteering && (!mine || mine.state === 'declined')
        const inside = can.keep || can.shape
        return (
          <>
            <PageHead eyebrow={<Link to={page}>{name}</Link>} title={text('journeys.notServing.title')} />
            <Empty
              icon={Footprints}
              title={text('journeys.notServing.what', { programme: name })}
              action={
                <Link
                  className={buttonClass({ kind: 'primary' })}
                  to={inside ? `${page}/parcours/ou-l-on-cale` : page}
                >
                  {text(
                    inside
                      ? 'journeys.notServing.follow'
                      : mayOffer
                        ? 'journeys.notServing.offer'
                        : 'journeys.notServing.programme',
                  )}
                </Link>
              }
            >
              <p>{text('journeys.notServing.why')}</p>
            </Empty>
          </>
        )
      }}
    </Await>
  )
}

function Journey({ journey }: { journey: MyJourney }) {
  const text = useText()
  const format = useFormat()
  const me = useMe()
  const { steps, programmeId } = journey
  const note = useAct(() => call(noteJourney, { params: { id: programmeId } }))
  const unseen = steps.some((step) => step.seen)
  const { mutate } = note
  useEffect(() => {
    // What the data already says is written down once, without asking.
    if (unseen) mutate(undefined)
  }, [unseen, mutate])
  const left = steps.filter((step) => step.doneAt === null)
  // What one has opened stays open once done: its outcome is read before going on.
  const [chosen, setChosen] = useState<{ id: string | null; byHand: boolean }>({
    id: left[0]?.id ?? null,
    byHand: false,
  })
  const choose = (id: string) => setChosen({ id, byHand: true })
  const open = steps.find((step) => step.id === chosen.id) ?? left[0] ?? null
  const next = left.find((step) => step.id !== open?.id) ?? null
  const minutes = left.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  const lead =
    left.length === 0
      ? text('journeys.leadDone', { programme: journey.programme })
      : text('journeys.lead', {
          count: left.length,
          minutes: format.number(minutes),
          programme: journey.programme,
          day: format.day(journey.since),
        })
  return (
    <>
      <PageHead
        eyebrow={<Link to={`/programmes/${programmeId}`}>{journey.programme}</Link>}
        title={text(left.length === 0 ? 'journeys.titleDone' : 'journeys.title', { name: me.givenName })}
        lead={steps.length > 0 && lead}
      />
      {steps.length === 0 ? (
        <Empty title={text('journeys.noSteps')}>
          <p>{text('journeys.noStepsWhy')}</p>
        </Empty>
      ) : (
        <>
          <Stairs steps={steps} current={left[0]?.id ?? null} />
          <div className="par">
            <div className="par__c">
              {open && (
                <div className="stack stack-6">
                  <Opened key={open.id} journey={journey} step={open} focus={chosen.byHand} />
                  {open.doneAt && next && (
                    <p>
                      <Button kind="accent" iconEnd={ArrowRight} onClick={() => choose(next.id)}>
                        {text('journeys.goOn', { title: next.title })}
                      </Button>
                    </p>
                  )}
                </div>
              )}
              <Rest
                title={text('journeys.ahead')}
                steps={left.filter((step) => step.id !== open?.id)}
                onOpen={choose}
              />
              <Rest
                title={text('journeys.behind')}
                steps={steps.filter((step) => step.doneAt !== null && step.id !== open?.id)}
                onOpen={choose}
              />
            </div>
            <Beside journey={journey} />
          </div>
        </>
      )}
    </>
  )
}

/** Decoration with words for the ear: the list under it is what one acts on. */
function Stairs({ steps, current }: { steps: MyStep[]; current: string | null }) {
  const text = useText()
  const format = useFormat()
  const done = steps.filter((step) => step.doneAt !== null).length
  return (
    <ol
      className="esc"
      style={{ '--steps': steps.length } as React.CSSProperties}
      aria-label={text('journeys.stairs', { done, all: steps.length })}
    >
      {steps.map((step, at) => (
        <li
          key={step.id}
          className={step.doneAt ? 'done' : step.id === current ? 'now' : undefined}
          style={{ '--n': at + 1 } as React.CSSProperties}
          aria-current={step.id === current ? 'step' : undefined}
        >
          <span className="esc__b" aria-hidden>
            {at + 1}
          </span>
          <span className="vh">
            {step.title}
            {step.doneAt && `, ${text('journeys.done')}`}
          </span>
          <span className="esc__l" aria-hidden>
            {step.doneAt && <Check className="i i--s" />}
            {step.title}
            <span className="xs">
              {step.doneAt
                ? format.shortDay(step.doneAt)
                : step.minutes && text('journeys.minutes', { count: step.minutes })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Opened({ journey, step, focus }: { journey: MyJourney; step: MyStep; focus: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return <StepPanel journey={journey} step={step} heading={heading} />
}

function Rest({ title, steps, onOpen }: { title: string; steps: MyStep[]; onOpen: (id: string) => void }) {
  const text = useText()
  const format = useFormat()
  if (steps.length === 0) return null
  const meta = (step: MyStep) =>
    [
      step.doneAt && text('journeys.doneOn', { day: format.shortDay(step.doneAt) }),
      !step.doneAt &&
        step.dueAt &&
        text(isPast(step.dueAt) ? 'journeys.wasDue' : 'journeys.due', { day: format.shortDay(step.dueAt) }),
      !step.doneAt && step.minutes && text('journeys.minutes', { count: step.minutes }),
      !step.compulsory && text('journeys.optional'),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section>
      <SectionHead title={title} />
      <ul className="way">
        {steps.map((step) => (
          <li key={step.id} className={step.doneAt ? 'done' : undefined}>
            <button type="button" className="way__b" onClick={() => onOpen(step.id)}>
              {step.doneAt ? <CircleCheck className="i" aria-hidden /> : <Circle className="i" aria-hidden />}
              <span className="grow">
                <b>{step.title}</b>
                <br />
                <span className="sm ink2">{meta(step)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
