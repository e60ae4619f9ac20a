import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { giveTurn, type Roster, type Turn } from '../contract.ts'
import { nameOf, useCandidates, useDays, useTurnAct } from './turn-data.ts'

/** Proposed to somebody who may hold it; they say yes or no. */
export function GiveDialog({ roster, turn, onClose }: { roster: Roster; turn: Turn; onClose: () => void }) {
  const text = useText()
  const days = useDays()
  const candidates = useCandidates(roster.programmeId, true)
  const [chosen, setChosen] = useState(turn.holder?.memberId ?? '')
  const give = useTurnAct(
    () => call(giveTurn, { params: { id: turn.id }, body: { memberId: chosen || null } }),
    { onDone: onClose, quiet: true },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('turns.shape.giveTitle', { day: days.long(turn.startsOn) })}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="primary" busy={give.isPending} onClick={() => give.mutate(undefined)}>
          {text('turns.shape.propose')}
        </Button>
      }
    >
      <Await query={candidates}>
        {({ items, serving }) => (
          <div className="stack stack-3">
            <SelectField
              label={text('turns.shape.who')}
              hint={text('turns.shape.ready', { count: items.length, serving })}
              value={chosen}
              options={[
                { value: '', label: text('turns.shape.nobody') },
                ...items.map((one) => ({
                  value: one.memberId,
                  label: [nameOf(one), one.site].filter(Boolean).join(', '),
                })),
              ]}
              onChange={(event) => setChosen(event.target.value)}
            />
            <FormProblem error={give.error} />
          </div>
        )}
      </Await>
    </Dialog>
  )
}
