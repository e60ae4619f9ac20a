import { useText } from '#platform/web/i18n.ts'
import type { PracticeCard } from '../contract.ts'

const FAMILIES = ['a', 'b'] as const

/**
 * Eighteen strokes, nine a row: full when alive, half when under way, notched when losing steam, hollow when not
 * started, a dot when left aside. Each is a link to its practice, and says its name and state.
 */
export function Glance({ practices }: { practices: readonly PracticeCard[] }) {
  const text = useText()
  return (
    <nav className="gla" aria-label={text('practices.drawing')}>
      {FAMILIES.map((family) => (
        <div key={family} className="gla__r">
          <p className="sm b gla__n">{text(`practices.family.${family}`)}</p>
          <ol className="gla__s">
            {practices
              .filter(({ code }) => code.startsWith(family))
              .map(({ code, state }) => (
                <li key={code}>
                  <a
                    className="gla__i"
                    href={`#${code}`}
                    aria-label={text('practices.glance', {
                      code: code.toUpperCase(),
                      name: text(`practices.names.${code}`),
                      state: text(`practices.state.${state}`),
                    })}
                  >
                    <Stroke state={state} />
                    <span className="xs num" aria-hidden>
                      {code.toUpperCase()}
                    </span>
                  </a>
                </li>
              ))}
          </ol>
        </div>
      ))}
    </nav>
  )
}

/** The stroke of the house, 22° from the vertical; its height and its shape say the state, its colour repeats it. */
export function Stroke({ state }: { state: PracticeCard['state'] }) {
  return (
    <svg className={`stk stk--${state}`} viewBox="0 0 32 48" aria-hidden>
      <path className="stk__o" d="M4 46 L16 2 H28 L16 46 Z" />
      {state === 'alive' && <path className="stk__f" d="M4 46 L16 2 H28 L16 46 Z" />}
      {state === 'in_progress' && <path className="stk__f" d="M4 46 L10 24 H22 L16 46 Z" />}
      {state === 'slipping' && (
        <>
          <path className="stk__f" d="M4 46 L7.3 34 H19.3 L16 46 Z" />
          <path className="stk__f" d="M12.7 14 L16 2 H28 L24.7 14 Z" />
        </>
      )}
      {state === 'off' && <circle className="stk__f" cx="16" cy="24" r="3" />}
    </svg>
  )
}
