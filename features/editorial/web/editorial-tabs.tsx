import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Tabs } from '#ui/tabs.tsx'

const PAGES = { calendar: 'calendrier', committee: 'comite', starters: 'amorces' } as const

/** The pages of what will be said. */
export function EditorialTabs({ spaceId, current }: { spaceId: string; current: keyof typeof PAGES }) {
  const text = useText()
  return (
    <Tabs label={text('editorial.tabs.label')} className="ani__tabs">
      {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((key) => (
        <Link
          key={key}
          to={`/communautes/${spaceId}/${PAGES[key]}`}
          className="tab"
          aria-current={key === current ? 'page' : undefined}
        >
          {text(`editorial.tabs.${key}`)}
        </Link>
      ))}
    </Tabs>
  )
}
