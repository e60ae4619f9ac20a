import { createSlot } from '#features/editorial/contract.ts'
import { call, newId } from '#platform/web/call.ts'
import { useTimeZone } from '#platform/web/i18n.ts'
import { dayIn } from '#platform/web/zone-time.ts'
import { ideaDay } from '../rules/mornings.ts'
import { useGestureAct } from './cockpit-data.ts'

const NINE = 540

/** An idea laid in the calendar at nine; its own id makes a repeat harmless. */
export function usePlaceIdea(spaceId: string, day: string, onDone: (title: string) => void) {
  const timeZone = useTimeZone()
  return useGestureAct(
    async ({ id = newId(), title, brief = '' }: { id?: string; title: string; brief?: string }) => {
      await call(createSlot, {
        params: { id },
        body: { spaceId, title, brief, day: ideaDay(day, dayIn(new Date(), timeZone)), minutes: NINE },
      })
      return title
    },
    (title) => onDone(title),
  )
}
