import { Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { closeConnection, type Connection } from '../../contract.ts'
import { ConnectDialog } from '../connect-dialog.tsx'
import { NETWORK_NAMES, useConnecting, useConnections } from './connection-list.ts'
import { useMyPublications } from './own-data.ts'
import '../publishing.css'

/** The outside accounts of a community (or mine), to connect, connect again, disconnect. */
export function Connections({ spaceId, path }: { spaceId: string | null; path: string }) {
  const text = useText()
  const query = useConnections(spaceId)
  const [opening, setOpening] = useState<Connection | 'new' | null>(null)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
      {({ items, networks }) => (
        <>
          {items.length === 0 ? (
            <Empty
              icon={Link2}
              title={text(spaceId ? 'publishing.none.company' : 'publishing.none.mine')}
              action={
                <Button kind="primary" icon={Plus} onClick={() => setOpening('new')}>
                  {text('publishing.connect')}
                </Button>
              }
            >
              <p>{text(spaceId ? 'publishing.none.companyWhy' : 'publishing.none.mineWhy')}</p>
            </Empty>
          ) : (
            <div className="stack stack-4">
              <ul className="list">
                {items.map((connection) => (
                  <ConnectionRow
                    key={connection.id}
                    connection={connection}
                    onOpenAgain={() => setOpening(connection)}
                  />
                ))}
              </ul>
              <p>
                <Button icon={Plus} onClick={() => setOpening('new')}>
                  {text('publishing.connectOther')}
                </Button>
              </p>
            </div>
          )}
          {opening && (
            <ConnectDialog
              spaceId={spaceId}
              path={path}
              networks={networks}
              again={opening === 'new' ? null : opening}
              onClose={() => setOpening(null)}
            />
          )}
        </>
      )}
    </Await>
  )
}

function ConnectionRow({ connection, onOpenAgain }: { connection: Connection; onOpenAgain: () => void }) {
  const text = useText()
  const [leaving, setLeaving] = useState(false)
  const own = connection.spaceId === null
  const waiting = useWaiting(own ? connection.id : null)
  const close = useConnecting(
    () => call(closeConnection, { params: { id: connection.id } }),
    () => {
      setLeaving(false)
      showToast({ message: text('publishing.closed') })
    },
  )
  const expired = connection.state === 'expired'
  return (
    <li className="row row--b wrap g4">
      <div className="grow pub__who">
        <p className="b">
          {NETWORK_NAMES[connection.network]} · {connection.name}
        </p>
        <p className="sm ink2">
          <ConnectionLine connection={connection} />
        </p>
      </div>
      {expired && <Badge kind="bad">{text('publishing.state.expired')}</Badge>}
      <div className="row wrap g2">
        {own && !expired && (
          <Link className={buttonClass({ size: 's' })} to={`/comptes/${connection.id}/publier`}>
            {text('publishing.mine.write')}
            <span className="vh"> {text('publishing.mine.writeWith', { name: connection.name })}</span>
          </Link>
        )}
        {connection.mode === 'api' && (
          <Button kind={expired ? 'primary' : 'ghost'} size="s" onClick={onOpenAgain}>
            {text('publishing.again')}
          </Button>
        )}
        {/* One's own goes in one tap, unless something would be lost by it. */}
        <Button
          kind="ghost"
          size="s"
          busy={close.isPending}
          onClick={() => (own && waiting === 0 ? close.mutate(undefined) : setLeaving(true))}
        >
          {text('publishing.disconnect')}
          <span className="vh"> {connection.name}</span>
        </Button>
      </div>
      {!leaving && <FormProblem error={close.error} />}
      <ConfirmDialog
        open={leaving}
        title={text('publishing.disconnectTitle', { name: connection.name })}
        confirmLabel={text('publishing.disconnect')}
        keepLabel={text('publishing.keep')}
        busy={close.isPending}
        kind="danger"
        onConfirm={() => close.mutate(undefined)}
        onClose={() => setLeaving(false)}
      >
        <p>{text('publishing.disconnectWhat')}</p>
        {waiting > 0 && <p>{text('publishing.disconnectWaiting', { count: waiting })}</p>}
        <FormProblem error={close.error} />
      </ConfirmDialog>
    </li>
  )
}

/** How many of mine wait to leave by an account. */
function useWaiting(connectionId: string | null): number {
  const { data } = useMyPublications(connectionId !== null)
  const all = (data?.pages ?? []).flatMap(({ items }) => items)
  return all.filter((one) => one.connectionId === connectionId && one.state === 'queued').length
}

function ConnectionLine({ connection }: { connection: Connection }) {
  const text = useText()
  const format = useFormat()
  if (connection.mode === 'assisted') return text('publishing.mode.assisted')
  if (connection.state === 'expired') return text('publishing.mode.expired')
  if (connection.network === 'linkedin' && connection.expiresAt)
    return text('publishing.mode.until', { day: format.day(connection.expiresAt) })
  return text('publishing.mode.api')
}
