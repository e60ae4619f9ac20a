import { X } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { dropObjective, type Measure, setObjective } from '../../contract.ts'
import { useAct } from '../community-data.ts'
import { useObjectiveWords } from '../objective-words.ts'
import type { StepProps } from './step-props.ts'

const MEASURES: Measure[] = ['arrived', 'active', 'creators']
const dayIn = (months: number) => {
  const day = new Date()
  day.setMonth(day.getMonth() + months)
  return day.toISOString().slice(0, 10)
}

export function ObjectivesStep({ community }: StepProps) {
  const text = useText()
  const words = useObjectiveWords()
  const drop = useAct((objectiveId: string) =>
    call(dropObjective, { params: { id: community.id, objectiveId } }),
  )
  return (
    <>
      <ul className="list">
        {community.objectives.map((objective) => (
          <li key={objective.id} className="row sb listed">
            <span>{words(objective)}</span>
            <IconButton
              icon={X}
              label={text('communities.objective.drop')}
              onClick={() => drop.mutate(objective.id)}
            />
          </li>
        ))}
      </ul>
      <ObjectiveForm communityId={community.id} first={community.objectives.length === 0} />
    </>
  )
}

/** The sentence of the field, to be completed: such a share, of whom, by when. */
function ObjectiveForm({ communityId, first }: { communityId: string; first: boolean }) {
  const text = useText()
  const [id, setId] = useState(newId)
  const [measure, setMeasure] = useState<Measure>('arrived')
  const [share, setShare] = useState('80')
  const [startsOn, setStartsOn] = useState(() => dayIn(0))
  const [deadline, setDeadline] = useState(() => dayIn(3))
  const save = useAct(
    () =>
      call(setObjective, {
        params: { id: communityId, objectiveId: id },
        body: { measure, target: Number(share) / 100, startsOn, deadline },
      }),
    () => setId(newId()),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate(undefined)
  }
  return (
    <form className="panel stack stack-3" onSubmit={submit}>
      <SelectField
        label={text('communities.objective.measure')}
        hint={text(`communities.measureHint.${measure}`)}
        value={measure}
        options={MEASURES.map((value) => ({ value, label: text(`communities.measure.${value}`) }))}
        onChange={(event) => setMeasure(event.target.value as Measure)}
      />
      <div className="fields">
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          max={100}
          required
          label={text('communities.objective.share')}
          value={share}
          onChange={(event) => setShare(event.target.value)}
        />
        <TextField
          type="date"
          required
          label={text('communities.objective.from')}
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
        />
        <TextField
          type="date"
          required
          min={startsOn}
          label={text('communities.objective.by')}
          value={deadline}
          onChange={(event) => setDeadline(event.target.value)}
        />
      </div>
      <Button kind="primary" type="submit" busy={save.isPending}>
        {text(first ? 'communities.objective.set' : 'communities.objective.another')}
      </Button>
    </form>
  )
}
