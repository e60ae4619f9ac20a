import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import type { Body, Reply } from '#platform/contract/endpoint.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
  stopSecondFactor,
} from '../contract.ts'
import { ProveAgain, wantsProof } from './prove-again.tsx'

/** Links from elsewhere lead here. */
const PLACE = 'double-verification'

/** The page was still loading when the browser looked for the place. */
const intoSight = (place: HTMLElement | null) => {
  if (place && location.hash === `#${PLACE}`) place.scrollIntoView({ block: 'center' })
}

/** `owed`: the page around it says already why. */
export function MySecondFactor({ owed = false }: { owed?: boolean }) {
  const text = useText()
  const queries = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  const factor = useQuery({ queryKey: ['sessions', 'factor'], queryFn: () => call(readSecondFactor, {}) })
  const changed = (given: string[] | null) => {
    setCodes(given)
    void queries.invalidateQueries({ queryKey: ['sessions', 'factor'] })
  }
  return (
    <Await query={factor} skeleton={<ListSkeleton label={text('platform.loading')} rows={1} />}>
      {(facts) => (
        <div className="stack" id={PLACE} ref={intoSight}>
          {facts.wanted && !owed && <Banner kind="warn">{text('sessions.factor.wanted')}</Banner>}
          {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
          {facts.on ? (
            <TurnOff left={facts.recoveryCodes} onChanged={changed} />
          ) : (
            <TurnOn owed={owed} onChanged={changed} />
          )}
        </div>
      )}
    </Await>
  )
}

function TurnOn({ owed, onChanged }: { owed: boolean; onChanged: (codes: string[]) => void }) {
  const text = useText()
  const begin = useMutation({
    mutationFn: (body: Body<typeof beginSecondFactor>) => call(beginSecondFactor, { body }),
  })
  const confirm = useMutation({
    mutationFn: (code: string) => call(confirmSecondFactor, { body: { code } }),
    onSuccess: ({ codes }) => onChanged(codes),
  })
  if (begin.data) return <Confirm secret={begin.data} confirm={confirm} />
  return (
    <>
      <Button kind={owed ? 'primary' : 'line'} busy={begin.isPending} onClick={() => begin.mutate({})}>
        {text('sessions.factor.turn_on')}
      </Button>
      {!wantsProof(begin.error) && <FormProblem error={begin.error} />}
      <ProveAgain
        error={begin.error}
        busy={begin.isPending}
        onProve={(password) => begin.mutate({ password })}
        onClose={() => begin.reset()}
      />
    </>
  )
}

function Confirm({
  secret,
  confirm,
}: {
  secret: Reply<typeof beginSecondFactor>
  confirm: { mutate: (code: string) => void; error: unknown; isPending: boolean }
}) {
  const text = useText()
  return (
    <form className="stack panel" onSubmit={(event) => confirm.mutate(typedIn(event)('code'))}>
      <p>{text('sessions.factor.scan')}</p>
      <img className="factor__qr" src={secret.qr} alt={text('sessions.factor.qr')} width={192} height={192} />
      <p className="sm">
        {text('sessions.factor.by_hand')}{' '}
        <code className="factor__secret">{secret.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <p>
        <a className="link" href={secret.address}>
          {text('sessions.factor.open_app')}
        </a>
      </p>
      <TextField
        label={text('sessions.factor.code')}
        hint={text('sessions.factor.first_code')}
        error={fieldError(confirm.error, 'code')}
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <FormProblem error={confirm.error} fields={['code']} />
      <Button type="submit" kind="primary" busy={confirm.isPending}>
        {text('sessions.factor.confirm')}
      </Button>
    </form>
  )
}

/** Shown once: the button to leave them says so. */
function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const text = useText()
  return (
    <div className="panel stack" role="status">
      <p className="b">{text('sessions.factor.codes_title')}</p>
      <p>{text('sessions.factor.codes_why')}</p>
      <ul className="factor__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <Button kind="line" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          {text('sessions.factor.codes_copy')}
        </Button>
        <Button kind="primary" onClick={onKept}>
          {text('sessions.factor.codes_kept')}
        </Button>
      </div>
    </div>
  )
}

function TurnOff({ left, onChanged }: { left: number; onChanged: (codes: string[] | null) => void }) {
  const text = useText()
  const [asks, setAsks] = useState<'renew' | 'stop' | null>(null)
  const act = useMutation({
    mutationFn: async (code: string) => {
      if (asks === 'renew') return (await call(renewRecoveryCodes, { body: { code } })).codes
      await call(stopSecondFactor, { body: { code } })
      return null
    },
    onSuccess: (codes) => {
      setAsks(null)
      onChanged(codes)
    },
  })
  if (!asks)
    return (
      <>
        <p>{text('sessions.factor.on', { count: left })}</p>
        <div className="row wrap">
          <Button kind="line" onClick={() => setAsks('renew')}>
            {text('sessions.factor.renew')}
          </Button>
          <Button kind="ghost" onClick={() => setAsks('stop')}>
            {text('sessions.factor.turn_off')}
          </Button>
        </div>
      </>
    )
  return (
    <form className="stack panel" onSubmit={(event) => act.mutate(typedIn(event)('code'))}>
      <TextField
        label={text('sessions.factor.code')}
        hint={text('sessions.factor.code_hint')}
        error={fieldError(act.error, 'code')}
        name="code"
        required
        autoFocus
        autoComplete="one-time-code"
        autoCapitalize="none"
      />
      <FormProblem error={act.error} fields={['code']} />
      <div className="row wrap">
        <Button type="submit" kind={asks === 'stop' ? 'danger' : 'primary'} busy={act.isPending}>
          {text(asks === 'stop' ? 'sessions.factor.turn_off' : 'sessions.factor.renew')}
        </Button>
        <Button kind="ghost" onClick={() => setAsks(null)}>
          {text('platform.cancel')}
        </Button>
      </div>
    </form>
  )
}
