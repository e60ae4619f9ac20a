import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { readPasswordReset, usePasswordReset as resetEndpoint } from '../contract.ts'
import { NewPassword } from './public/new-password.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { useEntry } from './use-entry.ts'

/** The end of a link or of a code: a new password, then in. */
export function ResetPage() {
  const text = useText()
  const code = useParam('code')
  const entered = useEntry({ atOnce: false })
  const [challengeId, setChallengeId] = useState<string | null>(null)
  const reset = useQuery({
    queryKey: ['sessions', 'reset', code],
    queryFn: () => call(readPasswordReset, { params: { code } }),
    staleTime: Infinity,
  })
  const gone = reset.error instanceof Refused && reset.error.status === 404
  if (gone) return <Gone sentence={reset.error?.message ?? ''} />
  const title = challengeId ? text('sessions.factor.title') : text('sessions.reset.title')
  return (
    <Entrance title={title} lead={challengeId ? text('sessions.factor.lead') : text('sessions.reset.lead')}>
      {challengeId ? (
        <SecondFactorStep challengeId={challengeId} onEntered={entered} onBack={() => setChallengeId(null)} />
      ) : (
        <Await query={reset}>
          {(facts) => <Choose code={code} facts={facts} onEntered={entered} onChallenge={setChallengeId} />}
        </Await>
      )}
    </Entrance>
  )
}

function Gone({ sentence }: { sentence: string }) {
  const text = useText()
  return (
    <Entrance title={text('sessions.reset.gone')} lead={sentence}>
      <Link to="/mot-de-passe/oublie" className={buttonClass({ kind: 'accent', size: 'l' })}>
        {text('sessions.reset.another')}
      </Link>
    </Entrance>
  )
}

function Choose({
  code,
  facts,
  onEntered,
  onChallenge,
}: {
  code: string
  facts: { givenName: string; least: number }
  onEntered: () => Promise<void>
  onChallenge: (id: string) => void
}) {
  const text = useText()
  const choose = useMutation({
    mutationFn: (password: string) => call(resetEndpoint, { params: { code }, body: { password } }),
    onSuccess: (reply) => (reply.challengeId ? onChallenge(reply.challengeId) : onEntered()),
  })
  return (
    <form className="stack" onSubmit={(event) => choose.mutate(typedIn(event)('password'))}>
      <p className="b">{text('sessions.reset.hello', { name: facts.givenName })}</p>
      <NewPassword least={facts.least} error={fieldError(choose.error, 'password')} />
      <FormProblem error={choose.error} fields={['password']} />
      <Button type="submit" kind="accent" size="l" busy={choose.isPending}>
        {text('sessions.reset.enter')}
      </Button>
    </form>
  )
}
