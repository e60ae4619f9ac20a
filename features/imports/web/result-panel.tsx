import { CircleCheck } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { Import } from '../contract.ts'
import { LineTabs } from './line-tabs.tsx'

/** What was done, and what one does next. */
export function ResultPanel({ one }: { one: Import }) {
  const text = useText()
  const { counts } = one
  if (!counts) return null
  return (
    <div className="stack stack-6">
      <section className="panel stack stack-4" aria-labelledby="imports-result">
        <div className="row g2">
          <CircleCheck className="i i--l" aria-hidden />
          <h2 className="h2" id="imports-result">
            {text('imports.result.title', { count: counts.create + counts.update + counts.unchanged })}
          </h2>
        </div>
        <ul className="stack stack-1">
          <li>{text('imports.result.create', { count: counts.create })}</li>
          <li>{text('imports.result.update', { count: counts.update })}</li>
          <li>{text('imports.result.unchanged', { count: counts.unchanged })}</li>
          {counts.absent > 0 && <li>{text('imports.result.absent', { count: counts.absent })}</li>}
          {counts.rejected > 0 && <li>{text('imports.sentence.rejected', { count: counts.rejected })}</li>}
        </ul>
        <h3 className="h3">{text('imports.result.next')}</h3>
        <p className="ink2">{text('imports.result.nextWhy')}</p>
        <div className="row g2 wrap">
          <Link to="/publics/creer" className={buttonClass({ kind: 'accent' })}>
            {text('imports.result.audience')}
          </Link>
          <Link to="/communautes" className={buttonClass({ kind: 'line' })}>
            {text('imports.result.invite')}
          </Link>
          <Link to="/administration/personnes" className={buttonClass({ kind: 'ghost' })}>
            {text('imports.result.people')}
          </Link>
        </div>
      </section>
      {one.detailed ? (
        <LineTabs one={one} counts={counts} />
      ) : (
        <p className="sm mut">{text('imports.result.forgotten')}</p>
      )}
    </div>
  )
}
