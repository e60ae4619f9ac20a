import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Body } from '#platform/contract/endpoint.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { showToast } from '#ui/toast-store.ts'
import { changeMe } from '../../contract.ts'

/** Changes something of mine; every screen sees it at once. */
export function useChangeMe() {
  const queries = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: (body: Body<typeof changeMe>) => call(changeMe, { body }),
    onSuccess: (me) => {
      queries.setQueryData(['people', 'me'], me)
      void queries.invalidateQueries({ queryKey: ['people', 'person', me.id] })
      showToast({ message: text('platform.saved') })
    },
  })
}
