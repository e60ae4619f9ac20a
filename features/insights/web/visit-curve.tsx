import { useId } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Curve } from '#ui/curve.tsx'
import { roundTop } from '#ui/curve-geometry.ts'
import { SectionHead } from '#ui/section-head.tsx'
import type { Measures } from '../contract.ts'
import { dateTicks } from './curve-parts.ts'
import { instant, useDayWords } from './day-words.ts'

/** V, day by day: a gap where few came. Never on the same drawing as those who act. */
export function VisitCurve({ measures: { visits, figures } }: { measures: Measures }) {
  const text = useText()
  const days = useDayWords()
  const { number } = useFormat()
  const id = useId()
  const [first, last] = [visits[0]?.day, visits.at(-1)?.day]
  const mean = figures.find((figure) => figure.key === 'visited')?.value ?? null
  const top = roundTop(Math.max(10, ...visits.map((one) => one.visitors ?? 0)))
  const label = mean === null ? 'visitsLabelQuiet' : 'visitsLabel'
  return (
    <section className="m-12" aria-labelledby={id}>
      <SectionHead
        level={2}
        id={id}
        title={text('insights.measures.visitsTitle')}
        note={text('insights.measures.visitsLead')}
      />
      {!first || !last ? (
        <p className="ink2">{text('insights.measures.visitsNone')}</p>
      ) : (
        <Curve
          label={text(`insights.measures.${label}`, {
            from: days.day(first),
            to: days.day(last),
            mean: number(mean ?? 0),
          })}
          series={[
            {
              key: 'visits',
              points: visits.map((one) => ({ x: instant(one.day), y: one.visitors })),
              tone: 3,
              dot: true,
            },
          ]}
          x={[instant(first), Math.max(instant(last), instant(first) + 1)]}
          y={[0, top]}
          xTicks={
            first === last
              ? [{ at: instant(first), label: days.shortDay(first) }]
              : dateTicks(first, last, days.shortDay)
          }
          yTicks={[0, top / 2, top].map((at) => ({ at, label: number(at) }))}
          height={12}
          table={{
            summary: text('insights.measures.visitsTable'),
            head: [text('insights.curve.day'), text('insights.measures.visitors')],
            rows: visits.map((one) => [
              days.day(one.day),
              one.visitors === null ? text('insights.silent') : number(one.visitors),
            ]),
          }}
        />
      )}
    </section>
  )
}
