import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Tabs } from '#ui/tabs.tsx'

const PAGES = { overview: 'ou-l-on-cale', calls: 'appels', edit: 'regler' } as const

/** The pages of those who animate or keep a programme, about its journey. */
export function KeeperTabs({ programmeId, current }: { programmeId: string; current: keyof typeof PAGES }) {
  const text = useText()
  return (
    <Tabs label={text('journeys.tabs.label')}>
      {(['overview', 'calls', 'edit'] as const).map((page) => (
        <Link
          key={page}
          to={`/programmes/${programmeId}/parcours/${PAGES[page]}`}
          className="tab"
          aria-current={page === current ? 'page' : undefined}
        >
          {text(`journeys.tabs.${page}`)}
        </Link>
      ))}
    </Tabs>
  )
}
