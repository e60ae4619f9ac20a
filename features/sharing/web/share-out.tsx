import { Check, Copy, ExternalLink, Share } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, fileUrl, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { type Kit, type MySharing, type Offer, tellShare } from '../contract.ts'
import { intentFor, postOf } from '../rules/intents.ts'
import type { Network } from '../rules/networks.ts'
import { CountedChoice } from './counted-choice.tsx'
import { useShareAct } from './share-data.ts'
import { useNetworkName } from './share-words.ts'

interface Given {
  kit: Kit
  mine: MySharing
  network: Network
  offer: Offer
  /** As they will be posted, without the link. */
  words: string
  /** Why it cannot leave. */
  problem: string | null
  back: string
}

type Copied = 'no' | 'yes' | 'refused'

/** Out one goes; and back, to say that it is done, or not. */
export function ShareOut({ kit, network, offer, words, problem, back, mine }: Given) {
  const text = useText()
  const name = useNetworkName()(network)
  const [left, setLeft] = useState(false)
  const [copied, setCopied] = useState<Copied>('no')
  const intent = intentFor(network, {
    text: words,
    link: offer.link,
    title: offer.title,
    instance: offer.instance,
  })
  const copy = () => {
    navigator.clipboard
      ?.writeText(postOf(network, { text: words, link: offer.link }))
      .then(() => setCopied('yes'))
      .catch(() => setCopied('refused'))
    if (!navigator.clipboard) setCopied('refused')
  }
  const go = () => {
    if (intent.copies) copy()
    setLeft(true)
  }
  return (
    <div className="stack stack-4">
      {intent.copies && intent.address && (
        <p className="sm">{text('sharing.out.copyFirst', { network: name })}</p>
      )}
      {intent.address && !problem ? (
        <a
          className={buttonClass({ kind: 'accent', size: 'l', full: true })}
          href={intent.address}
          target="_blank"
          rel="noopener noreferrer"
          onClick={go}
        >
          <ExternalLink className="i" aria-hidden />
          {text(intent.copies ? 'sharing.out.copyOpen' : 'sharing.out.open', { network: name })}
          <span className="vh"> {text('sharing.out.newTab')}</span>
        </a>
      ) : network === 'device' ? (
        <ByDevice kit={kit} offer={offer} words={words} problem={problem} onLeft={() => setLeft(true)} />
      ) : (
        <Button
          kind="accent"
          size="l"
          full
          icon={intent.address ? ExternalLink : Copy}
          disabledReason={problem ?? undefined}
          onClick={go}
        >
          {text(intent.address ? 'sharing.out.open' : 'sharing.out.copy', { network: name })}
        </Button>
      )}
      <p role="status" className="sm">
        {copied === 'yes' && text('sharing.out.copied')}
        {copied === 'refused' && text('sharing.out.refused')}
      </p>
      {left && <Told kit={kit} network={network} words={words} back={back} mine={mine} />}
    </div>
  )
}

/** The phone's own sheet, with the pictures where it takes them. They are fetched before: a tap must lead there at once. */
function ByDevice({
  kit,
  offer,
  words,
  problem,
  onLeft,
}: Pick<Given, 'kit' | 'offer' | 'words' | 'problem'> & { onLeft: () => void }) {
  const text = useText()
  const files = useFiles(kit)
  const [failed, setFailed] = useState(false)
  const able = typeof navigator.share === 'function'
  const share = () => {
    const plain = { title: offer.title, text: words, url: offer.link }
    const whole = { ...plain, files }
    const data = files.length > 0 && navigator.canShare?.(whole) ? whole : plain
    navigator
      .share(data)
      .then(onLeft)
      .catch((error: unknown) => {
        // Closing the sheet is an answer, not a failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true)
      })
  }
  const reason = problem ?? (able ? undefined : text('sharing.out.noDevice'))
  return (
    <>
      <Button kind="accent" size="l" full icon={Share} disabledReason={reason} onClick={share}>
        {text('sharing.out.device')}
      </Button>
      {failed && <p role="alert">{text('sharing.out.deviceFailed')}</p>}
    </>
  )
}

function useFiles(kit: Kit): File[] {
  const [files, setFiles] = useState<File[]>([])
  useEffect(() => {
    let here = true
    const read = async () => {
      const found: File[] = []
      for (const { fileId, name, mediaType } of kit.visuals) {
        const reply = await fetch(fileUrl(fileId))
        if (reply.ok) found.push(new File([await reply.blob()], name, { type: mediaType }))
      }
      if (here) setFiles(found)
    }
    // Without them the sheet opens all the same.
    read().catch(() => {})
    return () => {
      here = false
    }
  }, [kit])
  return files
}

/** Back from the network: it counts when the person says so, without their name. */
function Told({ kit, network, words, back, mine }: Omit<Given, 'offer' | 'problem'>) {
  const text = useText()
  const [id] = useState(newId)
  const [counted, setCounted] = useState(false)
  const tell = useShareAct(
    () => call(tellShare, { params: { id }, body: { kitId: kit.id, network, text: words, counted } }),
    { quiet: true },
  )
  if (tell.isSuccess)
    return (
      <div className="panel stack stack-2" role="status">
        <p className="row g2 b">
          <Check className="i" aria-hidden />
          {text('sharing.told.done')}
        </p>
        <p className="sm ink2">{text('sharing.told.after')}</p>
        <Link className="link" to={back}>
          {text('sharing.told.back')}
        </Link>
      </div>
    )
  return (
    <div className="panel stack stack-3">
      <h3 className="h3">{text('sharing.told.title')}</h3>
      <p className="sm ink2">{text('sharing.told.why')}</p>
      <CountedChoice mine={mine} programmeId={kit.programmeId} counted={counted} onChange={setCounted} />
      <FormProblem error={tell.error} />
      <div className="row wrap g2">
        <Button kind="primary" busy={tell.isPending} onClick={() => tell.mutate(undefined)}>
          {text('sharing.told.yes')}
        </Button>
        <Link className={buttonClass({ kind: 'ghost' })} to={back}>
          {text('sharing.told.no')}
        </Link>
      </div>
    </div>
  )
}
