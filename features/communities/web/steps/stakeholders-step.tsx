import { X } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { dropStakeholder, nameStakeholder, type Part } from '../../contract.ts'
import { useAct } from '../community-data.ts'
import { PersonPicker, type PickedPerson } from '../public/person-picker.tsx'
import { Stakeholders } from '../stakeholders.tsx'
import type { StepProps } from './step-props.ts'

const PARTS: Part[] = ['sponsor', 'lead', 'animator', 'moderator', 'communication', 'hr', 'it']

export function StakeholdersStep({ community }: StepProps) {
  const text = useText()
  const drop = useAct((stakeholderId: string) =>
    call(dropStakeholder, { params: { id: community.id, stakeholderId } }),
  )
  const missing = PARTS.find(
    (part) => !community.stakeholders.some((stakeholder) => stakeholder.part === part),
  )
  return (
    <>
      <Stakeholders
        stakeholders={community.stakeholders}
        act={(stakeholder, name) => (
          <IconButton
            icon={X}
            label={text('communities.stakeholder.drop', { name })}
            onClick={() => drop.mutate(stakeholder.id)}
          />
        )}
      />
      <StakeholderForm
        key={community.stakeholders.length}
        communityId={community.id}
        suggested={missing ?? 'animator'}
      />
    </>
  )
}

/** Who, in which part; what is expected is proposed and can be put otherwise. */
function StakeholderForm({ communityId, suggested }: { communityId: string; suggested: Part }) {
  const text = useText()
  const [id] = useState(newId)
  const [part, setPart] = useState<Part>(suggested)
  const [picked, setPicked] = useState<PickedPerson | null>(null)
  const [name, setName] = useState('')
  const [own, setOwn] = useState<string | null>(null)
  const expectation = own ?? text(`communities.expectation.${part}`)
  const save = useAct(() =>
    call(nameStakeholder, {
      params: { id: communityId, stakeholderId: id },
      body: { part, memberId: picked?.id ?? null, name, expectation },
    }),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate(undefined)
  }
  return (
    <form className="panel stack stack-3" onSubmit={submit}>
      <SelectField
        label={text('communities.stakeholder.part')}
        value={part}
        options={PARTS.map((value) => ({ value, label: text(`communities.part.${value}`) }))}
        onChange={(event) => setPart(event.target.value as Part)}
      />
      <PersonPicker label={text('communities.stakeholder.person')} picked={picked} onPick={setPicked} />
      {!picked && (
        <TextField
          label={text('communities.stakeholder.name')}
          optional={`(${text('platform.optional')})`}
          maxLength={160}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <TextArea
        label={text('communities.stakeholder.expectation')}
        maxLength={1000}
        value={expectation}
        onChange={(event) => setOwn(event.target.value)}
      />
      <Button
        kind="primary"
        type="submit"
        busy={save.isPending}
        disabledReason={!picked && name.trim() === '' ? text('communities.stakeholder.who') : undefined}
      >
        {text('communities.stakeholder.add')}
      </Button>
    </form>
  )
}
