import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type Charter, publishCharter } from '../../contract.ts'
import { useAct, useCharter } from '../community-data.ts'
import type { StepProps } from './step-props.ts'

export function CharterStep({ community }: StepProps) {
  const query = useCharter(community.id)
  return (
    <Await query={query}>
      {({ charter }) => (
        <CharterEditor key={charter?.id ?? 'first'} communityId={community.id} charter={charter} />
      )}
    </Await>
  )
}

/** A text is kept on this device until it is published: nobody signs a draft. */
function CharterEditor({ communityId, charter }: { communityId: string; charter: Charter | null }) {
  const text = useText()
  const format = useFormat()
  const place = `elan:charter:${communityId}`
  const [body, setBody] = useState(() => localStorage.getItem(place) ?? charter?.body ?? '')
  const write = (next: string) => {
    setBody(next)
    localStorage.setItem(place, next)
  }
  const [weight, setWeight] = useState<'material' | 'small'>('material')
  const [changes, setChanges] = useState('')
  const publish = useAct(
    () =>
      call(publishCharter, {
        params: { id: communityId, charterId: newId() },
        body: { body, material: weight === 'material', changes: changes.trim() },
      }),
    () => localStorage.removeItem(place),
  )
  const unchanged = body.trim() === (charter?.body ?? '')
  const reason =
    body.trim() === ''
      ? text('communities.charter.empty')
      : unchanged
        ? text('communities.charter.unchanged')
        : undefined
  return (
    <>
      {charter && (
        <p>
          <b>
            {text('communities.charter.inForce', {
              version: charter.version,
              day: format.day(charter.publishedAt),
            })}
          </b>{' '}
          {charter.signatures && (
            <span className="ink2">{text('communities.charter.signed', { ...charter.signatures })}</span>
          )}
        </p>
      )}
      <TextArea
        label={text('communities.charter.label')}
        hint={text('communities.charter.hint')}
        maxLength={20_000}
        value={body}
        onChange={(event) => write(event.target.value)}
      />
      {charter && !unchanged && (
        <>
          <RadioGroup
            legend={text('communities.charter.materialLegend')}
            options={[
              { value: 'material', label: text('communities.charter.material') },
              { value: 'small', label: text('communities.charter.small') },
            ]}
            value={weight}
            onChange={setWeight}
            hint={text(weight === 'material' ? 'communities.charter.again' : 'communities.charter.againNot')}
          />
          <TextArea
            label={text('communities.charter.changesLabel')}
            hint={text('communities.charter.changesHint')}
            maxLength={2000}
            value={changes}
            onChange={(event) => setChanges(event.target.value)}
          />
        </>
      )}
      <div className="row g2 wrap">
        {body.trim() === '' && (
          <Button onClick={() => write(text('communities.charter.model'))}>
            {text('communities.charter.useModel')}
          </Button>
        )}
        <Button
          kind="primary"
          busy={publish.isPending}
          disabledReason={reason}
          onClick={() => publish.mutate(undefined)}
        >
          {text(charter ? 'communities.charter.publishNext' : 'communities.charter.publish')}
        </Button>
      </div>
    </>
  )
}
