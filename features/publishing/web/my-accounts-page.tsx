import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Connections } from './public/connections.tsx'

/** The accounts I connected for myself: voluntary, mine, withdrawn in one gesture. */
export function MyAccountsPage() {
  const text = useText()
  return (
    <div className="stack stack-8">
      <PageHead
        eyebrow={
          <Link className="link" to="/moi">
            {text('sessions.me.title')}
          </Link>
        }
        title={text('publishing.mine.title')}
        lead={text('publishing.mine.lead')}
      />
      <Connections spaceId={null} path="/comptes" />
    </div>
  )
}
