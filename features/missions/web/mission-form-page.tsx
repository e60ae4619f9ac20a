import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { TextEditor } from '#features/posts/web/public/text-editor.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, newId, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { setMission } from '../contract.ts'
import { KINDS } from '../rules/kinds.ts'
import { blank, draftOf, type Written, writtenOf } from './draft.ts'
import { missionKey, useMission, useProgrammeOf } from './missions-data.ts'
import { ProfileFields } from './profile-fields.tsx'
import { RelayFields } from './relay-fields.tsx'
import { TestFields } from './test-fields.tsx'
import './missions.css'

/** A new mission: what, for whom, until when, what to bring back. */
export function MissionFormPage() {
  const programmeId = useParam('id')
  const me = useMe()
  const query = useProgrammeOf(programmeId)
  const label = `${me.givenName} ${me.familyName}`
  return (
    <Await query={query}>
      {(programme) => (
        <Form
          key={programme.id}
          programme={programme}
          start={blank('test', { id: me.id, label, photoFileId: me.photoFileId })}
          missionId={null}
        />
      )}
    </Await>
  )
}

export function MissionEditPage() {
  const query = useMission(useParam('missionId'))
  return (
    <Await query={query}>
      {(mission) => (
        <Form
          key={mission.id}
          programme={{ id: mission.programmeId, name: mission.programmeName, spaceId: mission.spaceId }}
          start={writtenOf(mission)}
          missionId={mission.id}
        />
      )}
    </Await>
  )
}

interface Around {
  id: string
  name: string
  spaceId: string
}

function Form({
  programme,
  start,
  missionId,
}: {
  programme: Around
  start: Written
  missionId: string | null
}) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  // Made once: pressing twice, or again after a cut, makes one mission.
  const [id] = useState(() => missionId ?? newId())
  const [written, setWritten] = useState(start)
  const change = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }))
  const save = useMutation({
    mutationFn: () => call(setMission, { params: { id }, body: draftOf(programme.id, written) }),
    onSuccess: (mission) => {
      queries.setQueryData(missionKey(id), mission)
      void queries.invalidateQueries({ queryKey: ['missions'] })
      showToast({ message: text(missionId ? 'platform.saved' : 'missions.form.created') })
      go(`/missions/${id}`)
    },
  })
  const on = (field: string) => (save.error instanceof Refused ? save.error.on(field) : undefined)
  const fault = (field: string) => {
    const error = on(field)
    return error ? { error } : {}
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const { kind } = written
  const optional = `(${text('platform.optional')})`
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/programmes/${programme.id}/missions`}>
            {programme.name}
          </Link>
        }
        title={text(missionId ? 'missions.form.edit' : 'missions.create')}
        lead={missionId ? undefined : text('missions.form.lead')}
      />
      <form className="ms-form stack stack-8" onSubmit={submit}>
        {!missionId && (
          <RadioGroup
            legend={text('missions.form.kind')}
            options={KINDS.map((value) => ({
              value,
              label: text(`missions.kind.${value}`),
              hint: text(`missions.kindHint.${value}`),
            }))}
            value={kind}
            onChange={(value) =>
              setWritten((before) => ({
                ...before,
                kind: value as Written['kind'],
                minutes: blank(value as Written['kind'], { id: '', label: '', photoFileId: null }).minutes,
              }))
            }
          />
        )}
        <TextField
          label={text('missions.form.title')}
          hint={text(`missions.form.titleHint.${kind}`)}
          required
          maxLength={120}
          value={written.title}
          {...fault('title')}
          onChange={(event) => change({ title: event.target.value })}
        />
        <div className="stack stack-2">
          <p className="label" aria-hidden>
            {text(kind === 'test' ? 'missions.form.scenario' : 'missions.form.brief')}
          </p>
          <div className="ms-editor">
            <TextEditor
              doc={written.brief}
              spaceId={programme.spaceId}
              label={text(kind === 'test' ? 'missions.form.scenario' : 'missions.form.brief')}
              invalid={on('brief') !== undefined}
              describedBy="mission-brief-note"
              onChange={(brief) => change({ brief })}
            />
          </div>
          <p className="sm mut" id="mission-brief-note">
            {on('brief') ?? text(`missions.form.briefHint.${kind}`)}
          </p>
        </div>
        {kind === 'test' && (
          <TestFields
            steps={written.steps}
            team={written.team}
            error={on('test.steps') ?? on('test.teamIds')}
            onChange={change}
          />
        )}
        {kind === 'relay' && <RelayFields kit={written.kit} onChange={(kit) => change({ kit })} />}
        {kind !== 'test' && kind !== 'relay' && (
          <TextArea
            label={text('missions.toReturn')}
            hint={text('missions.form.returnsHint')}
            optional={optional}
            rows={2}
            maxLength={500}
            value={written.returns}
            onChange={(event) => change({ returns: event.target.value })}
          />
        )}
        <fieldset className="stack stack-4">
          <legend className="h3">{text('missions.form.frame')}</legend>
          <div className="ms-three">
            <TextField
              label={text('missions.form.minutes')}
              type="number"
              inputMode="numeric"
              min={1}
              max={960}
              required
              value={written.minutes}
              onChange={(event) => change({ minutes: event.target.value })}
            />
            <TextField
              label={text('missions.form.quota')}
              type="number"
              inputMode="numeric"
              min={1}
              max={1000}
              optional={optional}
              value={written.quota}
              {...fault('quota')}
              onChange={(event) => change({ quota: event.target.value })}
            />
            <TextField
              label={text('missions.form.dueOn')}
              type="date"
              optional={optional}
              value={written.dueOn}
              onChange={(event) => change({ dueOn: event.target.value })}
            />
          </div>
        </fieldset>
        <ProfileFields
          programmeId={programme.id}
          profile={written.profile}
          onChange={(profile) => change({ profile })}
        />
        <FormProblem error={save.error} fields={['title', 'brief', 'quota', 'test.steps', 'test.teamIds']} />
        <div className="row g2 wrap">
          <Button kind="accent" type="submit" busy={save.isPending}>
            {text(missionId ? 'missions.form.save' : 'missions.form.keep')}
          </Button>
          {!missionId && <p className="sm mut">{text('missions.form.draftNote')}</p>}
        </div>
      </form>
    </>
  )
}
