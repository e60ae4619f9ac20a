import { Circle, CircleCheck } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import type { Roster } from '../contract.ts'

/** The only conditions of a turn, and where I stand: two of them, and nobody's approval. */
export function Ready({ roster }: { roster: Roster }) {
  const text = useText()
  const { me } = roster
  const steps = [
    { key: 'charter', done: me.charter, to: `/communautes/${roster.spaceId}` },
    { key: 'training', done: me.training, to: `/programmes/${roster.programmeId}` },
    { key: 'code', done: me.codeAccepted, to: null },
  ]
  return (
    <section aria-labelledby="parole-ready" className="stack stack-3">
      <h2 className="h3" id="parole-ready">
        {text(me.charter && me.training ? 'turns.ready.yes' : 'turns.ready.title')}
      </h2>
      <ul className="list">
        {steps.map(({ key, done, to }) => (
          <li key={key} className="row row--b g3">
            {done ? (
              <CircleCheck className="i tour__ok" aria-hidden />
            ) : (
              <Circle className="i mut" aria-hidden />
            )}
            <span className="grow">
              <span className="b">{text(`turns.ready.${key}`)}</span>
              <span className="vh">, </span>
              <span className="sm ink2 tour__line">
                {text(`turns.ready.${key}${done ? 'Done' : 'Todo'}`)}
              </span>
            </span>
            {!done && to && (
              <Link className="more" to={to}>
                {text('turns.ready.go')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
