import { useState } from 'react'
import type { Connection } from '#features/publishing/contract.ts'
import { useConnections } from '#features/publishing/web/public/connection-list.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Banner } from '#ui/banner.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { byAccount } from '../rules/account-post.ts'
import type { Network } from '../rules/networks.ts'
import { useNetworkName } from './share-words.ts'

const SELF = 'self'

export interface Way {
  /** Mine on that network, whether it still opens or not. */
  accounts: Connection[]
  /** Whether one could be connected. */
  possible: boolean
  chosen: string
  choose: (value: string) => void
  /** The account by which it leaves; null: the person posts it themselves. */
  account: Connection | null
}

/** By which way a share leaves: an account of one's own where there is one, and the network's own page always. */
export function useWay(network: Network): Way {
  const { data } = useConnections(null)
  const [picked, choose] = useState<string | null>(null)
  const accounts = (data?.items ?? []).filter((one) => one.network === network && one.mode === 'api')
  const first = accounts.find(({ state }) => state === 'open')
  const chosen = picked ?? first?.id ?? SELF
  const account = accounts.find(({ id, state }) => id === chosen && state === 'open') ?? null
  const possible = byAccount(network) && (data?.networks ?? []).includes(network)
  return { accounts, possible, chosen: account ? chosen : SELF, choose, account }
}

/** `here`: where one comes back to, once an account is connected. */
export function WayChoice({ network, way, here }: { network: Network; way: Way; here: string }) {
  const text = useText()
  const name = useNetworkName()(network)
  const accounts = `/comptes?retour=${encodeURIComponent(here)}`
  const open = way.accounts.filter(({ state }) => state === 'open')
  const expired = way.accounts.find(({ state }) => state === 'expired')
  return (
    <>
      {expired && open.length === 0 && (
        <Banner
          kind="warn"
          action={
            <Link className={buttonClass({ kind: 'line', size: 's' })} to={accounts}>
              {text('sharing.way.reconnect')}
            </Link>
          }
        >
          {text('sharing.way.expired', { name: expired.name })}
        </Banner>
      )}
      {open.length > 0 && (
        <RadioGroup
          legend={text('sharing.way.title')}
          value={way.chosen}
          onChange={way.choose}
          options={[
            ...open.map(({ id, name: account }) => ({
              value: id,
              label: text('sharing.way.account', { name: account }),
            })),
            { value: SELF, label: text('sharing.way.self', { network: name }) },
          ]}
        />
      )}
      {way.accounts.length === 0 && way.possible && (
        <p className="sm">
          <Link className="link shk__save" to={accounts}>
            {text('sharing.way.connect', { network: name })}
          </Link>
        </p>
      )}
    </>
  )
}
