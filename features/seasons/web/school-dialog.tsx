import { useState } from 'react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { correctSchoolHoliday, type SchoolPeriod } from '../contract.ts'
import { HOLIDAY_NAMES, useHolidayName } from './public/holiday-name.ts'
import { useDaysAct } from './season-data.ts'

/** What one is about to correct; without a period, one to add to that school year. */
export interface Asked {
  year: number
  period: SchoolPeriod | null
}

const FIELDS = ['firstDay', 'lastDay', 'source', 'sourceDay']
const ADDED_FIELDS = [...FIELDS, 'zone', 'name']

export function SchoolDialog({
  asked: { year, period },
  zones,
  onClose,
}: {
  asked: Asked
  zones: readonly string[]
  onClose: () => void
}) {
  const text = useText()
  const nameOf = useHolidayName()
  const [id] = useState(() => period?.correction?.id ?? newId())
  const save = useDaysAct(
    (typed: (name: string) => string) =>
      call(correctSchoolHoliday, {
        params: { id },
        body: {
          zone: period?.zone ?? typed('zone'),
          year,
          name: period?.name ?? typed('name').trim(),
          added: period === null,
          firstDay: typed('firstDay'),
          lastDay: typed('lastDay'),
          source: typed('source').trim(),
          sourceDay: typed('sourceDay'),
        },
      }),
    () => {
      showToast({ message: text('seasons.school.saved') })
      onClose()
    },
  )
  const date = (field: 'firstDay' | 'lastDay' | 'sourceDay', label: string, value: string | undefined) => (
    <TextField
      label={label}
      name={field}
      type="date"
      required
      defaultValue={value}
      error={fieldError(save.error, field)}
    />
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={
        period
          ? text('seasons.school.correctTitle', { name: nameOf(period.name), zone: period.zone })
          : text('seasons.school.addTitle', { from: year, to: year + 1 })
      }
      closeLabel={text('seasons.days.close')}
      actions={
        <Button type="submit" form="school-holiday" kind="primary" busy={save.isPending}>
          {text('seasons.school.save')}
        </Button>
      }
    >
      <form id="school-holiday" className="stack stack-4" onSubmit={(event) => save.mutate(typedIn(event))}>
        <p className="ink2">{text('seasons.school.intro')}</p>
        {!period && (
          <>
            <SelectField
              label={text('seasons.school.pickZone')}
              name="zone"
              options={zones.map((zone) => ({ value: zone, label: text('seasons.school.zone', { zone }) }))}
              error={fieldError(save.error, 'zone')}
            />
            <TextField
              label={text('seasons.school.name')}
              hint={text('seasons.school.nameHint')}
              name="name"
              list="school-names"
              autoComplete="off"
              required
              maxLength={60}
              error={fieldError(save.error, 'name')}
            />
            {/* The names of the data: newer data find what was added under them. */}
            <datalist id="school-names">
              {HOLIDAY_NAMES.map((one) => (
                <option key={one} value={one} label={nameOf(one)} />
              ))}
            </datalist>
          </>
        )}
        {date('firstDay', text('seasons.school.first'), period?.firstDay)}
        {date('lastDay', text('seasons.school.last'), period?.lastDay)}
        <TextField
          label={text('seasons.school.source')}
          hint={text('seasons.school.sourceHint')}
          name="source"
          required
          maxLength={160}
          defaultValue={period?.correction?.source}
          error={fieldError(save.error, 'source')}
        />
        {date('sourceDay', text('seasons.school.sourceDay'), period?.correction?.sourceDay)}
        <FormProblem error={save.error} fields={period ? FIELDS : ADDED_FIELDS} />
      </form>
    </Dialog>
  )
}
