import { useState } from 'react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type BlockedDays, setBlockedDays } from '../contract.ts'
import { BLOCKS, type Block } from '../rules/calendar.ts'
import { useDaysAct } from './season-data.ts'

const FIELDS = ['label', 'firstDay', 'lastDay', 'site']

export function DaysDialog({
  days,
  sites,
  onClose,
}: {
  days: BlockedDays | null
  sites: readonly string[]
  onClose: () => void
}) {
  const text = useText()
  const [id] = useState(() => days?.id ?? newId())
  const [kind, setKind] = useState<Block>(days?.kind ?? 'closed')
  const save = useDaysAct(
    (body: Omit<BlockedDays, 'id'>) => call(setBlockedDays, { params: { id }, body }),
    () => {
      showToast({ message: text('seasons.days.saved') })
      onClose()
    },
  )
  const places = [
    { value: '', label: text('seasons.days.everywhere') },
    ...sites.map((site) => ({ value: site, label: site })),
  ]
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text(days ? 'seasons.days.change' : 'seasons.days.add')}
      closeLabel={text('seasons.days.close')}
      actions={
        <Button type="submit" form="blocked-days" kind="primary" busy={save.isPending}>
          {text('seasons.days.save')}
        </Button>
      }
    >
      <form
        id="blocked-days"
        className="stack stack-4"
        onSubmit={(event) => {
          const typed = typedIn(event)
          save.mutate({
            label: typed('label').trim(),
            kind,
            site: typed('site'),
            firstDay: typed('firstDay'),
            lastDay: typed('lastDay'),
          })
        }}
      >
        <TextField
          label={text('seasons.days.label')}
          hint={text('seasons.days.labelHint')}
          name="label"
          required
          maxLength={80}
          defaultValue={days?.label}
          error={fieldError(save.error, 'label')}
        />
        <RadioGroup
          legend={text('seasons.days.kind')}
          options={BLOCKS.map((value) => ({ value, label: text(`seasons.days.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value as Block)}
        />
        <TextField
          label={text('seasons.days.first')}
          name="firstDay"
          type="date"
          required
          defaultValue={days?.firstDay}
          error={fieldError(save.error, 'firstDay')}
        />
        <TextField
          label={text('seasons.days.last')}
          name="lastDay"
          type="date"
          required
          defaultValue={days?.lastDay}
          error={fieldError(save.error, 'lastDay')}
        />
        <SelectField
          label={text('seasons.days.site')}
          name="site"
          options={places}
          defaultValue={days?.site ?? ''}
          error={fieldError(save.error, 'site')}
        />
        <FormProblem error={save.error} fields={FIELDS} />
      </form>
    </Dialog>
  )
}
