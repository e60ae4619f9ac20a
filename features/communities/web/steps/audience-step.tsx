import { useState } from 'react'
import type { Audience } from '#features/audiences/contract.ts'
import { AudienceForm } from '#features/audiences/web/public/audience-form.tsx'
import { useAudience, useAudiences } from '#features/audiences/web/public/audience-data.ts'
import { LiveSample } from '#features/audiences/web/public/live-sample.tsx'
import { Await } from '#platform/web/await.tsx'
import { newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import type { Community, Entry } from '../../contract.ts'
import type { StepProps } from './step-props.ts'

export function AudienceStep({ community, change, refusal }: StepProps) {
  const text = useText()
  const me = useMe()
  const writes = !me.outside && (me.standing === 'animator' || me.standing === 'administrator')
  return (
    <>
      {writes ? (
        <AudienceChoice community={community} change={change} />
      ) : (
        <p className="ink2">{text('communities.audience.notYours')}</p>
      )}
      <DoorChoice community={community} change={change} error={refusal?.on('entry')} />
    </>
  )
}

function AudienceChoice({ community, change }: Pick<StepProps, 'community' | 'change'>) {
  const text = useText()
  const query = useAudiences()
  const [chosen, setChosen] = useState(community.preparation?.audience?.id ?? null)
  const [newAudience, setNewAudience] = useState<string | null>(null)
  const choose = (id: string | null) => {
    setChosen(id)
    change({ audienceId: id })
  }
  const saved = (audience: Audience) => {
    setNewAudience(null)
    choose(audience.id)
  }
  if (newAudience)
    return (
      <div className="panel">
        <AudienceForm
          id={newAudience}
          onSaved={saved}
          onCancel={() => setNewAudience(null)}
          buttonKind="primary"
        />
      </div>
    )
  return (
    <Await query={query}>
      {({ pages }) => {
        const known = pages.flatMap((page) => page.items).map(({ id, name }) => ({ id, name }))
        const current = community.preparation?.audience
        const list = current && !known.some((one) => one.id === current.id) ? [...known, current] : known
        return (
          <div className="stack stack-3">
            <SelectField
              label={text('communities.audience.label')}
              hint={text('communities.audience.hint')}
              placeholder={text('communities.audience.choose')}
              value={chosen ?? ''}
              options={list.map((audience) => ({ value: audience.id, label: audience.name }))}
              onChange={(event) => choose(event.target.value || null)}
            />
            <div className="row g2 wrap">
              <Button onClick={() => setNewAudience(newId())}>{text('communities.audience.create')}</Button>
              {query.hasNextPage && (
                <Button
                  kind="ghost"
                  onClick={() => void query.fetchNextPage()}
                  busy={query.isFetchingNextPage}
                >
                  {text('communities.audience.more')}
                </Button>
              )}
            </div>
            {chosen && <Chosen audienceId={chosen} />}
            {chosen && (
              <Switch
                label={text('communities.audience.seats')}
                hint={text('communities.audience.seatsHint')}
                checked={community.preparation?.audienceSeats ?? false}
                onChange={(audienceSeats) => change({ audienceSeats })}
              />
            )}
          </div>
        )
      }}
    </Await>
  )
}

function Chosen({ audienceId }: { audienceId: string }) {
  const query = useAudience(audienceId)
  return <Await query={query}>{(audience) => <LiveSample rule={audience.rule} />}</Await>
}

type Door = `${Community['openness']}_${Entry}`
const DOORS: Door[] = ['open_open', 'closed_open', 'closed_request', 'closed_invitation', 'secret_invitation']

function DoorChoice({
  community,
  change,
  error,
}: Pick<StepProps, 'community' | 'change'> & { error: string | undefined }) {
  const text = useText()
  return (
    <RadioGroup<Door>
      legend={text('communities.door.legend')}
      error={error}
      value={`${community.openness}_${community.entry}`}
      onChange={(door) => {
        const [openness, entry] = door.split('_') as [Community['openness'], Entry]
        change({ openness, entry })
      }}
      options={DOORS.map((value) => ({
        value,
        label: text(`communities.doors.${value}`),
        hint: text(`communities.doorsHint.${value}`),
      }))}
    />
  )
}
