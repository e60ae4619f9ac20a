import { useQuery } from '@tanstack/react-query'
import { listOrganizations } from '#features/organizations/contract.ts'
import { type Account, STANDINGS } from '#features/people/contract.ts'
import { fieldError } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'

const LINES = [
  ['givenName', 80, true],
  ['familyName', 80, true],
  ['email', 254, false],
  ['staffNumber', 60, false],
  ['job', 120, false],
  ['department', 120, false],
  ['site', 120, false],
] as const

export const ACCOUNT_FIELDS = [...LINES.map(([name]) => name), 'standing', 'organizationId']

/** What the sent form holds, ready for the server. */
export function accountTyped(typed: (name: string) => string) {
  return {
    givenName: typed('givenName').trim(),
    familyName: typed('familyName').trim(),
    email: typed('email').trim() || null,
    staffNumber: typed('staffNumber').trim() || null,
    job: typed('job').trim(),
    department: typed('department').trim(),
    site: typed('site').trim(),
    organizationId: typed('organizationId'),
    standing: STANDINGS.find((one) => one === typed('standing')) ?? 'member',
  }
}

/** The same fields to add somebody and to correct them. */
export function AccountFields({ account, error }: { account?: Account; error: unknown }) {
  const text = useText()
  const organizations = useQuery({ queryKey: ['organizations'], queryFn: () => call(listOrganizations, {}) })
  return (
    <>
      {LINES.map(([name, maxLength, required]) => (
        <TextField
          key={name}
          label={text(`administration.fields.${name}`)}
          hint={name === 'staffNumber' ? text('administration.people.key_hint') : undefined}
          error={fieldError(error, name)}
          name={name}
          type={name === 'email' ? 'email' : 'text'}
          required={required}
          maxLength={maxLength}
          autoComplete="off"
          defaultValue={account?.[name] ?? ''}
        />
      ))}
      <SelectField
        key={organizations.isSuccess ? 'known' : 'waiting'}
        label={text('administration.people.organization')}
        error={fieldError(error, 'organizationId')}
        name="organizationId"
        required
        options={(organizations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={account?.organizationId}
      />
      <SelectField
        label={text('administration.people.standing')}
        hint={text('administration.people.standing_hint')}
        error={fieldError(error, 'standing')}
        name="standing"
        options={STANDINGS.map((value) => ({ value, label: text(`administration.standing.${value}`) }))}
        defaultValue={account?.standing ?? 'member'}
      />
    </>
  )
}
