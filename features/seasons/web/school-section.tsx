import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { dropSchoolCorrection, type SchoolCalendar, type SchoolPeriod } from '../contract.ts'
import { useDayWords } from './day-words.ts'
import { useHolidayName } from './public/holiday-name.ts'
import { type Asked, SchoolDialog } from './school-dialog.tsx'
import { useDaysAct, useSchoolCalendar } from './season-data.ts'

/** The school holidays that every calendar counts with, where their dates come from, and their correction. */
export function SchoolSection() {
  const text = useText()
  return (
    <section aria-labelledby="days-school">
      <SectionHead
        level={2}
        id="days-school"
        title={text('seasons.school.title')}
        note={text('seasons.school.note')}
      />
      <Await query={useSchoolCalendar()}>{(calendar) => <Years calendar={calendar} />}</Await>
    </section>
  )
}

function Years({ calendar }: { calendar: SchoolCalendar }) {
  const text = useText()
  const administers = useMe().standing === 'administrator'
  const [asked, setAsked] = useState<Asked | null>(null)
  if (calendar.zones.length === 0)
    return (
      <p className="sea__v">
        {text('seasons.school.noZones')}{' '}
        {administers && (
          <Link className="link" to="/administration/reseau">
            {text('seasons.school.chooseZones')}
          </Link>
        )}
      </p>
    )
  return (
    <>
      {calendar.years.map((year) => (
        <Year key={year.year} year={year} zones={calendar.zones} onAsk={administers ? setAsked : undefined} />
      ))}
      {asked && <SchoolDialog asked={asked} zones={calendar.zones} onClose={() => setAsked(null)} />}
    </>
  )
}

type Ask = ((asked: Asked) => void) | undefined

function Year({
  year: { year, periods },
  zones,
  onAsk,
}: {
  year: SchoolCalendar['years'][number]
  zones: readonly string[]
  onAsk: Ask
}) {
  const text = useText()
  const name = text('seasons.school.year', { from: year, to: year + 1 })
  const toConfirm = periods.some((one) => !one.confirmed)
  const none = onAsk ? 'seasons.school.noneAdd' : 'seasons.school.none'
  return (
    <section className="sea__year" aria-labelledby={`school-${year}`}>
      <div className="figt">
        <h3 className="h3" id={`school-${year}`}>
          {name}
        </h3>
        {onAsk && (
          <Button
            kind="soft"
            size="s"
            aria-label={`${text('seasons.school.add')}, ${name}`}
            onClick={() => onAsk({ year, period: null })}
          >
            {text('seasons.school.add')}
          </Button>
        )}
      </div>
      {toConfirm && (
        <p className="sea__v">
          {text('seasons.school.toConfirm')} {onAsk && text('seasons.school.toCheck')}
        </p>
      )}
      {periods.length === 0 && <p className="ink2 sea__v">{text(none)}</p>}
      {zones
        .map((zone) => ({ zone, own: periods.filter((one) => one.zone === zone) }))
        .filter(({ own }) => own.length > 0)
        .map(({ zone, own }) => (
          <section key={zone} className="sea__zone" aria-labelledby={`school-${year}-${zone}`}>
            <h4 className="h4" id={`school-${year}-${zone}`}>
              {text('seasons.school.zone', { zone })}
            </h4>
            <ul className="list">
              {own.map((period) => (
                <OnePeriod
                  key={period.name}
                  period={period}
                  onAsk={onAsk && (() => onAsk({ year, period }))}
                />
              ))}
            </ul>
          </section>
        ))}
    </section>
  )
}

type State = 'confirmed' | 'unconfirmed' | 'corrected' | 'checked' | 'added'
const KIND: Record<State, BadgeKind> = {
  confirmed: 'ok',
  unconfirmed: 'warn',
  corrected: 'info',
  checked: 'ok',
  added: 'info',
}

function stateOf({ correction, published, confirmed, firstDay, lastDay }: SchoolPeriod): State {
  if (!correction) return confirmed ? 'confirmed' : 'unconfirmed'
  if (!published) return 'added'
  return published.firstDay === firstDay && published.lastDay === lastDay ? 'checked' : 'corrected'
}

function OnePeriod({ period, onAsk }: { period: SchoolPeriod; onAsk: (() => void) | undefined }) {
  const text = useText()
  const days = useDayWords()
  const nameOf = useHolidayName()
  const { correction, published } = period
  const state = stateOf(period)
  const dates = (one: { firstDay: string; lastDay: string }) => ({
    from: days.day(one.firstDay),
    to: days.day(one.lastDay),
  })
  const name = `${nameOf(period.name)}, ${text('seasons.school.zone', { zone: period.zone })}`
  const source = correction
    ? text('seasons.school.noted', { source: correction.source, day: days.day(correction.sourceDay) })
    : period.confirmed && text('seasons.school.ministry')
  return (
    <li className="row row--b g3 wrap">
      <p className="grow sea__day">
        <span className="b">{nameOf(period.name)}</span>{' '}
        <Badge kind={KIND[state]}>{text(`seasons.school.states.${state}`)}</Badge>
        <br />
        {text(
          period.firstDay === period.lastDay ? 'seasons.days.whenOne' : 'seasons.days.when',
          dates(period),
        )}
        {source && (
          <>
            <br />
            <span className="sm ink2">{source}</span>
          </>
        )}
        {state === 'corrected' && published && (
          <>
            <br />
            <span className="sm ink2">{text('seasons.school.before', dates(published))}</span>
          </>
        )}
      </p>
      {onAsk && (
        <>
          <Button
            kind="ghost"
            size="s"
            onClick={onAsk}
            aria-label={`${text('seasons.school.correct')} ${name}`}
          >
            {text('seasons.school.correct')}
          </Button>
          {correction && <Back id={correction.id} name={name} added={!published} />}
        </>
      )}
    </li>
  )
}

function Back({ id, name, added }: { id: string; name: string; added: boolean }) {
  const text = useText()
  const drop = useDaysAct(
    () => call(dropSchoolCorrection, { params: { id } }),
    () => showToast({ message: text(added ? 'seasons.school.dropped' : 'seasons.school.backDone') }),
  )
  const says = text(added ? 'seasons.school.drop' : 'seasons.school.back')
  return (
    <>
      <Button
        kind="ghost"
        size="s"
        busy={drop.isPending}
        onClick={() => drop.mutate(undefined)}
        aria-label={`${says}, ${name}`}
      >
        {says}
      </Button>
      <FormProblem error={drop.error} />
    </>
  )
}
