import { type FormEvent, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Connections } from '#features/publishing/web/public/connections.tsx'
import { useConnections } from '#features/publishing/web/public/connection-list.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { planTurns, type Roster, setRoster } from '../contract.ts'
import { IncidentLines } from './incident-panel.tsx'
import { useCandidates, useDays, useIncidents, useRoster, useTurnAct } from './turn-data.ts'
import './turns.css'

/** The accounts, the length of a turn, whom to call, the code of conduct, and further turns. */
export function TurnSettingsPage() {
  const programmeId = useParam('id')
  const query = useRoster(programmeId)
  return <Await query={query}>{(roster) => <Settings key={roster.programmeId} roster={roster} />}</Await>
}

function Settings({ roster }: { roster: Roster }) {
  const text = useText()
  const back = `/programmes/${roster.programmeId}/prises-de-parole`
  const link = (
    <Link className="more" to={back}>
      {text('turns.settings.back')}
    </Link>
  )
  if (!roster.can.shape)
    return (
      <Empty title={text('turns.settings.notYours')} action={link}>
        <p>{text('turns.settings.notYoursWhy')}</p>
      </Empty>
    )
  return (
    <div className="stack stack-12">
      <PageHead
        eyebrow={roster.programmeName}
        title={text('turns.settings.title')}
        lead={text('turns.settings.lead')}
        actions={link}
      />
      <div className="tour__set">
        <div className="stack stack-12">
          <section className="stack stack-4" aria-labelledby="parole-accounts">
            <SectionHead
              id="parole-accounts"
              title={text('turns.settings.accounts')}
              note={text('turns.settings.accountsNote')}
            />
            <Connections spaceId={roster.spaceId} path={`${back}/regler`} />
            <VoiceChoice roster={roster} />
          </section>
          <Plan roster={roster} />
          <OnDutyForm roster={roster} />
        </div>
        <div className="stack stack-12">
          <CodeForm roster={roster} />
          {roster.can.readIncidents && <IncidentLog programmeId={roster.programmeId} />}
        </div>
      </div>
    </div>
  )
}

const useSet = (roster: Roster) => {
  const text = useText()
  return useTurnAct(
    (body: Parameters<typeof call<typeof setRoster>>[1]['body']) =>
      call(setRoster, { params: { id: roster.programmeId }, body }),
    { quiet: true, onDone: () => showToast({ message: text('turns.settings.kept') }) },
  )
}

/** Which of the community's accounts go round in this programme. */
function VoiceChoice({ roster }: { roster: Roster }) {
  const text = useText()
  const held = useConnections(roster.spaceId)
  const set = useSet(roster)
  // What was just ticked shows in the same breath, until it is read again.
  const [asked, setAsked] = useState<string[] | null>(null)
  const chosen = asked ?? roster.voices.map((voice) => voice.id)
  const items = held.data?.items ?? []
  if (items.length === 0) return null
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter((one) => one !== id)
    setAsked(next)
    set.mutate({ connectionIds: next }, { onSettled: () => setAsked(null) })
  }
  return (
    <fieldset className="stack stack-2">
      <legend className="b">{text('turns.settings.goRound')}</legend>
      {items.map((one) => (
        <Checkbox
          key={one.id}
          label={one.name}
          checked={chosen.includes(one.id)}
          onChange={(event) => toggle(one.id, event.target.checked)}
        />
      ))}
      <FormProblem error={set.error} />
    </fieldset>
  )
}

const LENGTHS = ['7', '14', '5', '1']
const COUNTS = ['4', '8', '12', '26']

function Plan({ roster }: { roster: Roster }) {
  const text = useText()
  const days = useDays()
  const set = useSet(roster)
  const candidates = useCandidates(roster.programmeId, true)
  const [count, setCount] = useState('8')
  const last = roster.turns.at(-1)
  const plan = useTurnAct(
    () => call(planTurns, { params: { id: roster.programmeId }, body: { turns: Number(count) } }),
    { quiet: true, onDone: () => showToast({ message: text('turns.plan.done') }) },
  )
  const lengths = [...new Set([...LENGTHS, String(roster.days)])]
  return (
    <section className="stack stack-4" aria-labelledby="parole-plan">
      <SectionHead
        id="parole-plan"
        title={text('turns.plan.title')}
        note={last ? text('turns.plan.until', { day: days.long(last.endsOn) }) : text('turns.plan.none')}
      />
      <div className="tour__fields">
        <SelectField
          label={text('turns.plan.length')}
          value={String(roster.days)}
          disabled={set.isPending}
          options={lengths.map((value) => ({
            value,
            label: text('turns.plan.days', { count: Number(value) }),
          }))}
          onChange={(event) => set.mutate({ days: Number(event.target.value) })}
        />
        <SelectField
          label={text('turns.plan.count')}
          value={count}
          options={COUNTS.map((value) => ({
            value,
            label: text('turns.plan.turns', { count: Number(value) }),
          }))}
          onChange={(event) => setCount(event.target.value)}
        />
      </div>
      {candidates.data && (
        <p className="sm ink2">
          {text('turns.shape.ready', {
            count: candidates.data.items.length,
            serving: candidates.data.serving,
          })}
        </p>
      )}
      <FormProblem error={plan.error ?? set.error} />
      <p>
        <Button kind="primary" busy={plan.isPending} onClick={() => plan.mutate(undefined)}>
          {text('turns.plan.action')}
        </Button>
      </p>
    </section>
  )
}

function OnDutyForm({ roster }: { roster: Roster }) {
  const text = useText()
  const [typed, setTyped] = useState(roster.onDuty)
  const set = useSet(roster)
  const { memberId, name } = typed
  const pick = (person: PickedPerson | null) =>
    setTyped({ ...typed, memberId: person?.id ?? null, name: person?.label ?? '' })
  const field = (name: 'name' | 'phone' | 'link' | 'hours') => ({
    label: text(`turns.onDuty.${name === 'link' || name === 'hours' ? `${name}_field` : name}`),
    value: typed[name],
    error: fieldError(set.error, name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate({ onDuty: typed })
  }
  return (
    <section aria-labelledby="parole-duty">
      <form className="stack stack-4" onSubmit={submit}>
        <SectionHead id="parole-duty" title={text('turns.onDuty.title')} note={text('turns.onDuty.note')} />
        <PersonPicker
          label={text('turns.onDuty.member')}
          hint={text('turns.onDuty.memberHint')}
          nearSpaceId={roster.spaceId}
          error={fieldError(set.error, 'memberId')}
          picked={memberId ? { id: memberId, label: name } : null}
          onPick={pick}
        />
        <div className="tour__fields">
          <TextField {...field('name')} maxLength={120} />
          <TextField {...field('hours')} maxLength={120} />
          <TextField {...field('phone')} type="tel" maxLength={40} />
          <TextField {...field('link')} maxLength={500} />
        </div>
        <FormProblem error={set.error} fields={['memberId', 'phone', 'link', 'name', 'hours']} />
        <p>
          <Button type="submit" busy={set.isPending}>
            {text('turns.settings.keep')}
          </Button>
        </p>
      </form>
    </section>
  )
}

function CodeForm({ roster }: { roster: Roster }) {
  const text = useText()
  const [code, write] = useState(roster.code.text)
  const set = useSet(roster)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate({ code })
  }
  return (
    <section aria-labelledby="parole-rules">
      <form className="stack stack-4" onSubmit={submit}>
        <SectionHead id="parole-rules" title={text('turns.code.title')} note={text('turns.code.note')} />
        <TextArea
          label={text('turns.code.text')}
          rows={10}
          maxLength={8000}
          value={code}
          onChange={(event) => write(event.target.value)}
        />
        <FormProblem error={set.error} />
        <p>
          <Button type="submit" busy={set.isPending}>
            {text('turns.settings.keep')}
          </Button>
        </p>
      </form>
    </section>
  )
}

function IncidentLog({ programmeId }: { programmeId: string }) {
  const text = useText()
  const query = useIncidents(programmeId)
  return (
    <section className="stack stack-4" aria-labelledby="parole-log">
      <SectionHead id="parole-log" title={text('turns.incident.log')} note={text('turns.incident.logNote')} />
      <Await query={query}>
        {({ pages }) => {
          const incidents = pages.flatMap((page) => page.items)
          if (incidents.length === 0) return <p className="ink2">{text('turns.incident.never')}</p>
          return (
            <>
              <ul className="list">
                {incidents.map((incident) => (
                  <li key={incident.id} className="stack">
                    <IncidentLines incident={incident} />
                  </li>
                ))}
              </ul>
              {query.hasNextPage && (
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text('turns.past.more')}
                </Button>
              )}
            </>
          )
        }}
      </Await>
    </section>
  )
}
