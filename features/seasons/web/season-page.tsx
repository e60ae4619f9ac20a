import { CalendarDays } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Season } from '../contract.ts'
import { BacktestSection } from './backtest-section.tsx'
import { useDayWords } from './day-words.ts'
import { DipSection } from './dip-section.tsx'
import { AnimateTabs } from './public/animate-tabs.tsx'
import { SeasonCurve } from './season-curve.tsx'
import { useSeason } from './season-data.ts'
import { WeeksTable } from './weeks-table.tsx'
import './seasons.css'

/** What a community does week after week, what to expect of the next ones, and what to prepare. */
export function SeasonPage() {
  const spaceId = useParam('id')
  return <Await query={useSeason(spaceId)}>{(season) => <Told season={season} />}</Await>
}

function Told({ season }: { season: Season }) {
  const text = useText()
  const me = useMe()
  const staff = me.standing === 'administrator' || me.standing === 'animator'
  return (
    <>
      <PageHead
        eyebrow={text('seasons.eyebrow', { name: season.name })}
        title={useSentence(season)}
        lead={useLead(season)}
        actions={
          staff && (
            <Link to={`/jours?depuis=${season.spaceId}`} className={buttonClass({ kind: 'line' })}>
              <CalendarDays className="i" aria-hidden />
              {text('seasons.days.title')}
            </Link>
          )
        }
      />
      <AnimateTabs spaceId={season.spaceId} current="season" />
      <section className="sea__s" aria-labelledby="season-curve">
        <SectionHead
          level={2}
          id="season-curve"
          title={text('seasons.chart.title')}
          note={text('seasons.chart.note')}
        />
        {season.past.length > 0 ? (
          <SeasonCurve season={season} />
        ) : (
          <Empty icon={CalendarDays} title={text('seasons.chart.none')}>
            {''}
          </Empty>
        )}
      </section>
      <div className="sea">
        <WeeksTable season={season} />
        <DipSection season={season} />
        <BacktestSection season={season} />
      </div>
    </>
  )
}

const SOON = 9

function useSentence({ dip }: Season): string {
  const text = useText()
  if (!dip || (dip.phase === 'far' && dip.weeksUntil > SOON)) return text('seasons.sentence.none')
  const season = text(`seasons.seasons.${dip.season}`)
  if (dip.phase === 'during' || dip.phase === 'return')
    return text(`seasons.sentence.${dip.phase}`, { season })
  return text('seasons.sentence.soon', { count: Math.max(1, dip.weeksUntil), season })
}

function useLead({ ahead, level, past, threshold }: Season): string {
  const text = useText()
  const days = useDayWords()
  const { number } = useFormat()
  const next = ahead[1]
  if (next?.acts !== null && next && level !== null)
    return text('seasons.lead.forecast', {
      day: days.day(next.week),
      acts: number(next.acts),
      low: number(next.low ?? 0),
      high: number(next.high ?? 0),
      level: number(level),
    })
  const silent = past.length > 0 && past.every((week) => week.silent)
  return text(silent ? 'seasons.lead.silent' : 'seasons.lead.early', { count: threshold })
}
