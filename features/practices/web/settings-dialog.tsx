import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { PracticeCard } from '../contract.ts'
import { useSetPractice } from './practices-data.ts'

type LimitRow = PracticeCard['limits'][number]

/** A share is typed as a percentage. */
const shownOf = ({ value, unit }: LimitRow) => String(unit === 'share' ? Math.round(value * 100) : value)
const valueOf = ({ unit }: LimitRow, typed: string) =>
  unit === 'share' ? Number(typed.replace(',', '.')) / 100 : Number(typed)

/** Limits of its own for this community, or the practice left aside with a reason. */
export function SettingsDialog({
  spaceId,
  card,
  onClose,
}: {
  spaceId: string
  card: PracticeCard
  onClose: () => void
}) {
  const text = useText()
  const format = useFormat()
  const [off, setOff] = useState(card.off !== null)
  const [reason, setReason] = useState(card.off?.reason ?? '')
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(card.limits.map((limit) => [limit.name, shownOf(limit)])),
  )
  const save = useSetPractice(spaceId, card.code, () => {
    showToast({ message: text('practices.set.saved') })
    onClose()
  })
  const submit = () => {
    const chosen = card.limits
      .map((limit) => [limit.name, valueOf(limit, typed[limit.name] ?? ''), limit.usual] as const)
      .filter(([, value, usual]) => value !== usual)
    save.mutate({
      offReason: off ? reason : null,
      limits: Object.fromEntries(chosen.map(([name, value]) => [name, value])),
    })
  }
  const usual = ({ usual: value, unit }: LimitRow) =>
    unit === 'share'
      ? format.percent(value)
      : unit === 'count'
        ? format.number(value)
        : `${format.number(value)} ${text(`practices.unit.${unit}`)}`
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('practices.set.title', { name: text(`practices.names.${card.code}`) })}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {card.limits.length === 0 ? (
          <p className="ink2">{text('practices.set.none')}</p>
        ) : (
          <fieldset className="stack stack-3 pra__f">
            <legend className="b">{text('practices.set.limits')}</legend>
            {card.limits.map((limit) => (
              <TextField
                key={limit.name}
                label={`${text(`practices.limits.${limit.name}`)}${limit.unit === 'share' ? ` (${text('practices.unit.share')})` : ''}`}
                hint={text('practices.set.usual', { value: usual(limit) })}
                error={fieldError(save.error, `limits.${limit.name}`)}
                inputMode="numeric"
                value={typed[limit.name] ?? ''}
                onChange={(event) => setTyped({ ...typed, [limit.name]: event.target.value })}
              />
            ))}
          </fieldset>
        )}
        <Switch
          label={text('practices.set.off')}
          hint={text('practices.set.off_hint')}
          checked={off}
          onChange={setOff}
        />
        {off && (
          <TextArea
            label={text('practices.set.reason')}
            hint={text('practices.set.reason_hint')}
            error={fieldError(save.error, 'offReason')}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <FormProblem
          error={save.error}
          fields={['offReason', ...card.limits.map(({ name }) => `limits.${name}`)]}
        />
        <div>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {text('practices.set.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
