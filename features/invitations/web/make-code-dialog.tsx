import { useId, useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { makeCode } from '../contract.ts'
import { MOST_SHARED_DAYS, MOST_SHARED_USES, SHARED_DAYS } from '../rules/reminders.ts'
import { useGesture } from './invitation-data.ts'

const KINDS = ['poster', 'link'] as const
type Kind = (typeof KINDS)[number]

/** A code to share, with its two limits: how many people, how long. */
export function MakeCodeDialog({ spaceId, onClose }: { spaceId: string; onClose: () => void }) {
  const text = useText()
  const form = useId()
  const [id] = useState(newId)
  const [kind, setKind] = useState<Kind>('poster')
  const [label, setLabel] = useState('')
  const [maxUses, setMaxUses] = useState('50')
  const [days, setDays] = useState(String(SHARED_DAYS.poster))
  const make = useGesture(spaceId, () =>
    call(makeCode, {
      params: { id },
      body: { spaceId, kind, label, maxUses: Number(maxUses), days: Number(days) },
    }),
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('invitations.follow.codes.makeTitle')}
      closeLabel={text('invitations.follow.close')}
      actions={
        <Button type="submit" form={form} kind="primary" busy={make.isPending}>
          {text('invitations.follow.codes.makeIt')}
        </Button>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate(undefined, {
            onSuccess: () => {
              showToast({ message: text('invitations.follow.codes.made') })
              onClose()
            },
          })
        }}
      >
        <RadioGroup
          legend={text('invitations.follow.codes.kind')}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setDays(String(SHARED_DAYS[next]))
          }}
          options={KINDS.map((value) => ({
            value,
            label: text(`invitations.follow.codes.${value}`),
            hint: text(`invitations.follow.codes.${value}Hint`),
          }))}
        />
        <TextField
          label={text('invitations.follow.codes.label')}
          hint={text('invitations.follow.codes.labelHint')}
          optional={`(${text('platform.optional')})`}
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <TextField
          label={text('invitations.follow.codes.maxUses')}
          hint={text('invitations.follow.codes.maxUsesHint')}
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={MOST_SHARED_USES}
          value={maxUses}
          onChange={(event) => setMaxUses(event.target.value)}
        />
        <TextField
          label={text('invitations.follow.codes.days')}
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={MOST_SHARED_DAYS}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
        <FormProblem error={make.error} />
      </form>
    </Dialog>
  )
}
