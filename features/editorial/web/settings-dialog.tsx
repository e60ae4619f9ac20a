import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { KINDS } from '#features/posts/contract.ts'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import {
  blockDays,
  type Calendar,
  dropTheme,
  endSeries,
  type Mix,
  setCadence,
  setTheme,
  unblockDays,
} from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useDayWords } from './day-words.ts'
import { useEditorialAct } from './editorial-data.ts'

/** What was chosen once for this calendar; each choice is kept as soon as it is made. */
export function SettingsDialog({ calendar, onClose }: { calendar: Calendar; onClose: () => void }) {
  const text = useText()
  const act = useEditorialAct((run: () => Promise<unknown>) => run())
  const id = calendar.spaceId
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('editorial.settings.title')}
      closeLabel={text('platform.close')}
      size="wide"
    >
      <div className="stack stack-8">
        <Cadence
          calendar={calendar}
          onSet={(cadence) => act.mutate(() => call(setCadence, { params: { id }, body: { cadence } }))}
        />
        <Themes calendar={calendar} act={(run) => act.mutate(run)} />
        <MixForm
          key={calendar.mixes.map((mix) => mix.placeId).join()}
          calendar={calendar}
          act={(run) => act.mutate(run)}
        />
        <Blocked calendar={calendar} act={(run) => act.mutate(run)} />
        <Repeating calendar={calendar} act={(run) => act.mutate(run)} />
      </div>
    </Dialog>
  )
}

type Act = (run: () => Promise<unknown>) => void

function Cadence({ calendar, onSet }: { calendar: Calendar; onSet: (cadence: number) => void }) {
  const text = useText()
  return (
    <SelectField
      label={text('editorial.settings.cadence')}
      hint={text('editorial.settings.cadence_hint')}
      value={String(calendar.cadence)}
      options={[0, 1, 2, 3, 4, 5, 7, 10].map((count) => ({
        value: String(count),
        label: text('editorial.settings.per_week', { count }),
      }))}
      onChange={(event) => onSet(Number(event.target.value))}
    />
  )
}

function Themes({ calendar, act }: { calendar: Calendar; act: Act }) {
  const text = useText()
  const [name, setName] = useState('')
  const [themeId, setThemeId] = useState(newId)
  const id = calendar.spaceId
  const tone = (calendar.themes.length % 5) + 1
  const add = useEditorialAct(
    () => call(setTheme, { params: { id, themeId }, body: { name: name.trim(), tone } }),
    () => {
      setThemeId(newId())
      setName('')
    },
  )
  return (
    <section className="stack stack-3" aria-labelledby="themes-title">
      <h3 className="h4" id="themes-title">
        {text('editorial.settings.themes')}
      </h3>
      <ul className="list">
        {calendar.themes.map((theme) => (
          <li key={theme.id} className="row g2">
            <span className={`eth eth--${theme.tone}`} aria-hidden />
            <span className="grow">{theme.name}</span>
            <IconButton
              icon={X}
              label={text('editorial.settings.remove', { name: theme.name })}
              onClick={() => act(() => call(dropTheme, { params: { id, themeId: theme.id } }))}
            />
          </li>
        ))}
      </ul>
      <form
        className="efs__add"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) add.mutate(undefined)
        }}
      >
        <div className="grow">
          <TextField
            label={text('editorial.settings.new_theme')}
            value={name}
            maxLength={LIMITS.theme}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit" icon={Plus} busy={add.isPending}>
          {text('editorial.settings.add')}
        </Button>
      </form>
    </section>
  )
}

function MixForm({ calendar, act }: { calendar: Calendar; act: Act }) {
  const text = useText()
  const [placeId, setPlaceId] = useState(calendar.spaceId)
  const mix = calendar.mixes.find((one) => one.placeId === placeId)
  return (
    <section className="stack stack-4" aria-labelledby="mix-title">
      <div>
        <h3 className="h4" id="mix-title">
          {text('editorial.settings.mix')}
        </h3>
        <p className="sm ink2">{text('editorial.settings.mix_hint')}</p>
      </div>
      {calendar.places.length > 1 && (
        <SelectField
          label={text('editorial.field.place')}
          value={placeId}
          options={calendar.places.map((place) => ({ value: place.id, label: place.name }))}
          onChange={(event) => setPlaceId(event.target.value)}
        />
      )}
      {mix && <MixParts key={placeId} mix={mix} spaceId={calendar.spaceId} act={act} />}
    </section>
  )
}

function MixParts({ mix, spaceId, act }: { mix: Mix; spaceId: string; act: Act }) {
  const text = useText()
  const [wanted, setWanted] = useState<Record<string, number>>(() =>
    Object.fromEntries(mix.parts.map((part) => [part.kind, part.wanted])),
  )
  const sum = KINDS.reduce((total, kind) => total + (wanted[kind] ?? 0), 0)
  const fits = sum === 100 || sum === 0
  return (
    <form
      className="stack stack-3"
      onSubmit={(event) => {
        event.preventDefault()
        const parts = KINDS.map((kind) => ({ kind, wanted: wanted[kind] ?? 0 }))
        act(() =>
          call(setCadence, { params: { id: spaceId }, body: { mix: { placeId: mix.placeId, parts } } }),
        )
      }}
    >
      <div className="efs efs--3">
        {KINDS.map((kind) => (
          <TextField
            key={kind}
            type="number"
            min={0}
            max={100}
            step={5}
            inputMode="numeric"
            label={text(`posts.kind.${kind}`)}
            value={String(wanted[kind] ?? 0)}
            onChange={(event) =>
              setWanted({
                ...wanted,
                [kind]: Math.min(100, Math.max(0, Math.round(Number(event.target.value) || 0))),
              })
            }
          />
        ))}
      </div>
      <div className="row g2 wrap">
        <span className="sm" role="status">
          {text(fits ? 'editorial.settings.mix_fits' : 'editorial.settings.mix_sum', { sum })}
        </span>
        <Button
          type="submit"
          {...(fits ? {} : { disabledReason: text('editorial.settings.mix_sum', { sum }) })}
        >
          {text('editorial.settings.keep_mix')}
        </Button>
      </div>
    </form>
  )
}

function Blocked({ calendar, act }: { calendar: Calendar; act: Act }) {
  const text = useText()
  const { brief } = useDayWords()
  const [name, setName] = useState('')
  const [firstDay, setFirstDay] = useState('')
  const [lastDay, setLastDay] = useState('')
  const id = calendar.spaceId
  const ready = name.trim() !== '' && firstDay !== ''
  const [blockedId, setBlockedId] = useState(newId)
  const block = useEditorialAct(
    () =>
      call(blockDays, {
        params: { id, blockedId },
        body: { name: name.trim(), firstDay, lastDay: lastDay || firstDay },
      }),
    () => {
      setBlockedId(newId())
      setName('')
    },
  )
  return (
    <section className="stack stack-4" aria-labelledby="blocked-title">
      <div>
        <h3 className="h4" id="blocked-title">
          {text('editorial.settings.blocked')}
        </h3>
        <p className="sm ink2">
          {text('editorial.settings.blocked_company')}{' '}
          <Link className="link" to={`/jours?depuis=${id}`}>
            {text('editorial.settings.blocked_company_see')}
          </Link>
        </p>
      </div>
      {calendar.blocked.length > 0 && (
        <ul className="list">
          {calendar.blocked.map((one) => (
            <li key={one.id} className="row g2">
              <span className="grow">
                {one.name},{' '}
                {text('editorial.overlay.period', { from: brief(one.firstDay), to: brief(one.lastDay) })}
              </span>
              <IconButton
                icon={X}
                label={text('editorial.settings.remove', { name: one.name })}
                onClick={() => act(() => call(unblockDays, { params: { id, blockedId: one.id } }))}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="stack stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) block.mutate(undefined)
        }}
      >
        <div className="efs efs--3">
          <TextField
            label={text('editorial.settings.why')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            type="date"
            label={text('editorial.settings.first_day')}
            value={firstDay}
            onChange={(event) => setFirstDay(event.target.value)}
          />
          <TextField
            type="date"
            label={text('editorial.settings.last_day')}
            value={lastDay}
            min={firstDay}
            onChange={(event) => setLastDay(event.target.value)}
          />
        </div>
        <div>
          <Button
            type="submit"
            icon={Plus}
            busy={block.isPending}
            {...(ready ? {} : { disabledReason: text('editorial.settings.blocked_needs') })}
          >
            {text('editorial.settings.block')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Repeating({ calendar, act }: { calendar: Calendar; act: Act }) {
  const text = useText()
  const { hour, weekday } = useDayWords()
  if (calendar.series.length === 0) return null
  /** A week of which each day has its place: Monday is the fifth. */
  const nameOf = (index: number) => weekday(`2026-01-${String(index + 4).padStart(2, '0')}`)
  return (
    <section aria-labelledby="series-title">
      <h3 className="h4" id="series-title">
        {text('editorial.settings.series')}
      </h3>
      <ul className="list">
        {calendar.series.map((series) => (
          <li key={series.id} className="row g2">
            <span className="grow">
              <b>{series.title}</b>
              <br />
              <span className="sm mut">
                {text(`editorial.repeat.${series.every}`)},{' '}
                {series.nth
                  ? text(`editorial.nth.${series.nth}`, { weekday: nameOf(series.weekday) })
                  : nameOf(series.weekday)}
                , {hour(series.minutes)}
              </span>
            </span>
            <Button
              size="s"
              kind="ghost"
              onClick={() => act(() => call(endSeries, { params: { id: series.id } }))}
            >
              {text('editorial.settings.end_series')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
