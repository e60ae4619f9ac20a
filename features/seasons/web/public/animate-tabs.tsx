import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Tabs } from '#ui/tabs.tsx'

const PAGES = {
  today: 'animer',
  calendar: 'calendrier',
  plan: 'plan',
  practices: 'pratiques',
  season: 'saison',
  measures: 'mesures',
} as const

/** The pages of those who animate a community. */
export function AnimateTabs({ spaceId, current }: { spaceId: string; current: keyof typeof PAGES }) {
  const text = useText()
  const keys = Object.keys(PAGES) as (keyof typeof PAGES)[]
  return (
    <Tabs label={text('insights.nav.label')} className="ani__tabs">
      {keys.map((key) => (
        <Link
          key={key}
          to={`/communautes/${spaceId}/${PAGES[key]}`}
          className="tab"
          aria-current={key === current ? 'page' : undefined}
        >
          {text(`insights.nav.${key}`)}
        </Link>
      ))}
    </Tabs>
  )
}
