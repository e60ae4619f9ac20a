import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { CodeField, plainCode } from '#ui/code-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { askPasswordReset } from '../contract.ts'

/** By letter for those who have an e-mail address, with a code for everybody else. */
export function ForgottenPage() {
  const text = useText()
  const ask = useMutation({
    mutationFn: (identifier: string) => call(askPasswordReset, { body: { identifier } }),
  })
  return (
    <Entrance title={text('sessions.forgotten.title')} lead={text('sessions.forgotten.lead')}>
      <div className="stack stack-6">
        {ask.isSuccess ? (
          <p className="panel" role="status">
            {text('sessions.forgotten.sent')}
          </p>
        ) : (
          <form className="stack" onSubmit={(event) => ask.mutate(typedIn(event)('identifier').trim())}>
            <TextField
              label={text('sessions.sign_in.identifier')}
              hint={text('sessions.sign_in.identifier_hint')}
              name="identifier"
              required
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
            <FormProblem error={ask.error} />
            <Button type="submit" kind="accent" size="l" busy={ask.isPending}>
              {text('sessions.forgotten.ask')}
            </Button>
          </form>
        )}
        <p className="entrance__or">{text('sessions.sign_in.or')}</p>
        <WithCode />
        <p>
          <Link to="/connexion" className="link">
            {text('sessions.forgotten.back')}
          </Link>
        </p>
      </div>
    </Entrance>
  )
}

function WithCode() {
  const text = useText()
  const go = useGo()
  const [code, setCode] = useState('')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (plainCode(code)) go(`/mot-de-passe/${plainCode(code)}`)
      }}
    >
      <CodeField
        label={text('sessions.forgotten.code')}
        hint={text('sessions.forgotten.code_hint')}
        required
        onCodeChange={setCode}
      />
      <Button type="submit" kind="line">
        {text('sessions.forgotten.use_code')}
      </Button>
    </form>
  )
}
