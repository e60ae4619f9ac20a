import { createContext, useContext } from 'react'

/** The person who is signed in, as /api/me tells it. */
export interface Me {
  id: string
  givenName: string
  familyName: string
  job: string
  site: string
  gender: 'feminine' | 'masculine' | null
  photoFileId: string | null
  standing: 'administrator' | 'animator' | 'member' | 'guest'
  outside: boolean
  language: 'fr' | 'en' | null
  theme: 'auto' | 'light' | 'dark'
  /** To be done before anything else. */
  owes: 'password' | 'factor' | null
}

export const MeContext = createContext<Me | null>(null)

/** Null on public pages when nobody is signed in. */
export const useMaybeMe = (): Me | null => useContext(MeContext)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('this page needs somebody signed in')
  return me
}
