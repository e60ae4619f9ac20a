import { useFormat, useText } from '#platform/web/i18n.ts'
import { SectionHead } from '#ui/section-head.tsx'
import type { Format, Season } from '../contract.ts'
import { useDayWords } from './day-words.ts'

/** What is light enough for the dip, and what the return begins with. */
export function DipSection({ season: { dip } }: { season: Season }) {
  const text = useText()
  const days = useDayWords()
  const { percent } = useFormat()
  if (!dip) return null
  const far = dip.phase === 'far'
  return (
    <section aria-labelledby="season-dip">
      <SectionHead
        level={2}
        id="season-dip"
        title={text(far ? 'seasons.dip.far_title' : 'seasons.dip.title')}
      />
      <p className="ink2">
        {text('seasons.dip.when', {
          from: days.day(dip.firstDay),
          to: days.day(dip.lastDay),
          share: percent(dip.share),
          back: days.day(dip.returnsOn),
        })}
      </p>
      {far ? (
        <p className="ink2">{text('seasons.dip.far', { day: days.day(dip.proposedOn) })}</p>
      ) : (
        <div className="sea__kits">
          {dip.phase !== 'return' && <Kit title={text('seasons.dip.formats')} formats={dip.formats} />}
          <Kit title={text('seasons.dip.revival')} formats={dip.revival} />
        </div>
      )}
    </section>
  )
}

function Kit({ title, formats }: { title: string; formats: readonly Format[] }) {
  return (
    <div>
      <h3 className="h4">{title}</h3>
      <ul className="list sea__kit">
        {formats.map((format) => (
          <li key={format.key}>
            <p className="b">{format.title}</p>
            <p className="sm ink2">{format.text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
