import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Programme } from '../contract.ts'

export type ProgrammeTab = 'role' | 'gatherings' | 'wall' | 'board' | 'settings'

/** From one part of a programme to another: nobody is shown a door that would be refused. */
export function ProgrammeTabs({ programme, current }: { programme: Programme; current: ProgrammeTab }) {
  const text = useText()
  const base = `/programmes/${programme.id}`
  const tabs: [ProgrammeTab, string, boolean][] = [
    ['role', base, true],
    ['gatherings', `${base}/rencontres`, true],
    ['board', `${base}/suivi`, programme.can.keep],
    ['settings', `${base}/reglages`, programme.can.shape || programme.can.keep],
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
