import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { MyPublications } from './my-publications.tsx'
import { Connections } from './public/connections.tsx'

/** The accounts I connected for myself, and what I published by them: voluntary, mine, withdrawn in one gesture. */
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
      <section aria-labelledby="accounts" className="stack stack-4">
        <SectionHead id="accounts" title={text('publishing.mine.accounts')} />
        <Connections spaceId={null} path="/comptes" />
      </section>
      <MyPublications />
    </div>
  )
}
