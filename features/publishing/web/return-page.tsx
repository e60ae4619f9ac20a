import { useEffect, useRef } from 'react'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useSearchParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { completeConnection } from '../contract.ts'
import { useConnecting } from './public/connection-list.ts'

/** Back from a network, with its yes or its no. */
export function ReturnPage() {
  const text = useText()
  const go = useGo()
  const [state, code] = [useSearchParam('state'), useSearchParam('code')]
  const sent = useRef(false)
  const complete = useConnecting(
    (body: { state: string; code: string }) => call(completeConnection, { body }),
    ({ path, connection }) => {
      showToast({ message: text('publishing.connectedAs', { name: connection.name }) })
      go(path, { replace: true })
    },
  )
  const { mutate } = complete
  useEffect(() => {
    if (!state || !code || sent.current) return
    // A yes serves once: asked for twice, the second would be refused.
    sent.current = true
    mutate({ state, code })
  }, [state, code, mutate])
  if (state && code && !complete.error) return <PageSkeleton label={text('platform.loading')} />
  return (
    <ErrorPanel
      headingLevel={1}
      title={complete.error instanceof Refused ? complete.error.message : text('publishing.refusedThere')}
      actions={
        <Link to="/comptes" className={buttonClass({ kind: 'primary' })}>
          {text('publishing.mine.title')}
        </Link>
      }
    >
      {text('publishing.nothingKept')}
    </ErrorPanel>
  )
}
