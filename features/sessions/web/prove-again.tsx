import { typedIn } from '#features/network/web/public/form-problem.tsx'
import { Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PasswordField } from '#ui/password-field.tsx'

/** True when the server wants the password once more before it changes a key. */
export const wantsProof = (error: unknown): boolean =>
  error instanceof Refused && (error.code === 'session.prove_again' || error.code === 'password.wrong')

/** Asks for it, then goes on with what was under way. */
export function ProveAgain({
  error,
  busy,
  onProve,
  onClose,
}: {
  error: unknown
  busy: boolean
  onProve: (password: string) => void
  onClose: () => void
}) {
  const text = useText()
  const wrong = error instanceof Refused && error.code === 'password.wrong' ? error.message : undefined
  return (
    <Dialog
      open={wantsProof(error)}
      onClose={onClose}
      title={text('sessions.prove.title')}
      closeLabel={text('platform.close')}
    >
      <form className="stack" onSubmit={(event) => onProve(typedIn(event)('password'))}>
        <p>{text('sessions.prove.why')}</p>
        <PasswordField
          label={text('sessions.password.current')}
          error={wrong}
          name="password"
          required
          autoComplete="current-password"
          words={{ show: text('sessions.password.show'), hide: text('sessions.password.hide') }}
        />
        <Button type="submit" kind="primary" busy={busy}>
          {text('sessions.prove.go_on')}
        </Button>
      </form>
    </Dialog>
  )
}
