import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { setShareSettings, type ShareSettings } from '../contract.ts'
import { PRICED } from '../rules/networks.ts'
import { useShareAct, useShareSettings } from './share-data.ts'
import { useNetworkName } from './share-words.ts'
import './sharing.css'

/** How much, when, and at which rates; for those who animate. */
export function ShareSettingsPage() {
  const programmeId = useParam('id')
  const settings = useShareSettings(programmeId)
  const text = useText()
  return (
    <Await query={settings}>
      {(found) => (
        <>
          <PageHead
            eyebrow={
              <Link className="link" to={`/programmes/${programmeId}/partager`}>
                {text('sharing.flow.back')}
              </Link>
            }
            title={text('sharing.settings.title')}
            lead={text('sharing.settings.lead')}
          />
          <Settings key={programmeId} programmeId={programmeId} from={found} />
        </>
      )}
    </Await>
  )
}

const FIELDS = ['perDay', 'perWeek', 'quietFrom', 'quietTo', 'currency']
const amount = (typed: string): number | null => {
  const value = Number(typed.replace(',', '.'))
  return typed.trim() === '' || !Number.isFinite(value) ? null : value
}
const typed = (value: number | null, comma: boolean) =>
  value === null ? '' : comma ? String(value).replace('.', ',') : String(value)

function Settings({ programmeId, from }: { programmeId: string; from: ShareSettings }) {
  const text = useText()
  const nameOf = useNetworkName()
  const comma = useLanguage() === 'fr'
  const [wish, setWish] = useState(from)
  const [rates, setRates] = useState(() =>
    PRICED.map((network) => {
      const known = from.rates.find((one) => one.network === network)
      return { network, cpm: typed(known?.cpm ?? null, comma), cpc: typed(known?.cpc ?? null, comma) }
    }),
  )
  const set = (part: Partial<ShareSettings>) => setWish((before) => ({ ...before, ...part }))
  const setRate = (network: string, part: { cpm?: string; cpc?: string }) =>
    setRates((before) => before.map((one) => (one.network === network ? { ...one, ...part } : one)))
  const save = useShareAct(
    () =>
      call(setShareSettings, {
        params: { id: programmeId },
        body: {
          ...wish,
          rates: rates
            .map(({ network, cpm, cpc }) => ({ network, cpm: amount(cpm), cpc: amount(cpc) }))
            .filter(({ cpm, cpc }) => cpm !== null || cpc !== null),
        },
      }),
    { quiet: true },
  )
  const wrong = (field: string) => fieldError(save.error, field)
  return (
    <form
      className="stack stack-8 shk__form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined, {
          onSuccess: () => showToast({ message: text('sharing.settings.saved') }),
        })
      }}
    >
      <fieldset className="stack stack-4 shk__set">
        <legend className="h3">{text('sharing.settings.caps')}</legend>
        <p className="sm ink2">{text('sharing.settings.capsWhy')}</p>
        <div className="row wrap g4">
          {(['perDay', 'perWeek'] as const).map((field) => (
            <TextField
              key={field}
              label={text(`sharing.settings.${field}`)}
              type="number"
              inputMode="numeric"
              min={1}
              max={field === 'perDay' ? 20 : 60}
              required
              value={wish[field]}
              error={wrong(field)}
              onChange={(event) => set({ [field]: Number(event.target.value) })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="stack stack-4 shk__set">
        <legend className="h3">{text('sharing.settings.quiet')}</legend>
        <p className="sm ink2">{text('sharing.settings.quietWhy')}</p>
        <div className="row wrap g4">
          {(['quietFrom', 'quietTo'] as const).map((field) => (
            <TextField
              key={field}
              label={text(`sharing.settings.${field}`)}
              type="time"
              required
              value={wish[field]}
              error={wrong(field)}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          ))}
        </div>
        <Checkbox
          label={text('sharing.settings.weekends')}
          checked={wish.quietWeekends}
          onChange={(event) => set({ quietWeekends: event.target.checked })}
        />
        <Checkbox
          label={text('sharing.settings.holidays')}
          checked={wish.quietHolidays}
          onChange={(event) => set({ quietHolidays: event.target.checked })}
        />
      </fieldset>
      <fieldset className="stack stack-4 shk__set">
        <legend className="h3">{text('sharing.settings.rates')}</legend>
        <p className="sm ink2">{text('sharing.settings.ratesWhy')}</p>
        <TextField
          label={text('sharing.settings.currency')}
          required
          maxLength={3}
          autoCapitalize="characters"
          value={wish.currency}
          error={wrong('currency')}
          onChange={(event) => set({ currency: event.target.value.toUpperCase() })}
        />
        <ul className="list">
          {rates.map(({ network, cpm, cpc }) => (
            <li key={network} className="shk__rate">
              <span className="b">{nameOf(network)}</span>
              <TextField
                label={text('sharing.settings.cpm', { network: nameOf(network) })}
                inputMode="decimal"
                maxLength={10}
                value={cpm}
                onChange={(event) => setRate(network, { cpm: event.target.value })}
              />
              <TextField
                label={text('sharing.settings.cpc', { network: nameOf(network) })}
                inputMode="decimal"
                maxLength={10}
                value={cpc}
                onChange={(event) => setRate(network, { cpc: event.target.value })}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <FormProblem error={save.error} fields={FIELDS} />
      <div>
        <Button type="submit" kind="accent" size="l" busy={save.isPending}>
          {text('sharing.settings.save')}
        </Button>
      </div>
    </form>
  )
}
