import { useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Language } from '#platform/contract/schema.ts'
import { Await } from '#platform/web/await.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Connection } from '#features/publishing/contract.ts'
import { type Kit, type MySharing, type Offer, offerVariant } from '../contract.ts'
import { accountLength, accountPost, byAccount } from '../rules/account-post.ts'
import { postOf } from '../rules/intents.ts'
import { lengthOn, LIMITS } from '../rules/length.ts'
import { LABEL_WORDS, type Network, saysLabel } from '../rules/networks.ts'
import { ByAccount, isPicture } from './by-account.tsx'
import { offerKey, useKnown, useOffer, useShareAct } from './share-data.ts'
import { ShareOut } from './share-out.tsx'
import { useWay, WayChoice } from './share-way.tsx'
import { VisualsToSave } from './visuals-to-save.tsx'

interface Given {
  kit: Kit
  mine: MySharing
  network: Network
  language: Language
  back: string
}

export function ShareEditor(given: Given) {
  const { kit, network, language } = given
  const offer = useOffer(kit.id, network, language)
  // Quiet hours, enough for today: said as it is, nothing went wrong.
  if (offer.error instanceof Refused && !offer.data) return <Banner kind="info">{offer.error.message}</Banner>
  return <Await query={offer}>{(found) => <Editor key={found.variantId} {...given} offer={found} />}</Await>
}

const CALM = 600

/** What is typed, a moment after the last key. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), CALM)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

function Editor({ kit, mine, network, language, back, offer }: Given & { offer: Offer }) {
  const text = useText()
  const queries = useQueryClient()
  const { number } = useFormat()
  const [words, setWords] = useState(offer.text)
  const [says, setSays] = useState(true)
  const way = useWay(network)
  const pictures = kit.visuals.filter(({ mediaType }) => isPicture(mediaType))
  const [fileId, setFileId] = useState(pictures[0]?.fileId ?? null)
  const another = useShareAct(() =>
    call(offerVariant, { params: { id: kit.id }, body: { network, language, another: true } }),
  )
  const own = says && offer.disclosure ? `${words.trimEnd()}\n\n${offer.disclosure}` : words.trimEnd()
  const known = useKnown(kit.id, network, useSettled(own))
  const { limit, length } = measured({
    network,
    offer,
    own,
    account: way.account,
    hasPicture: fileId !== null,
  })
  const label = kit.label
  const problem =
    words.trim() === ''
      ? text('sharing.editor.blank')
      : label && !saysLabel(words, label)
        ? text('sharing.editor.label', { label: LABEL_WORDS[label].fr })
        : limit !== undefined && length > limit
          ? text('sharing.editor.long', { count: length - limit })
          : null
  return (
    <section aria-labelledby="words" className="stack stack-4">
      <WayChoice network={network} way={way} here={`${back}?kit=${kit.id}`} />
      <div>
        <h2 className="h3" id="words">
          {text('sharing.editor.title')}
        </h2>
        <p className="sm ink2">{text('sharing.editor.own')}</p>
      </div>
      <TextArea
        label={text('sharing.editor.text')}
        lang={language}
        value={words}
        rows={6}
        error={problem ?? undefined}
        hint={
          limit === undefined
            ? undefined
            : text('sharing.editor.length', { length: number(length), limit: number(limit) })
        }
        onChange={(event) => setWords(event.target.value)}
      />
      {known.data?.known && (
        <p className="shk__same" role="status">
          {text('sharing.editor.same')}
        </p>
      )}
      <Checkbox
        label={text('sharing.editor.disclosure', { words: offer.disclosure })}
        hint={text('sharing.editor.disclosureWhy')}
        checked={says}
        onChange={(event) => setSays(event.target.checked)}
      />
      <p className="sm ink2 shk__u">
        {way.account
          ? text(`sharing.account.link.${fileId !== null || network === 'mastodon' ? 'text' : 'card'}`, {
              link: offer.link,
            })
          : text(`sharing.editor.link.${linkWay(network)}`, { link: offer.link })}
      </p>
      {offer.others && (
        <div>
          <Button
            kind="ghost"
            icon={RefreshCw}
            busy={another.isPending}
            onClick={() =>
              another.mutate(undefined, {
                onSuccess: (next) => queries.setQueryData(offerKey(kit.id, network, language), next),
              })
            }
          >
            {text('sharing.editor.another')}
          </Button>
        </div>
      )}
      {way.account && byAccount(network) ? (
        <ByAccount
          kit={kit}
          mine={mine}
          network={network}
          account={way.account}
          language={language}
          words={own}
          problem={problem}
          back={back}
          pictures={pictures}
          fileId={fileId}
          onPicture={setFileId}
        />
      ) : (
        <>
          <ShareOut
            kit={kit}
            mine={mine}
            network={network}
            offer={offer}
            words={own}
            problem={problem}
            back={back}
          />
          <VisualsToSave kit={kit} />
        </>
      )}
    </section>
  )
}

/** How long it is, and may be, there: an instance of one's own may take more than the others. */
function measured({
  network,
  offer,
  own,
  account,
  hasPicture,
}: {
  network: Network
  offer: Offer
  own: string
  account: Connection | null
  hasPicture: boolean
}): { limit: number | undefined; length: number } {
  if (account && byAccount(network)) {
    const post = accountPost({ text: own, link: offer.link, title: offer.title }, hasPicture)
    return { limit: account.limit, length: accountLength(network, post) }
  }
  return {
    limit: LIMITS[network],
    length: lengthOn(network, postOf(network, { text: own, link: offer.link })),
  }
}

const linkWay = (network: Network) => (network === 'linkedin' || network === 'facebook' ? 'card' : 'text')
