import { call } from '#platform/web/call.ts'
import { Button } from '#ui/button.tsx'
import { type MyStep, tickStep } from '../contract.ts'
import { useAct } from './journey-data.ts'

/** A step one ticks oneself. */
export function Tick({ step, label }: { step: MyStep; label: string }) {
  const tick = useAct(() => call(tickStep, { params: { id: step.id } }))
  if (!step.mineToTick) return null
  return (
    <p>
      <Button kind="accent" busy={tick.isPending} onClick={() => tick.mutate(undefined)}>
        {label}
      </Button>
    </p>
  )
}
