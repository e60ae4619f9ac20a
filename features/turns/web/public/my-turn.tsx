import { Mic } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { useDays, useMyTurns } from '../turn-data.ts'

/** For my page in a programme: the voice of the company, now and next. Silent where no roster was made. */
export function MyTurn({ programmeId }: { programmeId: string }) {
  const text = useText()
  const days = useDays()
  const { data } = useMyTurns(programmeId)
  if (!data?.roster) return null
  const to = `/programmes/${programmeId}/prises-de-parole`
  const [asked] = data.proposed
  const lines = [
    data.now && text('turns.mine.now', { day: days.long(data.now.endsOn) }),
    asked && text('turns.mine.asked', { day: days.long(asked.startsOn) }),
    data.swaps > 0 && text('turns.mine.swaps', { count: data.swaps }),
    !data.now && data.next && text('turns.mine.next', { day: days.long(data.next.startsOn) }),
    !data.now && data.speaking && text('turns.mine.speaking', { name: data.speaking.givenName }),
  ].filter((line): line is string => typeof line === 'string')
  return (
    <section className="stack stack-3">
      <SectionHead
        title={text('turns.name')}
        more={
          <Link className="more" to={to}>
            {text('turns.mine.see')}
          </Link>
        }
      />
      {lines.length === 0 ? (
        <p className="ink2">{text('turns.mine.nothing')}</p>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      {data.now && (
        <p>
          <Link className={buttonClass({ kind: 'primary' })} to={to}>
            <Mic className="i" aria-hidden />
            {text('turns.mine.speak')}
          </Link>
        </p>
      )}
    </section>
  )
}
