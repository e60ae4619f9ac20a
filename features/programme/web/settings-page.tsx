import { type FormEvent, useState } from 'react'
import { PersonPicker } from '#features/communities/web/public/person-picker.tsx'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useGo, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Who } from '#ui/who.tsx'
import {
  type Circle,
  closeCircle,
  nameKeeper,
  type Programme,
  type ProgrammeDraft,
  setCircle,
  setProgramme,
  unnameKeeper,
} from '../contract.ts'
import { isCrowded } from '../rules/seats.ts'
import { useAct, useAdvice, useCircles, useKeepers, useProgramme } from './programme-data.ts'
import { ProgrammeTabs } from './programme-tabs.tsx'
import './programme.css'

/** What the programme asks, how one enters, its circles, and who follows it. */
export function ProgrammeSettingsPage() {
  const query = useProgramme(useParam('id'))
  return <Await query={query}>{(programme) => <Settings key={programme.id} programme={programme} />}</Await>
}

/** A programme that does not exist yet: a draft until it is opened. */
export function CreateProgrammePage() {
  const text = useText()
  const go = useGo()
  const spaceId = useParam('id')
  const [id] = useState(newId)
  return (
    <div className="stack stack-6 prg-narrow">
      <PageHead title={text('programme.create.title')} lead={text('programme.create.lead')} />
      <SettingsForm
        id={id}
        draft={{ ...NEW, spaceId }}
        label={text('programme.create.send')}
        onDone={() => go(`/programmes/${id}/reglages`)}
      />
    </div>
  )
}

const NEW: Omit<Required<ProgrammeDraft>, 'spaceId' | 'startsOn' | 'endsOn'> = {
  name: '',
  mission: '',
  contributionsPerMonth: 2,
  hoursPerMonth: 2,
  gatheringsPerYear: 4,
  seats: null,
  byVolunteering: true,
  byNomination: true,
  byInvitation: true,
  managerAgreement: true,
  peerConfirmation: false,
  leadPicture: false,
  state: 'draft',
}

function Settings({ programme }: { programme: Programme }) {
  const text = useText()
  return (
    <div className="stack stack-8">
      <PageHead
        title={text('programme.settings.title')}
        eyebrow={programme.name}
        lead={text('programme.settings.lead')}
      />
      <ProgrammeTabs programme={programme} current="settings" />
      <div className="prg-two">
        {programme.can.shape ? (
          <SettingsForm
            id={programme.id}
            draft={programme}
            advised
            label={text('programme.settings.save')}
            says={text('programme.settings.saved')}
          />
        ) : (
          <p className="ink2">{text('programme.settings.notYours')}</p>
        )}
        <div className="stack stack-8">
          <Circles programme={programme} />
          <Keepers programme={programme} />
        </div>
      </div>
    </div>
  )
}

type Draft = typeof NEW & { spaceId: string }
const FLAGS = [
  'byVolunteering',
  'byNomination',
  'byInvitation',
  'managerAgreement',
  'peerConfirmation',
  'leadPicture',
] as const

function SettingsForm({
  id,
  draft,
  advised = false,
  label,
  says,
  onDone,
}: {
  id: string
  draft: Draft
  advised?: boolean
  label: string
  says?: string
  onDone?: () => void
}) {
  const text = useText()
  const [form, setForm] = useState<Draft>(draft)
  const set = <K extends keyof Draft>(key: K, value: Draft[K]) => setForm((now) => ({ ...now, [key]: value }))
  const save = useAct(
    () =>
      call(setProgramme, {
        params: { id },
        body: {
          spaceId: form.spaceId,
          name: form.name,
          mission: form.mission,
          contributionsPerMonth: form.contributionsPerMonth,
          hoursPerMonth: form.hoursPerMonth,
          gatheringsPerYear: form.gatheringsPerYear,
          seats: form.seats,
          state: form.state,
          ...Object.fromEntries(FLAGS.map((flag) => [flag, form[flag]])),
        },
      }),
    { ...(says ? { says } : {}), ...(onDone ? { onDone } : {}), quiet: true },
  )
  const number =
    (key: 'contributionsPerMonth' | 'hoursPerMonth' | 'gatheringsPerYear') =>
    (event: { target: { value: string } }) =>
      set(key, Number(event.target.value || 0))
  return (
    <form
      className="stack stack-6"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <TextField
        label={text('programme.settings.name')}
        required
        maxLength={80}
        value={form.name}
        error={fieldError(save.error, 'name')}
        onChange={(event) => set('name', event.target.value)}
      />
      <TextArea
        label={text('programme.settings.mission')}
        hint={text('programme.settings.missionHint')}
        rows={4}
        maxLength={4000}
        value={form.mission}
        onChange={(event) => set('mission', event.target.value)}
      />
      <TextField
        label={text('programme.settings.contributions')}
        type="number"
        min={0}
        max={60}
        value={String(form.contributionsPerMonth)}
        onChange={number('contributionsPerMonth')}
      />
      <TextField
        label={text('programme.settings.hours')}
        type="number"
        min={0}
        max={80}
        step={0.5}
        value={String(form.hoursPerMonth)}
        onChange={number('hoursPerMonth')}
      />
      <TextField
        label={text('programme.settings.gatherings')}
        type="number"
        min={0}
        max={52}
        value={String(form.gatheringsPerYear)}
        onChange={number('gatheringsPerYear')}
      />
      <TextField
        label={text('programme.settings.seats')}
        hint={text('programme.settings.seatsHint')}
        type="number"
        min={1}
        max={100_000}
        optional={`(${text('platform.optional')})`}
        value={form.seats === null ? '' : String(form.seats)}
        onChange={(event) => set('seats', event.target.value === '' ? null : Number(event.target.value))}
      />
      {advised && <Advice programmeId={id} seats={form.seats} />}
      {FLAGS.map((flag) => (
        <Switch
          key={flag}
          label={text(`programme.settings.${flag}`)}
          hint={text(`programme.settings.${flag}Hint`)}
          checked={form[flag]}
          onChange={(on) => set(flag, on)}
        />
      ))}
      <RadioGroup
        legend={text('programme.settings.state')}
        value={form.state}
        onChange={(state) => set('state', state)}
        options={(['draft', 'open', 'closed'] as const).map((value) => ({
          value,
          label: text(`programme.settings.states.${value}`),
          hint: text(`programme.settings.statesHint.${value}`),
        }))}
      />
      <FormProblem error={save.error} fields={['name']} />
      <p>
        <Button kind="accent" type="submit" busy={save.isPending}>
          {label}
        </Button>
      </p>
    </form>
  )
}

/** Quality over quantity: how many seats the audience calls for, and in how many circles. */
function Advice({ programmeId, seats }: { programmeId: string; seats: number | null }) {
  const text = useText()
  const format = useFormat()
  const { data } = useAdvice(programmeId, seats)
  if (!data) return null
  const many = seats !== null && seats > data.most
  return (
    <div className="stack stack-3">
      <p className="ink2">
        {text('programme.advice.seats', {
          audience: format.number(data.audience),
          least: format.number(data.least),
          most: format.number(data.most),
        })}{' '}
        {text('programme.advice.source')}
      </p>
      {many && <Banner kind="warn">{text('programme.advice.many')}</Banner>}
      {data.cap !== null && seats !== null && seats > data.cap && (
        <Banner kind="warn">{text('programme.advice.cap', { count: data.cap })}</Banner>
      )}
      {data.circles > 1 && <p>{text('programme.advice.circles', { count: data.circles })}</p>}
      {data.crowded.map((circle) => (
        <Banner key={circle.id} kind="warn">
          {text('programme.advice.crowded', { name: circle.name, count: circle.people })}
        </Banner>
      ))}
    </div>
  )
}

function Circles({ programme }: { programme: Programme }) {
  const text = useText()
  const query = useCircles(programme.id)
  const [editing, setEditing] = useState<string | null>(null)
  const [fresh, setFresh] = useState(newId)
  const close = useAct((id: string) => call(closeCircle, { params: { id } }))
  return (
    <section aria-labelledby="circles" className="stack stack-3">
      <SectionHead title={text('programme.circle.title')} id="circles" />
      <p className="ink2">{text('programme.circle.why')}</p>
      <Await query={query}>
        {({ items }) => (
          <ul className="list">
            {items.map((circle) =>
              editing === circle.id ? (
                <li key={circle.id} className="stack">
                  <CircleForm
                    programmeId={programme.id}
                    id={circle.id}
                    circle={circle}
                    onDone={() => setEditing(null)}
                  />
                </li>
              ) : (
                <li key={circle.id} className="row row--b g2 wrap">
                  <div className="grow">
                    <p className="b">{circle.name}</p>
                    <p className="sm ink2 row g2 wrap">
                      {text('programme.circle.people', { count: circle.people ?? 0 })}
                      <Badge kind={circle.launchedAt ? 'ok' : 'info'}>
                        {text(circle.launchedAt ? 'programme.circle.launched' : 'programme.circle.toMeet')}
                      </Badge>
                      {isCrowded(circle.people ?? 0) && (
                        <Badge kind="warn">{text('programme.circle.crowded')}</Badge>
                      )}
                    </p>
                  </div>
                  <Button
                    size="s"
                    kind="ghost"
                    aria-label={text('programme.circle.renameOne', { name: circle.name })}
                    onClick={() => setEditing(circle.id)}
                  >
                    {text('programme.circle.rename')}
                  </Button>
                  <Button
                    size="s"
                    kind="ghost"
                    aria-label={text('programme.circle.removeOne', { name: circle.name })}
                    onClick={() => close.mutate(circle.id)}
                  >
                    {text('programme.circle.remove')}
                  </Button>
                </li>
              ),
            )}
          </ul>
        )}
      </Await>
      {editing === 'new' ? (
        <CircleForm
          programmeId={programme.id}
          id={fresh}
          onDone={() => {
            setEditing(null)
            setFresh(newId())
          }}
        />
      ) : (
        <p>
          <Button onClick={() => setEditing('new')}>{text('programme.circle.add')}</Button>
        </p>
      )}
    </section>
  )
}

function CircleForm({
  programmeId,
  id,
  circle,
  onDone,
}: {
  programmeId: string
  id: string
  circle?: Circle
  onDone: () => void
}) {
  const text = useText()
  const [name, setName] = useState(circle?.name ?? '')
  const [site, setSite] = useState(circle?.site ?? '')
  const save = useAct(
    () => call(setCircle, { params: { id }, body: { programmeId, name: name.trim(), site: site.trim() } }),
    { onDone },
  )
  return (
    <form
      className="stack stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined)
      }}
    >
      <TextField
        label={text('programme.circle.name')}
        required
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={text('programme.circle.site')}
        maxLength={120}
        optional={`(${text('platform.optional')})`}
        value={site}
        onChange={(event) => setSite(event.target.value)}
      />
      <p className="row g2">
        <Button kind="primary" type="submit" busy={save.isPending}>
          {text('programme.circle.save')}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {text('programme.keep')}
        </Button>
      </p>
    </form>
  )
}

function Keepers({ programme }: { programme: Programme }) {
  const text = useText()
  const query = useKeepers(programme.id)
  const name = useAct((memberId: string) => call(nameKeeper, { params: { id: programme.id, memberId } }), {
    says: text('programme.keepers.named'),
  })
  const remove = useAct((memberId: string) => call(unnameKeeper, { params: { id: programme.id, memberId } }))
  return (
    <section aria-labelledby="keepers" className="stack stack-3">
      <SectionHead title={text('programme.keepers.title')} id="keepers" />
      <p className="ink2">{text('programme.keepers.why')}</p>
      <Await query={query}>
        {({ items }) => (
          <ul className="list">
            {items.map((keeper) => (
              <li key={keeper.id} className="row row--b g2">
                <div className="grow">
                  <Who
                    person={faceOf(keeper)}
                    meta={text(keeper.lead ? 'programme.keepers.lead' : 'programme.keepers.keeper')}
                  >
                    {nameOf(keeper)}
                  </Who>
                </div>
                {!keeper.lead && programme.can.nameKeepers && (
                  <Button
                    size="s"
                    kind="ghost"
                    aria-label={text('programme.keepers.removeOne', { name: nameOf(keeper) })}
                    onClick={() => remove.mutate(keeper.id)}
                  >
                    {text('programme.circle.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Await>
      {programme.can.nameKeepers && (
        <PersonPicker
          label={text('programme.keepers.add')}
          picked={null}
          onPick={(picked) => picked && name.mutate(picked.id)}
        />
      )}
    </section>
  )
}
