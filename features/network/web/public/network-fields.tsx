import './network-fields.css'
import { useQuery } from '@tanstack/react-query'
import type { Language } from '#platform/contract/schema.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Field } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readSchoolZones } from '../../contract.ts'
import { carriesWhite } from '../../rules/color.ts'
import { fieldError } from './form-problem.tsx'

export interface NetworkDraft {
  name: string
  color: string
  languages: Language[]
  language: Language
  timeZone: string
  schoolZones: string[]
}

export interface NetworkFieldsProps {
  draft: NetworkDraft
  onChange: (draft: NetworkDraft) => void
  error: unknown
}

const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const

const timeZones = (current: string) => [...new Set([current, ...Intl.supportedValuesOf('timeZone')])].sort()

/** What a network is: the same fields when it is created and when it is changed. */
export function NetworkFields({ draft, onChange, error }: NetworkFieldsProps) {
  const text = useText()
  const change = (part: Partial<NetworkDraft>) => onChange({ ...draft, ...part })
  const pale = !carriesWhite(draft.color)
  return (
    <>
      <TextField
        label={text('network.fields.name')}
        hint={text('network.fields.name_hint')}
        error={fieldError(error, 'name') ?? fieldError(error, 'network.name')}
        required
        maxLength={80}
        autoComplete="organization"
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Field
        label={text('network.fields.color')}
        hint={text('network.fields.color_hint')}
        error={pale ? text('problems.network.color_light') : fieldError(error, 'color')}
      >
        {(control) => (
          <input
            {...control}
            type="color"
            className="input color-input"
            value={draft.color}
            onChange={(event) => change({ color: event.target.value.toLowerCase() })}
          />
        )}
      </Field>
      <Languages draft={draft} change={change} error={error} />
      <SelectField
        label={text('network.fields.time_zone')}
        hint={text('network.fields.time_zone_hint')}
        error={fieldError(error, 'timeZone')}
        options={timeZones(draft.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={draft.timeZone}
        onChange={(event) => change({ timeZone: event.target.value })}
      />
      <SchoolZones draft={draft} change={change} />
    </>
  )
}

interface Part {
  draft: NetworkDraft
  change: (part: Partial<NetworkDraft>) => void
}

const toggled = <T extends string>(list: T[], value: T, on: boolean): T[] =>
  on ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value)

function Languages({ draft, change, error }: Part & { error: unknown }) {
  const text = useText()
  const turn = (language: Language, on: boolean) => {
    const languages = toggled(draft.languages, language, on)
    if (languages.length === 0) return
    change({
      languages,
      language: languages.includes(draft.language) ? draft.language : (languages[0] ?? 'fr'),
    })
  }
  return (
    <>
      <fieldset>
        <legend className="label">{text('network.fields.languages')}</legend>
        {LANGUAGES.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={<span lang={value}>{label}</span>}
            checked={draft.languages.includes(value)}
            onChange={(event) => turn(value, event.target.checked)}
          />
        ))}
      </fieldset>
      {draft.languages.length > 1 && (
        <SelectField
          label={text('network.fields.language')}
          hint={text('network.fields.language_hint')}
          error={fieldError(error, 'language')}
          options={LANGUAGES.map((one) => ({ ...one }))}
          value={draft.language}
          onChange={(event) => change({ language: event.target.value === 'en' ? 'en' : 'fr' })}
        />
      )}
    </>
  )
}

function SchoolZones({ draft, change }: Part) {
  const text = useText()
  const zones = useQuery({
    queryKey: ['network', 'school-zones'],
    queryFn: () => call(readSchoolZones, {}),
    staleTime: Infinity,
  })
  if (!zones.data || !draft.timeZone.startsWith('Europe/')) return null
  return (
    <fieldset>
      <legend className="label">{text('network.fields.school_zones')}</legend>
      <p className="hint">{text('network.fields.school_zones_hint')}</p>
      {zones.data.zones.map((zone) => (
        <Checkbox
          key={zone}
          label={text('network.fields.zone', { zone })}
          hint={text(`network.fields.zone_${zone.toLowerCase()}`)}
          checked={draft.schoolZones.includes(zone)}
          onChange={(event) =>
            change({ schoolZones: toggled(draft.schoolZones, zone, event.target.checked).sort() })
          }
        />
      ))}
    </fieldset>
  )
}
