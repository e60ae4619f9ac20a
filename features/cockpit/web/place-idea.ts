import { createSlot } from '#features/editorial/contract.ts'
import { call, newId } from '#platform/web/call.ts'
import { useGestureAct } from './cockpit-data.ts'

const DAY_MS = 86_400_000
const NINE = 540

/** Tuesday of the week of a day, or that day itself when it comes later in its week. */
function tuesdayFrom(day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`)
  const weekday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at + Math.max(0, 1 - weekday) * DAY_MS).toISOString().slice(0, 10)
}

/** An idea laid in the calendar at nine; its own id makes a repeat harmless. */
export function usePlaceIdea(spaceId: string, day: string, onDone: (title: string) => void) {
  return useGestureAct(
    async ({ id = newId(), title, brief = '' }: { id?: string; title: string; brief?: string }) => {
      await call(createSlot, {
        params: { id },
        body: { spaceId, title, brief, day: tuesdayFrom(day), minutes: NINE },
      })
      return title
    },
    (title) => onDone(title),
  )
}
