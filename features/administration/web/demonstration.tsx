import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { readDemonstration, startDemonstration } from '../contract.ts'
import { SetUpCodeField, wantsCode } from './set-up-code-field.tsx'

const LOOK_AGAIN = 1500

/** Asks for the demonstration, waits for it, then leads to its accounts. */
export function Demonstration({ onBack }: { onBack: () => void }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const state = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => call(readDemonstration, {}),
    refetchInterval: (query) => (query.state.data?.state === 'loading' ? LOOK_AGAIN : false),
  })
  const start = useMutation({
    mutationFn: (code: string) => call(startDemonstration, { body: code ? { code } : {} }),
    onSuccess: (reply) => queries.setQueryData(['demonstration'], reply),
  })
  const ready = state.data?.state === 'ready'
  useEffect(() => {
    if (ready)
      void queries
        .refetchQueries({ queryKey: ['network'], exact: true })
        .then(() => go('/demonstration', { replace: true }))
  }, [ready, queries, go])

  if (state.data?.state === 'loading' || ready)
    return (
      <div className="stack">
        <p role="status">{text('administration.set_up.explore.loading')}</p>
        <ListSkeleton label={text('platform.loading')} rows={3} />
      </div>
    )
  if (state.data?.state === 'failed' && !start.isPending)
    return (
      <ErrorPanel
        title={text('administration.set_up.explore.failed')}
        actions={
          <Button kind="primary" onClick={() => start.mutate('')}>
            {text('platform.retry')}
          </Button>
        }
      >
        {text('administration.set_up.explore.failed_safe')}
      </ErrorPanel>
    )
  return (
    <form className="stack" onSubmit={(event) => start.mutate(typedIn(event)('code'))}>
      {wantsCode(start.error) && <SetUpCodeField error={start.error} />}
      <FormProblem error={start.error} fields={['code']} />
      <div className="row wrap">
        <Button type="submit" kind="accent" size="l" busy={start.isPending}>
          {text('administration.set_up.explore.go')}
        </Button>
        <Button kind="ghost" size="l" onClick={onBack}>
          {text('platform.back')}
        </Button>
      </div>
    </form>
  )
}
