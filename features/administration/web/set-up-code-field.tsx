import { fieldError } from '#features/network/web/public/form-problem.tsx'
import { Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { CodeField } from '#ui/code-field.tsx'

/** Only people who are not at the server itself are asked. */
export const wantsCode = (error: unknown): boolean =>
  error instanceof Refused && error.code.startsWith('network.set_up_code')

export function SetUpCodeField({ error }: { error: unknown }) {
  const text = useText()
  return (
    <CodeField
      label={text('administration.set_up.code')}
      hint={text('administration.set_up.code_hint')}
      error={fieldError(error, 'code')}
      name="code"
      required
      autoFocus
    />
  )
}
