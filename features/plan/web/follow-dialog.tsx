import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Plan } from '../contract.ts'
import type { Move } from '../rules/moves.ts'
import { useDayWords } from './day-words.ts'

/** What waits for an action that moved, with the dates it would take: all together, or the action alone. */
export function FollowDialog({
  plan,
  following,
  onClose,
  onChoose,
}: {
  plan: Plan
  following: readonly Move[]
  onClose: () => void
  onChoose: (all: boolean) => void
}) {
  const text = useText()
  const { shortDay } = useDayWords()
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('plan.move.title')}
      closeLabel={text('plan.form.close')}
      actions={
        <>
          <Button kind="soft" onClick={() => onChoose(false)}>
            {text('plan.move.one')}
          </Button>
          <Button kind="primary" data-autofocus onClick={() => onChoose(true)}>
            {text('plan.move.all')}
          </Button>
        </>
      }
    >
      <p>{text('plan.move.why', { count: following.length })}</p>
      <ul className="pln__moves">
        {following.map((move) => (
          <li key={move.id}>
            {text('plan.move.line', {
              title: plan.actions.find((one) => one.id === move.id)?.title ?? '',
              from: shortDay(move.startsOn),
              to: shortDay(move.endsOn),
            })}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
