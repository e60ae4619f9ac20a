import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Season } from '../contract.ts'
import { BRIDGE_SHARE, SCHOOL_SHARE } from '../rules/calendar.ts'
import { DIP_UNDER } from '../rules/dips.ts'
import { useDayWords } from './day-words.ts'
import { useFactWords } from './fact-words.ts'
import { factsOf } from './week-facts.ts'

/** Nine weeks, with what each holds and what it leaves of an ordinary one. */
export function WeeksTable({ season }: { season: Season }) {
  const text = useText()
  const days = useDayWords()
  const { number, percent } = useFormat()
  const say = useFactWords()
  return (
    <section aria-labelledby="season-weeks">
      <SectionHead
        level={2}
        id="season-weeks"
        title={text('seasons.calendar.title')}
        note={text('seasons.calendar.note')}
      />
      <ol className="sea__weeks">
        {season.ahead.map((one) => {
          const facts = factsOf(one.week, season.overlay)
          return (
            <li key={one.week} className={one.season < DIP_UNDER ? 'sea__w sea__w--dip' : 'sea__w'}>
              <span className="sea__d">{days.shortDay(one.week)}</span>
              <span className="sea__b" aria-hidden>
                <span style={{ width: `${Math.min(100, one.season * 80)}%` }} />
              </span>
              <span className="num sea__n">
                {percent(one.season)}
                <span className="vh">{text('seasons.calendar.ordinary')}</span>
              </span>
              <span className="sm ink2 sea__f">
                {one.acts !== null && (
                  <span>{text('seasons.calendar.acts', { count: one.acts, acts: number(one.acts) })}</span>
                )}
                {facts.map((fact) => (
                  <Badge key={fact.key} kind={fact.kind === 'school' ? 'neutral' : 'info'}>
                    {say(fact)}
                  </Badge>
                ))}
              </span>
            </li>
          )
        })}
      </ol>
      <details className="data">
        <summary>{text('seasons.calendar.how')}</summary>
        <p className="sm ink2">
          {text('seasons.calendar.howWords', {
            school: percent(SCHOOL_SHARE),
            bridge: percent(BRIDGE_SHARE),
          })}
        </p>
        <p className="sm ink2">{text(season.ownYear ? 'seasons.calendar.own' : 'seasons.calendar.notOwn')}</p>
      </details>
    </section>
  )
}
