import { MailX, ScanLine, ShieldCheck, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '#features/network/web/public/use-network.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { CodeField } from '#ui/code-field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { isCode, plainCode, shownCode } from '../rules/code.ts'
import { JoinFrame } from './join-frame.tsx'
import { canScan, ScanDialog } from './scan-dialog.tsx'

/** The door, for whoever has a code to type. */
export function JoinPage() {
  const text = useText()
  return (
    <JoinFrame title={text('invitations.join.seat')} lead={text('invitations.join.lead')}>
      <CodeForm />
    </JoinFrame>
  )
}

/** Type a code, or scan it; `error` when the one just tried did not open. */
export function CodeForm({
  tried = '',
  error,
  onRetry,
}: {
  tried?: string
  error?: string
  onRetry?: () => void
}) {
  const text = useText()
  const go = useGo()
  const [code, setCode] = useState(plainCode(tried))
  const [missing, setMissing] = useState(false)
  const [scanning, setScanning] = useState(false)
  const open = (plain: string) => {
    setMissing(!isCode(plain))
    if (!isCode(plain)) return
    if (plain === plainCode(tried)) onRetry?.()
    else go(`/rejoindre/${shownCode(plain)}`)
  }
  const problem = missing
    ? text('invitations.join.codeMissing')
    : code === plainCode(tried)
      ? error
      : undefined
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          open(plainCode(code))
        }}
      >
        <div className="join__code">
          <div className="grow">
            <CodeField
              label={text('invitations.join.code')}
              hint={text('invitations.join.codeHint')}
              error={problem}
              defaultValue={tried}
              group={5}
              maxLength={24}
              onCodeChange={(typed) => {
                setCode(plainCode(typed))
                setMissing(false)
              }}
            />
          </div>
          {canScan() && (
            <IconButton
              className="join__scan"
              icon={ScanLine}
              kind="line"
              label={text('invitations.join.scan')}
              onClick={() => setScanning(true)}
            />
          )}
          <Button type="submit" kind="accent" size="l" full>
            {text('invitations.join.enter')}
          </Button>
        </div>
      </form>
      <Promise />
      <Elsewhere />
      {scanning && <ScanDialog onClose={() => setScanning(false)} onCode={open} />}
    </>
  )
}

function Promise() {
  const text = useText()
  const network = useNetwork()
  return (
    <ul className="join__promise">
      <li>
        <MailX className="i" aria-hidden />
        <span>{text('invitations.join.noEmail')}</span>
      </li>
      <li>
        <Smartphone className="i" aria-hidden />
        <span>{text('invitations.join.nothingToInstall')}</span>
      </li>
      {network?.name && (
        <li>
          <ShieldCheck className="i" aria-hidden />
          <span>{text('invitations.join.dataAt', { network: network.name })}</span>
        </li>
      )}
    </ul>
  )
}

function Elsewhere() {
  const text = useText()
  const me = useMaybeMe()
  return (
    <p className="join__alt">
      {text('invitations.join.noCode')}{' '}
      {!me && (
        <>
          {text('invitations.join.haveAccount')}{' '}
          <Link to="/connexion" className="link">
            {text('invitations.join.signIn')}
          </Link>
        </>
      )}
    </p>
  )
}
