import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { readNetwork } from '#features/network/contract.ts'
import { unreadQuery } from '#features/notifications/web/public/unread.ts'
import { readMe } from '#features/people/contract.ts'
import { myProgrammesQuery } from '#features/programme/web/public/my-programmes.ts'
import { mySpacesQuery } from '#features/spaces/web/public/my-spaces.ts'
import type { Language } from '#platform/contract/schema.ts'
import { call, Refused } from '#platform/web/call.ts'
import { dropCarried } from '#platform/web/carried.ts'
import type { Me } from '#platform/web/me.ts'
import { browserLanguage, rememberedLanguage } from './language-before.ts'
import { screenAt } from './screens.tsx'
import { speakFirst } from './words.ts'

export const networkQuery = queryOptions({
  queryKey: ['network'],
  queryFn: () => call(readNetwork, {}),
  staleTime: 300_000,
})

export const meQuery = queryOptions({
  queryKey: ['people', 'me'],
  queryFn: whoAmI,
  staleTime: 300_000,
})

async function whoAmI(): Promise<Me | null> {
  try {
    return await call(readMe, {})
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null
    throw error
  }
}

interface Speaking {
  setUp: boolean
  languages: string[]
  language: Language
}

/** The language of somebody, else the one chosen on this device, else the browser's if the network speaks it. */
export function languageOf(spoken: Language | null | undefined, network: Speaking | undefined): Language {
  const chosen = spoken ?? rememberedLanguage()
  if (chosen) return chosen
  const own = browserLanguage()
  return !network?.setUp || network.languages.includes(own) ? own : network.language
}

/** What the page carried is put where the first drawing looks for it: the screen comes whole, and once. */
export async function makeReady(queries: QueryClient): Promise<void> {
  const screen = screenAt(location.pathname)
  const [me, network] = await Promise.all([queries.fetchQuery(meQuery), queries.fetchQuery(networkQuery)])
  await Promise.all([
    speakFirst(languageOf(me?.language, network)).then(() => screen?.load()),
    ...(me
      ? [
          queries.prefetchQuery(mySpacesQuery),
          queries.prefetchQuery(myProgrammesQuery),
          queries.prefetchQuery(unreadQuery),
          screen?.page.read?.(queries, location.search),
        ]
      : []),
  ])
  dropCarried()
}
