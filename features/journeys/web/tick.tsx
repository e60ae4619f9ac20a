import { useQueryClient } from '@tanstack/react-query'
import { useText } from '#platform/web/i18n.ts'
import { useQuick } from '#platform/web/quick.ts'
import { Button } from '#ui/button.tsx'
import { type MyStep, tickStep } from '../contract.ts'
import { mineKey, TICK, type Ticked, TOUCHED, useTicked } from './journey-data.ts'

/** A step one ticks oneself: done as soon as pressed, noted as soon as the network lets it. */
export function Tick({ programmeId, step, label }: { programmeId: string; step: MyStep; label: string }) {
  const text = useText()
  const queries = useQueryClient()
  const tick = useQuick({
    kind: TICK,
    scope: programmeId,
    endpoint: tickStep,
    input: ({ stepId }: Ticked) => ({ params: { id: stepId } }),
    label: step.title,
    lane: `journey/${programmeId}`,
    touches: TOUCHED,
    arrive: (reply) => queries.setQueryData(mineKey(programmeId), reply),
  })
  const leaving = useTicked(programmeId).find((one) => one.given.stepId === step.id)
  if (leaving) return leaving.waits ? <p className="sm ink2">{text('platform.waiting')}</p> : null
  if (!step.mineToTick) return null
  return (
    <p>
      <Button kind="accent" onClick={() => tick.mutate({ stepId: step.id, at: new Date().toISOString() })}>
        {label}
      </Button>
    </p>
  )
}
