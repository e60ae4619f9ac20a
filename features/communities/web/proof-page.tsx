import { useQuery } from '@tanstack/react-query'
import { BadgeCheck } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Logo } from '#ui/logo.tsx'
import { readProof } from '../contract.ts'
import './communities.css'

/** For whoever holds the paper: whether it comes from here. */
export function ProofPage() {
  const text = useText()
  const format = useFormat()
  const code = useParam('code')
  const query = useQuery({
    queryKey: ['communities', 'proof', code],
    queryFn: ({ signal }) => call(readProof, { params: { code } }, { signal }),
    retry: false,
  })
  return (
    <main className="alone">
      <Link to="/" className="logo">
        <Logo label={text('network.entrance.logo')} />
      </Link>
      <Await query={query}>
        {(proof) => (
          <div className="stack stack-4">
            <h1 className="h1">{text('communities.proof.page')}</h1>
            <p>
              <Badge kind={proof.withdrawnAt ? 'warn' : 'ok'} icon={BadgeCheck}>
                {text('communities.proof.genuine')}
              </Badge>
            </p>
            <p className="lead">
              {text('communities.proof.says', {
                name: proof.name,
                version: proof.version,
                community: proof.community,
                at: format.dayTime(proof.signedAt),
              })}
            </p>
            {proof.withdrawnAt && (
              <p>{text('communities.proof.later', { at: format.dayTime(proof.withdrawnAt) })}</p>
            )}
            <p className="sm ink2">{text('communities.proof.compare')}</p>
            <p className="sm lines">
              <code>{proof.textHash}</code>
            </p>
          </div>
        )}
      </Await>
    </main>
  )
}
