import { ArrowLeft } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link, useSearchParam } from '#platform/web/router.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { MyPublications } from './my-publications.tsx'
import { Connections } from './public/connections.tsx'

/** Where one came from, if it is a page of this house. */
const ownAddress = (written: string | null | undefined): string | null =>
  written && /^\/(?![/\\])/.test(written) && written.length <= 200 ? written : null

/** The accounts I connected for myself, and what I published by them: voluntary, mine, withdrawn in one gesture. */
export function MyAccountsPage() {
  const text = useText()
  const back = ownAddress(useSearchParam('retour'))
  return (
    <div className="stack stack-8">
      <PageHead
        eyebrow={
          back ? (
            <Link className="link row g1" to={back}>
              <ArrowLeft className="i i--s" aria-hidden />
              {text('publishing.mine.back')}
            </Link>
          ) : (
            <Link className="link" to="/moi">
              {text('sessions.me.title')}
            </Link>
          )
        }
        title={text('publishing.mine.title')}
        hideTitleOnPhone
        lead={text('publishing.mine.lead')}
      />
      <section aria-labelledby="accounts" className="stack stack-4">
        <SectionHead id="accounts" title={text('publishing.mine.accounts')} />
        <Connections spaceId={null} path={back ?? '/comptes'} />
      </section>
      <MyPublications />
    </div>
  )
}
