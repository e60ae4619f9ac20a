import type { ReactNode } from 'react'
import { isServing } from '../../rules/lifecycle.ts'
import { useProgramme } from '../programme-data.ts'

/** For parts that concern only those who serve: nobody else asks the server for them. */
export function WhenServing({ programmeId, children }: { programmeId: string; children: ReactNode }) {
  const mine = useProgramme(programmeId).data?.mine
  return mine && isServing(mine.state) ? children : null
}
