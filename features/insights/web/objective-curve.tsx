import { useFormat, useText } from '#platform/web/i18n.ts'
import { Curve as Drawing } from '#ui/curve.tsx'
import type { CurveSeries } from '#ui/curve-geometry.ts'
import { useHolidayName } from '#features/seasons/web/public/holiday-name.ts'
import type { Curve } from '../contract.ts'
import { dateTicks, holidayBands, shareTicks, topShare, weekly } from './curve-parts.ts'
import { instant, useDayWords } from './day-words.ts'

/** The objective, day by day: where it stands, where it leads, holidays and today drawn on it. */
export function ObjectiveCurve({ curve }: { curve: Curve }) {
  const text = useText()
  const days = useDayWords()
  const nameOf = useHolidayName()
  const { percent } = useFormat()
  const { objective, today, points, projection } = curve
  const { startsOn, deadline, target } = objective
  const running = today >= startsOn && today <= deadline
  const width = instant(deadline) - instant(startsOn)
  const values = {
    now: percent(curve.figure.value ?? 0),
    target: percent(target),
    deadline: days.day(deadline),
    projected: percent(projection?.atDeadline ?? 0),
  }
  const top = topShare(target, curve.figure.value ?? 0, projection?.atDeadline ?? 0)
  const label = !running ? 'labelOver' : projection ? 'labelProjected' : 'label'
  return (
    <Drawing
      label={text(`insights.curve.${label}`, values)}
      x={[instant(startsOn), instant(deadline)]}
      y={[0, top]}
      series={useSeries(curve)}
      xTicks={dateTicks(startsOn, deadline, days.shortDay)}
      yTicks={shareTicks(target, top, percent)}
      target={{ at: target, label: percent(target) }}
      today={running ? { at: instant(today), label: text('insights.curve.today') } : undefined}
      bands={holidayBands(curve.holidays, startsOn, deadline).map((band) => ({
        from: band.from,
        to: band.to,
        // A narrow band has no room for its name; the table says it.
        label: (band.to - band.from) / width > 0.12 ? nameOf(band.name) : '',
      }))}
      table={useTable(curve, weekly(points))}
    />
  )
}

function useSeries({ objective, points, projection, figure }: Curve): CurveSeries[] {
  const text = useText()
  const { percent } = useFormat()
  const of = figure.denominator ?? 0
  const line = (key: string, share: (point: Curve['points'][number]) => number): CurveSeries['points'] =>
    points.map((point) => ({ x: instant(point.day), y: share(point) }))
  const series: CurveSeries[] = [
    { key: 'reached', points: line('reached', (point) => point.value), tone: 1, dot: true, area: true },
  ]
  const active = points.at(-1)?.active ?? 0
  if (objective.measure === 'arrived' && of > 0 && active > 0)
    series.push({
      key: 'active',
      points: line('active', (point) => point.active / of),
      tone: 3,
      kind: 'compared',
      label: text('insights.curve.active', { share: percent(active / of) }),
    })
  if (projection)
    series.push({
      key: 'projection',
      points: projection.points.map((point) => ({ x: instant(point.day), y: point.value })),
      tone: 'ink',
      kind: 'projection',
      label: text('insights.curve.projected', { share: percent(projection.atDeadline) }),
    })
  return series
}

/** Week by week, what is drawn, and the holidays. */
function useTable({ objective, projection, holidays, figure }: Curve, rows: Curve['points']) {
  const text = useText()
  const days = useDayWords()
  const nameOf = useHolidayName()
  const { number, percent } = useFormat()
  const invited = objective.measure === 'arrived'
  const reached = { arrived: 'arrived', active: 'tookPart', creators: 'published' }[objective.measure]
  const head = [
    text('insights.curve.day'),
    ...(invited ? [text('insights.curve.invited')] : []),
    text(`insights.curve.${reached}`),
    ...(invited ? [text('insights.curve.tookPart')] : []),
    text('insights.curve.share'),
  ]
  const known = rows.map((point) => [
    days.day(point.day),
    ...(invited ? [number(point.invited)] : []),
    number(point.reached),
    ...(invited ? [number(point.active)] : []),
    percent(point.value),
  ])
  const empty = invited ? [''] : []
  const ahead = weekly(projection?.points.slice(1) ?? []).map((point) => [
    text('insights.curve.projectedRow', { day: days.day(point.day) }),
    ...empty,
    number(Math.round(point.value * (figure.denominator ?? 0))),
    ...empty,
    percent(point.value),
  ])
  const off = holidayBands(holidays, objective.startsOn, objective.deadline).map((band) => [
    text(band.zones.length > 1 ? 'insights.holidays.zones' : 'insights.holidays.zone', {
      name: nameOf(band.name),
      zones: band.zones.join(', '),
    }),
    ...(invited ? ['', ''] : []),
    '',
    text('insights.curve.holidayDays', {
      from: days.shortDay(isoDay(band.from)),
      to: days.shortDay(isoDay(band.to)),
    }),
  ])
  return { summary: text('insights.curve.table'), head, rows: [...known, ...ahead, ...off] }
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)
