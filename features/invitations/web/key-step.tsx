import { useMutation } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { changePassword } from '#features/sessions/contract.ts'
import { NewPassword } from '#features/sessions/web/public/new-password.tsx'
import { passkeysWork, useCreatePasskey } from '#features/sessions/web/public/use-passkey.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import type { ComeIn, Newcomer } from './come-in.ts'

/** A password, or a key that the device keeps. */
export function KeyStep({
  newcomer,
  comeIn,
  onIn,
  onNoPasskey,
}: {
  newcomer: Newcomer
  comeIn: ComeIn
  onIn: () => void
  onNoPasskey: () => void
}) {
  const text = useText()
  const passkey = useCreatePasskey()
  const person = newcomer.recognition ? { person: newcomer.recognition } : {}
  const withPasskey = async () => {
    // A second try after a refused key finds them already in.
    if (!comeIn.isSuccess) await comeIn.mutateAsync(person)
    await passkey.mutateAsync({ name: text('invitations.join.passkeyName') }).then(onIn, onNoPasskey)
  }
  const byPasskey = useMutation({ mutationFn: withPasskey })
  const busy = byPasskey.isPending
  // Who has neither address nor number could not say who they are next time: their device will.
  if (!newcomer.identifier && passkeysWork())
    return (
      <div className="stack">
        <p className="ink2">{text('invitations.join.passkeyNote')}</p>
        <FormProblem error={comeIn.error} />
        <Button kind="accent" size="l" full icon={Fingerprint} busy={busy} onClick={() => byPasskey.mutate()}>
          {text('invitations.join.comePasskey')}
        </Button>
      </div>
    )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        const password = typedIn(event)('password')
        comeIn.mutate({ ...person, password }, { onSuccess: onIn })
      }}
    >
      {newcomer.recognition && (
        <input
          type="text"
          hidden
          name="username"
          autoComplete="username"
          value={newcomer.recognition.staffNumber}
          readOnly
        />
      )}
      <NewPassword
        least={newcomer.least}
        error={fieldError(comeIn.error, 'password')}
        label={text('invitations.join.password')}
      />
      <p className="sm ink2">
        {text(
          newcomer.identifier === 'email'
            ? 'invitations.join.rememberEmail'
            : 'invitations.join.rememberStaffNumber',
        )}
      </p>
      <FormProblem error={comeIn.error} fields={['password']} />
      <Button
        type="submit"
        kind="accent"
        size="l"
        full
        busy={comeIn.isPending && !busy}
        busyLabel={text('invitations.join.coming')}
      >
        {text('invitations.join.come')}
      </Button>
      {passkeysWork() && (
        <>
          <Button kind="line" full icon={Fingerprint} busy={busy} onClick={() => byPasskey.mutate()}>
            {text('invitations.join.withPasskey')}
          </Button>
          <p className="sm mut">{text('invitations.join.passkeyNote')}</p>
        </>
      )}
    </form>
  )
}

/** The device kept no key: they are in, and a password lets them come back. */
export function PasswordAfterAll({ least, onKept }: { least: number; onKept: () => void }) {
  const text = useText()
  const keep = useMutation({
    mutationFn: (password: string) => call(changePassword, { body: { password } }),
    onSuccess: onKept,
  })
  return (
    <form className="stack" onSubmit={(event) => keep.mutate(typedIn(event)('password'))}>
      <NewPassword
        least={least}
        error={fieldError(keep.error, 'password')}
        label={text('invitations.join.password')}
      />
      <FormProblem error={keep.error} fields={['password']} />
      <Button type="submit" kind="accent" size="l" full busy={keep.isPending}>
        {text('invitations.join.keepPassword')}
      </Button>
    </form>
  )
}
