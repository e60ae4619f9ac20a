import { useState } from 'react'
import { AgainstSeason, AgainstSeasonMethod } from '#features/seasons/web/public/against-season.tsx'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useParam } from '#platform/web/router.tsx'
import { Kpi } from '#ui/kpi.tsx'
import { PageHead } from '#ui/page-head.tsx'
import type { Figure, Measures } from '../contract.ts'
import { DEFINITIONS } from '../rules/definitions.ts'
import { AnimateTabs } from './public/animate-tabs.tsx'
import { FigureDialog } from './public/figure-dialog.tsx'
import { useLiveFigures, useMeasures } from './public/insight-data.ts'
import { SiteTable } from './site-table.tsx'
import { VisitCurve } from './visit-curve.tsx'
import './insights.css'

/** A community in a few figures, each of which opens to how it is counted. */
export function MeasuresPage() {
  const spaceId = useParam('id')
  const query = useMeasures(spaceId)
  useLiveFigures(spaceId, ['insights'])
  return <Await query={query}>{(measures) => <Told measures={measures} />}</Await>
}

function Told({ measures }: { measures: Measures }) {
  const text = useText()
  const { number } = useFormat()
  const [opened, setOpened] = useState<Figure['key'] | null>(null)
  const figureOf = (key: Figure['key']) => measures.figures.find((figure) => figure.key === key)
  const againstOf = (key: Figure['key']) => measures.seasons.find((one) => one.key === key)?.against
  const active = figureOf('active')
  const openedAgainst = opened && againstOf(opened)
  const title =
    active && !active.silent
      ? text('insights.measures.sentence', {
          count: active.numerator ?? 0,
          among: number(active.denominator ?? 0),
        })
      : text('insights.measures.sentenceQuiet')
  return (
    <>
      <PageHead
        eyebrow={text('insights.measures.of', { name: measures.name })}
        title={title}
        lead={text('insights.measures.lead')}
      />
      <AnimateTabs spaceId={measures.spaceId} current="measures" />
      <section className="kpis" aria-label={text('insights.measures.figures')}>
        {measures.figures.map((figure) => (
          <OneFigure
            key={figure.key}
            figure={figure}
            against={againstOf(figure.key)}
            onOpen={() => setOpened(figure.key)}
          />
        ))}
      </section>
      <div className="mes">
        <VisitCurve measures={measures} />
        <SiteTable measures={measures} />
      </div>
      <FigureDialog figure={(opened && figureOf(opened)) ?? null} onClose={() => setOpened(null)}>
        {openedAgainst && <AgainstSeasonMethod against={openedAgainst} />}
      </FigureDialog>
    </>
  )
}

function OneFigure({
  figure,
  against,
  onOpen,
}: {
  figure: Figure
  against: Measures['seasons'][number]['against'] | undefined
  onOpen: () => void
}) {
  const text = useText()
  const { number, percent } = useFormat()
  const label = text(`insights.definitions.${figure.key}.name`)
  if (figure.value === null)
    return (
      <Kpi
        label={label}
        value={<span className="h3">{text('insights.silent')}</span>}
        note={text('insights.silentWhy', { count: figure.threshold })}
        onOpen={onOpen}
      />
    )
  const { kind } = DEFINITIONS[figure.key]
  const say = (value: number) => (kind === 'share' ? percent(value) : number(Math.round(value)))
  const note =
    kind === 'share'
      ? `${number(figure.numerator ?? 0)} ${text('insights.measures.of_people', { among: number(figure.denominator ?? 0) })}`
      : kind === 'mean'
        ? text('insights.measures.perDay')
        : undefined
  return (
    <Kpi
      label={label}
      value={say(figure.value)}
      note={
        <>
          {note}
          {note && against && <br />}
          {against && <AgainstSeason against={against} say={say} />}
        </>
      }
      onOpen={onOpen}
    />
  )
}
