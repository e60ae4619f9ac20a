import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMaybeMe } from '#platform/web/me.ts'
import { useGo, useSearchParam } from '#platform/web/router.tsx'

/** Only an address of ours: a link must not send somebody who has just signed in elsewhere. */
const safe = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : '/')

/** What to call once somebody has signed in: the page they wanted opens. Who is signed in already goes there at once. */
export function useEntry({ atOnce = true } = {}): () => Promise<void> {
  const me = useMaybeMe()
  const go = useGo()
  const to = safe(useSearchParam('vers'))
  const queries = useQueryClient()
  useEffect(() => {
    if (me && atOnce) go(to, { replace: true })
  }, [me, atOnce, to, go])
  return async () => {
    await queries.refetchQueries({ queryKey: ['people', 'me'] })
    go(to, { replace: true })
  }
}
