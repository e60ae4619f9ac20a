import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Programme } from '../contract.ts'

export type ProgrammeTab = 'role' | 'gatherings' | 'wall' | 'board' | 'settings'
type Door = ProgrammeTab | 'missions' | 'ideas' | 'sharing' | 'turns'

/** From one part of a programme to another: nobody is shown a door that would be refused. */
export function ProgrammeTabs({ programme, current }: { programme: Programme; current: ProgrammeTab }) {
  const text = useText()
  const base = `/programmes/${programme.id}`
  // Those who serve have these in the rail.
  const runs = programme.can.shape || programme.can.keep
  const tabs: [Door, string, boolean][] = [
    ['role', base, true],
    ['gatherings', `${base}/rencontres`, true],
    ['board', `${base}/suivi`, programme.can.keep],
    ['missions', `${base}/missions`, runs],
    ['ideas', `${base}/idees`, runs],
    ['sharing', `${base}/partager`, runs],
    ['turns', `${base}/prises-de-parole`, runs],
    ['settings', `${base}/reglages`, runs],
    ['wall', `${base}/mur`, true],
  ]
  return (
    <Tabs label={text('programme.tabs.label', { name: programme.name })}>
      {tabs
        .filter(([, , open]) => open)
        .map(([key, to]) => (
          <Link key={key} to={to} className="tab" aria-current={key === current ? 'page' : undefined}>
            {text(`programme.tabs.${key}`)}
          </Link>
        ))}
    </Tabs>
  )
}
