import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { askSwap, type Roster, type Turn } from '../contract.ts'
import { nameOf, useDays, useTurnAct } from './turn-data.ts'

/** One's turn against somebody else's; they answer. */
export function SwapDialog({ roster, turn, onClose }: { roster: Roster; turn: Turn; onClose: () => void }) {
  const text = useText()
  const days = useDays()
  const [id] = useState(newId)
  const others = roster.turns.filter(
    (one) => one.when === 'ahead' && one.state === 'confirmed' && one.holder && !one.mine,
  )
  const [chosen, setChosen] = useState(others[0]?.id ?? '')
  const ask = useTurnAct(
    () => call(askSwap, { params: { id }, body: { turnId: turn.id, otherTurnId: chosen } }),
    {
      quiet: true,
      onDone: () => {
        showToast({ message: text('turns.swap.asked') })
        onClose()
      },
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('turns.swap.title', { day: days.long(turn.startsOn) })}
      closeLabel={text('platform.close')}
      actions={
        <Button
          kind="primary"
          busy={ask.isPending}
          disabledReason={chosen ? undefined : text('turns.swap.none')}
          onClick={() => ask.mutate(undefined)}
        >
          {text('turns.swap.ask')}
        </Button>
      }
    >
      {others.length === 0 ? (
        <p>{text('turns.swap.none')}</p>
      ) : (
        <SelectField
          label={text('turns.swap.with')}
          value={chosen}
          options={others.map((one) => ({
            value: one.id,
            label: `${one.holder ? nameOf(one.holder) : ''}, ${days.long(one.startsOn)}`,
          }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      <FormProblem error={ask.error} />
    </Dialog>
  )
}
