import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeMe, readMe } from '#features/people/contract.ts'
import { call } from '#platform/web/call.ts'
import { useLanguage } from '#platform/web/i18n.ts'
import { enter, type Recognition } from '../contract.ts'

export interface Newcomer {
  givenName: string
  familyName: string
  site: string
  identifier: 'email' | 'staffNumber' | null
  least: number
  /** With a shared code: how the directory knows them. */
  recognition?: Recognition
}

/** The account opens, and the rest of the application learns who is here. */
export function useComeIn(code: string, onBegun: () => void) {
  const queries = useQueryClient()
  const language = useLanguage()
  return useMutation({
    mutationFn: async (key: { person?: Recognition; password?: string }) => {
      const reply = await call(enter, { params: { code }, body: key })
      onBegun()
      // Letters then come in the language they chose here; failing to keep it must not stop the door.
      await call(changeMe, { body: { language } }).catch(() => {})
      const me = await queries
        .fetchQuery({ queryKey: ['people', 'me'], queryFn: () => call(readMe, {}), staleTime: 0 })
        .catch(() => null)
      if (me) await queries.invalidateQueries({ queryKey: ['spaces'] })
      return reply
    },
  })
}
export type ComeIn = ReturnType<typeof useComeIn>
