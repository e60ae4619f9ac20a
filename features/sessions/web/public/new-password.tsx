import { useText } from '#platform/web/i18n.ts'
import { PasswordField } from '#ui/password-field.tsx'

/** A password being chosen: how long, and a way to make one that holds. The server says the rest. */
export function NewPassword({
  least,
  error,
  name = 'password',
  label,
}: {
  least: number
  error?: string | undefined
  name?: string
  label?: string
}) {
  const text = useText()
  return (
    <PasswordField
      label={label ?? text('sessions.password.new')}
      hint={text('sessions.password.hint', { least })}
      error={error}
      name={name}
      required
      minLength={least}
      maxLength={200}
      autoComplete="new-password"
      words={{ show: text('sessions.password.show'), hide: text('sessions.password.hide') }}
    />
  )
}
