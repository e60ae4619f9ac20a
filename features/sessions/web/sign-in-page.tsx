import { useMutation } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { useNetwork } from '#features/network/web/public/use-network.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { signIn } from '../contract.ts'
import { NoPasskey, passkeysWork, signInByPasskey } from './public/use-passkey.ts'
import { SecondFactorStep } from './second-factor-step.tsx'
import { useEntry } from './use-entry.ts'

/** With one's e-mail address or staff number, or with the device alone. */
export function SignInPage() {
  const text = useText()
  const network = useNetwork()
  const entered = useEntry()
  const [challengeId, setChallengeId] = useState<string | null>(null)
  const title = challengeId ? text('sessions.factor.title') : text('sessions.sign_in.title')
  const lead = challengeId
    ? text('sessions.factor.lead')
    : text('sessions.sign_in.lead', { name: network?.name ?? '' })
  return (
    <Entrance title={title} lead={lead}>
      {challengeId ? (
        <SecondFactorStep challengeId={challengeId} onEntered={entered} onBack={() => setChallengeId(null)} />
      ) : (
        <PasswordStep onEntered={entered} onChallenge={setChallengeId} />
      )}
    </Entrance>
  )
}

function PasswordStep({
  onEntered,
  onChallenge,
}: {
  onEntered: () => Promise<void>
  onChallenge: (id: string) => void
}) {
  const text = useText()
  const attempt = useMutation({
    mutationFn: (body: { identifier: string; password: string }) => call(signIn, { body }),
    onSuccess: (reply) => (reply.challengeId ? onChallenge(reply.challengeId) : onEntered()),
  })
  return (
    <div className="stack stack-6">
      <form
        className="stack"
        onSubmit={(event) => {
          const typed = typedIn(event)
          attempt.mutate({ identifier: typed('identifier').trim(), password: typed('password') })
        }}
      >
        <TextField
          label={text('sessions.sign_in.identifier')}
          hint={text('sessions.sign_in.identifier_hint')}
          name="identifier"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          label={text('sessions.sign_in.password')}
          name="password"
          required
          autoComplete="current-password"
          words={{ show: text('sessions.password.show'), hide: text('sessions.password.hide') }}
        />
        <FormProblem error={attempt.error} />
        <div className="row wrap g4">
          <Button type="submit" kind="accent" size="l" busy={attempt.isPending}>
            {text('sessions.sign_in.enter')}
          </Button>
          <Link to="/mot-de-passe/oublie" className="link">
            {text('sessions.sign_in.forgotten')}
          </Link>
        </div>
      </form>
      {passkeysWork() && <PasskeyStep onEntered={onEntered} />}
      <p className="join__alt">
        {text('sessions.sign_in.no_account')}{' '}
        <Link to="/rejoindre" className="link">
          {text('sessions.sign_in.join')}
        </Link>
      </p>
    </div>
  )
}

function PasskeyStep({ onEntered }: { onEntered: () => Promise<void> }) {
  const text = useText()
  const attempt = useMutation({ mutationFn: signInByPasskey, onSuccess: onEntered })
  return (
    <div className="stack">
      <p className="entrance__or">{text('sessions.sign_in.or')}</p>
      <Button
        kind="line"
        size="l"
        full
        icon={Fingerprint}
        busy={attempt.isPending}
        onClick={() => attempt.mutate()}
      >
        {text('sessions.sign_in.passkey')}
      </Button>
      {attempt.error instanceof NoPasskey ? (
        <p className="hint" role="alert">
          {text('sessions.sign_in.no_passkey')}
        </p>
      ) : (
        <FormProblem error={attempt.error} />
      )}
    </div>
  )
}
