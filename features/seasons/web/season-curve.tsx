import { useFormat, useText } from '#platform/web/i18n.ts'
import { Curve } from '#ui/curve.tsx'
import type { CurveSeries } from '#ui/curve-geometry.ts'
import type { Season } from '../contract.ts'
import { addDays } from '../rules/days.ts'
import { instant, useDayWords } from './day-words.ts'
import { useFactWords } from './fact-words.ts'
import { bandsOf, factsOf } from './week-facts.ts'

/** A year is enough to see last year's season beside this one. */
const SHOWN = 53
const DAY = 86_400_000
/** A week is drawn at its middle. */
const middle = (week: string) => instant(week) + 3 * DAY

export function SeasonCurve({ season }: { season: Season }) {
  const text = useText()
  const days = useDayWords()
  const { number } = useFormat()
  const past = season.past.slice(-SHOWN)
  const told = season.ahead.filter((one) => one.acts !== null)
  const [first, last] = [past[0]?.week ?? season.today, season.ahead.at(-1)?.week ?? season.today]
  const most = Math.max(10, ...past.map((one) => one.acts ?? 0), ...told.map((one) => one.high ?? 0))
  const top = roundUp(most)
  const end = told.at(-1)
  const values = {
    from: days.day(first),
    to: days.day(end?.week ?? last),
    acts: number(end?.acts ?? 0),
    low: number(end?.low ?? 0),
    high: number(end?.high ?? 0),
  }
  const x = [middle(first), middle(last)] as const
  const bands = bandsOf(season.overlay.school).map((band) => ({
    from: Math.max(x[0], instant(band.from)),
    to: Math.min(x[1], instant(band.to)),
    label: '',
  }))
  return (
    <Curve
      label={text(told.length > 0 ? 'seasons.chart.label' : 'seasons.chart.labelPast', values)}
      series={useSeries(past, told)}
      range={told.map((one) => ({ x: middle(one.week), low: one.low ?? 0, high: one.high ?? 0 }))}
      x={x}
      y={[0, top]}
      xTicks={ticksOf(first, last).map((week) => ({ at: middle(week), label: days.shortDay(week) }))}
      yTicks={[0, top / 2, top].map((at) => ({ at, label: number(at) }))}
      today={{ at: instant(season.today), label: text('seasons.chart.today') }}
      bands={bands.filter((band) => band.to > band.from)}
      height={16}
      table={useTable(season)}
    />
  )
}

function useSeries(past: Season['past'], told: Season['ahead']): CurveSeries[] {
  const text = useText()
  const { number } = useFormat()
  const series: CurveSeries[] = [
    {
      key: 'past',
      tone: 1,
      dot: told.length === 0,
      points: past.map((one) => ({ x: middle(one.week), y: one.acts })),
    },
  ]
  const last = past.findLast((one) => one.acts !== null)
  if (told.length > 0 && last)
    series.push({
      key: 'told',
      tone: 'ink',
      kind: 'projection',
      label: `${text('seasons.chart.told')} ${number(told.at(-1)?.acts ?? 0)}`,
      points: [
        { x: middle(last.week), y: last.acts },
        ...told.map((one) => ({ x: middle(one.week), y: one.acts })),
      ],
    })
  return series
}

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** A round number just above. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return (STEPS.find((step) => step * power >= value) ?? 10) * power
}

/** Both ends, and a few Mondays between them. */
function ticksOf(first: string, last: string): string[] {
  const weeks = Math.round((instant(last) - instant(first)) / (7 * DAY))
  const step = Math.max(1, Math.ceil(weeks / 5))
  const inner = Array.from({ length: 4 }, (_, index) => (index + 1) * step).filter(
    (at) => at < weeks - step * 0.75,
  )
  return [first, ...inner.map((at) => addDays(first, at * 7)), last]
}

/** Week by week, the latest first: what happened, or what is expected, and why. */
function useTable({ past, ahead, overlay }: Season) {
  const text = useText()
  const days = useDayWords()
  const { number, percent } = useFormat()
  const say = useFactWords()
  const why = (week: string) => factsOf(week, overlay).map(say).join(', ')
  const known = past
    .slice(-SHOWN)
    .map((one) => [
      days.day(one.week),
      one.acts === null ? text('seasons.chart.silent') : number(one.acts),
      '',
      percent(one.season),
      why(one.week),
    ])
  const expected = ahead.map((one) => [
    days.day(one.week),
    one.acts === null ? '' : number(one.acts),
    one.acts === null
      ? ''
      : text('seasons.chart.range', { low: number(one.low ?? 0), high: number(one.high ?? 0) }),
    percent(one.season),
    why(one.week),
  ])
  return {
    summary: text('seasons.chart.table'),
    head: (['week', 'acts', 'between', 'season', 'why'] as const).map((key) => text(`seasons.chart.${key}`)),
    rows: [...expected.reverse(), ...known.reverse()],
  }
}
