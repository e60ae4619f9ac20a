import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Tabs } from '#ui/tabs.tsx'

/** The pages of those who animate a community. */
export function AnimateTabs({ spaceId, current }: { spaceId: string; current: 'today' | 'measures' }) {
  const text = useText()
  const tab = (key: 'today' | 'measures', to: string, label: string) => (
    <Link to={to} className="tab" aria-current={key === current ? 'page' : undefined}>
      {label}
    </Link>
  )
  return (
    <Tabs label={text('insights.nav.label')} className="ani__tabs">
      {tab('today', `/communautes/${spaceId}/animer`, text('insights.nav.today'))}
      {tab('measures', `/communautes/${spaceId}/mesures`, text('insights.nav.measures'))}
    </Tabs>
  )
}
