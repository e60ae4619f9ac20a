import { useFormat, useText } from '#platform/web/i18n.ts'
import { call } from '#platform/web/call.ts'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { useOwnNews } from '#features/publishing/web/public/own-data.ts'
import { PublicationRow } from '#features/publishing/web/public/publication-row.tsx'
import { forgetShare, type MySharing, tryShare, withdrawNetwork } from '../contract.ts'
import type { Network } from '../rules/networks.ts'
import { useShareAct } from './share-data.ts'
import { useNetworkName } from './share-words.ts'

/** Everything that is held about my sharing, why, for how long, and the way to take it back. */
export function MyShares({
  programmeId,
  mine,
  readAt,
}: {
  programmeId: string
  mine: MySharing
  readAt: number
}) {
  const text = useText()
  const nameOf = useNetworkName()
  const { day } = useFormat()
  const withdraw = useShareAct((network: Network) =>
    call(withdrawNetwork, { params: { id: programmeId, network } }),
  )
  const forget = useShareAct((id: string) => call(forgetShare, { params: { id } }))
  const again = useShareAct((id: string) => call(tryShare, { params: { id } }), { quiet: true })
  const erase = useShareAct((id: string) => call(forgetShare, { params: { id } }), { quiet: true })
  useOwnNews()
  /** The others are told by hand, and forgotten by hand. */
  const published = new Set(mine.publications.map(({ publication }) => publication.id))
  const byHand = mine.shares.filter(({ id }) => !published.has(id))
  const takeBack = (network: Network) =>
    withdraw.mutate(network, {
      onSuccess: () => showToast({ message: text('sharing.mine.withdrawn', { network: nameOf(network) }) }),
    })
  return (
    <section aria-labelledby="mine" className="stack stack-6">
      <SectionHead
        id="mine"
        title={text('sharing.mine.title')}
        note={text('sharing.mine.held', { count: mine.keptMonths })}
      />
      {mine.networks.length === 0 ? (
        <p>{text('sharing.mine.none')}</p>
      ) : (
        <ul className="list">
          {mine.networks.map(({ network, instance, since }) => (
            <li key={network} className="row row--b wrap g2 shk__line">
              <span className="grow">
                <span className="b">{nameOf(network)}</span>
                {instance && <span className="sm mut"> · {instance}</span>}
                <span className="sm mut"> · {text('sharing.mine.since', { day: day(since) })}</span>
              </span>
              <Button
                kind="line"
                size="s"
                busy={withdraw.isPending && withdraw.variables === network}
                onClick={() => takeBack(network)}
              >
                {text('sharing.mine.withdraw')}
                <span className="vh"> {nameOf(network)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {mine.publications.length > 0 && (
        <div>
          <h3 className="h3" id="published">
            {text('sharing.mine.published')}
          </h3>
          <p className="sm ink2">{text('sharing.mine.publishedNote')}</p>
          <ul className="list" aria-labelledby="published">
            {mine.publications.map(({ title, publication }) => (
              <PublicationRow
                key={publication.id}
                publication={publication}
                now={readAt}
                about={title}
                onAgain={() => again.mutateAsync(publication.id)}
                onForget={() => erase.mutateAsync(publication.id)}
              />
            ))}
          </ul>
        </div>
      )}
      {byHand.length > 0 && (
        <div>
          <h3 className="h3">{text('sharing.mine.shares', { count: byHand.length })}</h3>
          <ul className="list">
            {byHand.map((share) => (
              <li key={share.id} className="row row--b wrap g2 shk__line">
                <span className="grow">
                  {share.title}
                  <span className="sm mut">
                    {' '}
                    · {nameOf(share.network)} · {day(share.sharedAt)}
                    {share.counted && ` · ${text('sharing.mine.counted')}`}
                  </span>
                </span>
                <Button
                  kind="ghost"
                  size="s"
                  busy={forget.isPending && forget.variables === share.id}
                  onClick={() => forget.mutate(share.id)}
                >
                  {text('sharing.mine.forget')}
                  <span className="vh"> {share.title}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="sm ink2">{text('sharing.mine.noClicks')}</p>
    </section>
  )
}
