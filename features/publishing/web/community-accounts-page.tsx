import { useText } from '#platform/web/i18n.ts'
import { useParam } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Connections } from './public/connections.tsx'

/** The outside accounts that a community holds for the company. */
export function CommunityAccountsPage() {
  const text = useText()
  const spaceId = useParam('id')
  return (
    <div className="stack stack-8">
      <PageHead title={text('publishing.company.title')} lead={text('publishing.company.lead')} />
      <Connections spaceId={spaceId} path={`/communautes/${spaceId}/comptes`} />
    </div>
  )
}
