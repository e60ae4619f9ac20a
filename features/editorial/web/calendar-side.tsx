import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import type { Calendar } from '../contract.ts'
import { isEmpty } from '../rules/gaps.ts'
import { mostMissing } from '../rules/mix.ts'
import { useDayWords } from './day-words.ts'
import { DropPlace, TRAY } from './drag-board.tsx'
import { type ItemLook, SlotItem } from './slot-item.tsx'

/** What waits for a day, the weeks to fill, the mix, and the next committee. */
export function CalendarSide({ calendar, look }: { calendar: Calendar; look: ItemLook }) {
  const text = useText()
  return (
    <aside className="ecal__s" aria-label={text('editorial.side.label')}>
      <section aria-labelledby="tray-title">
        <h2 className="h3" id="tray-title">
          {text('editorial.side.tray')}
        </h2>
        <p className="sm mut">
          {text(calendar.tray.length > 0 ? 'editorial.side.tray_hint' : 'editorial.side.tray_empty')}
        </p>
        <DropPlace id={TRAY} className="etray">
          {calendar.tray.map((slot) => (
            <SlotItem key={slot.id} slot={slot} look={look} tall />
          ))}
        </DropPlace>
        {calendar.tray.length === 0 && (
          <Link className="link" to={`/communautes/${calendar.spaceId}/amorces`}>
            {text('editorial.side.starters')}
          </Link>
        )}
      </section>
      <Gaps calendar={calendar} />
      <Mixes calendar={calendar} />
      <NextCommittee calendar={calendar} />
    </aside>
  )
}

function Gaps({ calendar }: { calendar: Calendar }) {
  const text = useText()
  const { brief } = useDayWords()
  const empty = calendar.weeks.filter((week) => isEmpty(week) && week.monday >= calendar.today)
  return (
    <section aria-labelledby="gaps-title">
      <h2 className="h3" id="gaps-title">
        {text('editorial.side.gaps', { count: empty.length })}
      </h2>
      <p className="sm ink2">
        {empty.length > 0
          ? text('editorial.side.gaps_list', {
              count: empty.length,
              weeks: empty.map((week) => brief(week.monday)).join(', '),
            })
          : text('editorial.side.gaps_none')}
      </p>
    </section>
  )
}

function Mixes({ calendar }: { calendar: Calendar }) {
  const text = useText()
  const chosen = calendar.mixes.filter((mix) => mix.parts.some((part) => part.wanted > 0))
  if (chosen.length === 0) return null
  return (
    <section aria-labelledby="mix-side-title">
      <h2 className="h3" id="mix-side-title">
        {text('editorial.side.mix')}
      </h2>
      {chosen.map((mix) => {
        const missing = mostMissing(mix.parts)
        return (
          <div key={mix.placeId} className="emix">
            <h3 className="sm b">{mix.placeName}</h3>
            <p className="sm ink2">
              {missing
                ? text('editorial.side.mix_missing', {
                    kind: text(`posts.kind.${missing.kind}`),
                    share: missing.share,
                    wanted: missing.wanted,
                  })
                : text('editorial.side.mix_fine')}
            </p>
            <ul className="list">
              {mix.parts
                .filter((part) => part.wanted > 0 || part.count > 0)
                .map((part) => (
                  <li key={part.kind} className="row sm sb">
                    <span>{text(`posts.kind.${part.kind}`)}</span>
                    <span className="tn">
                      {text('editorial.side.mix_share', { share: part.share, wanted: part.wanted })}
                    </span>
                  </li>
                ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function NextCommittee({ calendar }: { calendar: Calendar }) {
  const text = useText()
  const { long } = useDayWords()
  return (
    <section aria-labelledby="committee-side-title">
      <h2 className="h3" id="committee-side-title">
        {text('editorial.side.committee')}
      </h2>
      <p className="sm ink2">
        {calendar.nextCommittee
          ? text('editorial.side.committee_on', { day: long(calendar.nextCommittee) })
          : text('editorial.side.committee_none')}
      </p>
      <Link className="link" to={`/communautes/${calendar.spaceId}/comite`}>
        {text(calendar.nextCommittee ? 'editorial.side.committee_open' : 'editorial.side.committee_plan')}
      </Link>
    </section>
  )
}
