import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { Refused } from './call.ts'
import { useText } from './i18n.ts'
import { Link } from './router.tsx'

/** What a person sees while something loads, when it fails, and once it is there. */
export function Await<T>({
  query,
  skeleton,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}) {
  const text = useText()
  if (query.data !== undefined) return children(query.data)
  if (query.isPending && !query.error) return skeleton ?? <PageSkeleton label={text('platform.loading')} />
  return <Failed error={query.error} onRetry={() => void query.refetch()} />
}

/** The sentence of a failure with its way out: try again, or go home when it is not for us. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText()
  const refused = error instanceof Refused
  const away = refused && (error.status === 403 || error.status === 404)
  const title = refused ? error.message : text('platform.unreachable.title')
  const home = (
    <Link to="/" className="btn">
      {text('platform.home')}
    </Link>
  )
  const retry = onRetry && (
    <Button kind="primary" onClick={onRetry}>
      {text('platform.retry')}
    </Button>
  )
  return (
    // What is not for us is the whole page: its title says so.
    <ErrorPanel headingLevel={away ? 1 : 2} title={title} actions={away ? home : retry}>
      {refused ? '' : text('platform.unreachable.safe')}
    </ErrorPanel>
  )
}
