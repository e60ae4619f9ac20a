import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { forgetSending } from '#platform/web/sending.ts'
import { Button } from '#ui/button.tsx'
import { signOut } from '../contract.ts'

export function SignOut() {
  const text = useText()
  const out = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      forgetSending()
      // A whole new page: nothing of the person stays in the memory of a shared screen.
      location.assign('/connexion')
    },
  })
  return (
    <>
      <Button kind="line" icon={LogOut} busy={out.isPending} onClick={() => out.mutate()}>
        {text('sessions.devices.sign_out')}
      </Button>
      <FormProblem error={out.error} />
    </>
  )
}
