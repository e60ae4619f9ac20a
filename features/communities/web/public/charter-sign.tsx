import { BadgeCheck, FileDown, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { addressOf, call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import {
  type Charter,
  type CharterStanding,
  readSignatureProof,
  signCharter,
  withdrawSignature,
} from '../../contract.ts'
import { useAct, useCharter } from '../community-data.ts'
import { CharterText } from './charter-text.tsx'

type Kind = 'primary' | 'accent'
const SIGN = 'communities.sign'

/** The charter in force, where one stands with it, and what one may do: sign, renew, keep a proof, withdraw. */
export function CharterSign({
  spaceId,
  canSign,
  kind = 'primary',
  onSigned,
}: {
  spaceId: string
  canSign: boolean
  kind?: Kind
  onSigned?: () => void
}) {
  const text = useText()
  const query = useCharter(spaceId)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
      {({ charter, standing }) =>
        charter ? (
          <div className="stack stack-3">
            {charter.changes && standing.signed && !standing.valid && (
              <p>
                <b>{text('communities.charter.whatChanged')}</b> {charter.changes}
              </p>
            )}
            <CharterText body={charter.body} />
            <StandingLine standing={standing} />
            {canSign && (
              <Acts
                spaceId={spaceId}
                charter={charter}
                standing={standing}
                kind={kind}
                {...(onSigned ? { onSigned } : {})}
              />
            )}
          </div>
        ) : (
          <Empty title={text('communities.charter.none')}>
            <p>{text('communities.charter.noneWhy')}</p>
          </Empty>
        )
      }
    </Await>
  )
}

function StandingLine({ standing }: { standing: CharterStanding }) {
  const text = useText()
  const format = useFormat()
  const [now] = useState(() => Date.now())
  if (!standing.signed || !standing.signedAt || !standing.expiresAt)
    return <p className="ink2">{text('communities.charter.standing.none')}</p>
  const values = {
    day: format.day(standing.signedAt),
    until: format.day(standing.expiresAt),
    version: standing.version,
  }
  const expired = Date.parse(standing.expiresAt) <= now
  const says = standing.valid ? (standing.toSign ? 'ending' : 'valid') : expired ? 'expired' : 'changed'
  const Glyph = standing.toSign ? TriangleAlert : BadgeCheck
  return (
    <p className="row row--t g2 b">
      <Glyph className="i" aria-hidden />
      <span>{text(`communities.charter.standing.${says}`, values)}</span>
    </p>
  )
}

function Acts({
  spaceId,
  charter,
  standing,
  kind,
  onSigned,
}: {
  spaceId: string
  charter: Charter
  standing: CharterStanding
  kind: Kind
  onSigned?: () => void
}) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const sign = useQuick({
    kind: SIGN,
    scope: charter.id,
    endpoint: signCharter,
    input: () => ({ params: { id: spaceId, charterId: charter.id }, body: { textHash: charter.textHash } }),
    label: text('communities.charter.named'),
    touches: [['communities'], ['spaces'], ['journeys']],
    says: text('communities.charter.thanks'),
    onDone: ({ kept }) => {
      if (!kept) onSigned?.()
    },
  })
  // The proof bears the time at which it arrives: until then it is not signed.
  const leaving = useOnItsWay<unknown>(SIGN, charter.id).some((one) => one.waits)
  const withdraw = useAct(
    () => call(withdrawSignature, { params: { id: spaceId } }),
    () => {
      setAsking(false)
      showToast({ message: text('communities.charter.withdrawn') })
    },
  )
  return (
    <div className="row g2 wrap">
      {leaving && <p className="ink2">{text('communities.charter.leaving')}</p>}
      {standing.toSign && !leaving && (
        <Button kind={kind} busy={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {text(standing.signed ? 'communities.charter.renew' : 'communities.charter.sign')}
        </Button>
      )}
      {standing.signatureId && (
        <>
          <a
            className={buttonClass({ kind: 'line' })}
            href={addressOf(readSignatureProof, { params: { id: standing.signatureId } })}
            target="_blank"
            rel="noreferrer"
          >
            <FileDown className="i" aria-hidden />
            {text('communities.charter.proof')}
          </a>
          <Button kind="ghost" onClick={() => setAsking(true)}>
            {text('communities.charter.withdraw')}
          </Button>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title={text('communities.charter.withdrawTitle')}
        confirmLabel={text('communities.charter.withdraw')}
        keepLabel={text('communities.charter.keep')}
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>{text('communities.charter.withdrawWhy')}</p>
      </ConfirmDialog>
    </div>
  )
}
