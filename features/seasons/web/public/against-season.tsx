import { useFormat, useText } from '#platform/web/i18n.ts'
import type { AgainstSeason as Against } from '../../contract.ts'
import '../seasons.css'

/** A figure read against its season, in a line. `say` writes the expected value as the figure writes its own. */
export function AgainstSeason({ against, say }: { against: Against; say: (value: number) => string }) {
  const text = useText()
  return (
    <span className={`sea__ag sea__ag--${against.reading}`}>
      {text(`seasons.against.${against.reading}`, { expected: say(against.expected ?? 0) })}
    </span>
  )
}

/** How that reading is made. */
export function AgainstSeasonMethod({ against }: { against: Against }) {
  const text = useText()
  const { percent } = useFormat()
  if (against.reading === 'gathers' || against.reading === 'unknown') return null
  return (
    <>
      <h3 className="h4">{text('seasons.against.name')}</h3>
      <p className="sm ink2">
        {text('seasons.against.how', {
          season: percent(against.season),
          before: percent(against.seasonBefore),
        })}
      </p>
    </>
  )
}
