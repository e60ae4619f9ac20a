import { CircleCheck, CircleDashed } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { CHECKS, checksOf, jargonIn, type Writing } from '../rules/writing.ts'

/** Advice as one writes: nothing here holds anything back. */
export function WritingChecks(writing: Writing) {
  const text = useText()
  const checks = checksOf(writing)
  const jargon = jargonIn(writing.text)
  return (
    <ul className="draft__h" aria-label={text('journeys.first.checks')}>
      {CHECKS.map((check) => (
        <li key={check} className={checks[check] ? 'yes' : undefined}>
          {checks[check] ? (
            <CircleCheck className="i" aria-hidden />
          ) : (
            <CircleDashed className="i" aria-hidden />
          )}
          <span>
            <b>
              {text(`journeys.first.check.${check}`)}
              <span className="vh">
                {', '}
                {text(checks[check] ? 'journeys.first.checkYes' : 'journeys.first.checkNo')}
              </span>
            </b>
            <span className="sm ink2">
              {check === 'plain' && jargon.length > 0
                ? text('journeys.first.jargon', { words: jargon.join(', ') })
                : text(`journeys.first.check.${check}Why`)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
