import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { changePassword, readPasswordFacts } from '../contract.ts'
import { NewPassword } from './public/new-password.tsx'

export function MyPassword({ onChanged }: { onChanged?: () => void }) {
  const text = useText()
  const facts = useQuery({ queryKey: ['sessions', 'password'], queryFn: () => call(readPasswordFacts, {}) })
  return (
    <Await query={facts} skeleton={<ListSkeleton label={text('platform.loading')} rows={1} />}>
      {(found) => <Change known={found.set} least={found.least} onChanged={onChanged} />}
    </Await>
  )
}

function Change({
  known,
  least,
  onChanged,
}: {
  known: boolean
  least: number
  onChanged: (() => void) | undefined
}) {
  const text = useText()
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const change = useMutation({
    mutationFn: (body: { current?: string; password: string }) => call(changePassword, { body }),
    onSuccess: () => {
      form.current?.reset()
      showToast({ message: text('sessions.password.changed') })
      void queries.invalidateQueries({ queryKey: ['sessions'] })
      onChanged?.()
    },
  })
  return (
    <form
      ref={form}
      className="stack stack-6"
      onSubmit={(event) => {
        const typed = typedIn(event)
        change.mutate({ password: typed('password'), ...(known ? { current: typed('current') } : {}) })
      }}
    >
      {known && (
        <PasswordField
          label={text('sessions.password.current')}
          error={fieldError(change.error, 'current')}
          name="current"
          required
          autoComplete="current-password"
          words={{ show: text('sessions.password.show'), hide: text('sessions.password.hide') }}
        />
      )}
      <NewPassword least={least} error={fieldError(change.error, 'password')} />
      <FormProblem error={change.error} fields={['current', 'password']} />
      <Button type="submit" kind="primary" busy={change.isPending}>
        {text(known ? 'sessions.password.change' : 'sessions.password.choose')}
      </Button>
    </form>
  )
}
