import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { withOnItsWay } from '#platform/web/quick.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { readMyJourney } from '../../contract.ts'
import { useTicked, withTick } from '../journey-data.ts'

/** On the page of my role: the next step of my way into it. Says nothing to whoever does not serve. */
export function MyJourneyWidget({ programmeId }: { programmeId: string }) {
  const text = useText()
  const format = useFormat()
  const query = useQuery({
    queryKey: ['journeys', 'mine', programmeId],
    queryFn: ({ signal }) => call(readMyJourney, { params: { id: programmeId } }, { signal }),
    retry: false,
  })
  const ticked = useTicked(programmeId)
  const journey = query.data && withOnItsWay(query.data, ticked, withTick)
  if (!journey || journey.steps.length === 0) return null
  const left = journey.steps.filter((step) => step.doneAt === null)
  const done = journey.steps.length - left.length
  const next = left[0]
  const way = `/programmes/${programmeId}/parcours`
  // Behind me: one line, and the way back to it.
  if (!next)
    return (
      <p className="row row--b wrap g2">
        <span className="ink2">{text('journeys.leadDone', { programme: journey.programme })}</span>
        <Link className="more" to={way}>
          {text('journeys.widget.look')}
        </Link>
      </p>
    )
  return (
    <section aria-labelledby="my-journey">
      <SectionHead
        id="my-journey"
        title={text('journeys.mine')}
        note={text('journeys.widget.next', { title: next.title })}
      />
      <div className="stack stack-4">
        <ProgressBar
          value={(done / journey.steps.length) * 100}
          label={text('journeys.mine')}
          valueText={text('journeys.stairs', { done, all: journey.steps.length })}
        />
        <p className="sm ink2">
          {text('journeys.stairs', { done, all: journey.steps.length })}
          {next.dueAt && ` · ${text('journeys.due', { day: format.shortDay(next.dueAt) })}`}
        </p>
        <p>
          <Link className={buttonClass({ kind: 'primary' })} to={way}>
            {text('journeys.widget.open')}
          </Link>
        </p>
      </div>
    </section>
  )
}
