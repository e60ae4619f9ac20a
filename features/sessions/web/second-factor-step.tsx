import { useMutation } from '@tanstack/react-query'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { giveSecondFactor } from '../contract.ts'

/** The second proof, when it is on: a code of the application, or a recovery code. */
export function SecondFactorStep({
  challengeId,
  onEntered,
  onBack,
}: {
  challengeId: string
  onEntered: () => Promise<void>
  onBack: () => void
}) {
  const text = useText()
  const attempt = useMutation({
    mutationFn: (code: string) => call(giveSecondFactor, { body: { challengeId, code } }),
    onSuccess: onEntered,
  })
  return (
    <form className="stack" onSubmit={(event) => attempt.mutate(typedIn(event)('code'))}>
      <TextField
        label={text('sessions.factor.code')}
        hint={text('sessions.factor.code_hint')}
        error={fieldError(attempt.error, 'code')}
        name="code"
        required
        autoFocus
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
      <FormProblem error={attempt.error} fields={['code']} />
      <div className="row wrap">
        <Button type="submit" kind="accent" size="l" busy={attempt.isPending}>
          {text('sessions.sign_in.enter')}
        </Button>
        <Button kind="ghost" size="l" onClick={onBack}>
          {text('platform.back')}
        </Button>
      </div>
    </form>
  )
}
