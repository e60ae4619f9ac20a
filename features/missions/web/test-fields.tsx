import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { findPeople } from '#features/people/contract.ts'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx'
import { FieldNote } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { TestStep } from '../contract.ts'
import { LIMITS } from '../rules/kinds.ts'
import { newStep, type Written } from './draft.ts'
import { useChoiceWords } from './profile-fields.tsx'

interface Changed {
  steps?: TestStep[]
  team?: Written['team']
}

/** What to try, in order, what to look at each time, and who reads the answers. */
export function TestFields({
  steps,
  team,
  error,
  onChange,
}: {
  steps: TestStep[]
  team: Written['team']
  error: string | undefined
  onChange: (part: Changed) => void
}) {
  const text = useText()
  const patch = (at: number, part: Partial<TestStep>) =>
    onChange({ steps: steps.map((step, index) => (index === at ? { ...step, ...part } : step)) })
  const move = (at: number, by: number) => {
    const next = [...steps]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange({ steps: next })
  }
  return (
    <>
      <fieldset className="stack stack-4">
        <legend className="h3">{text('missions.form.steps')}</legend>
        <p className="ink2">{text('missions.form.stepsHint')}</p>
        <FieldNote id="mission-steps-note" error={error} />
        <ol className="stack stack-4 ms-stepfields">
          {steps.map((step, at) => (
            <li key={step.id} className="panel stack stack-3">
              <div className="row row--b g1">
                <p className="h4 grow">{text('missions.form.step', { at: at + 1 })}</p>
                <IconButton
                  icon={ArrowUp}
                  label={text('missions.form.up', { at: at + 1 })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={text('missions.form.down', { at: at + 1 })}
                  disabled={at === steps.length - 1}
                  onClick={() => move(at, 1)}
                />
                {steps.length > 1 && (
                  <IconButton
                    icon={X}
                    label={text('missions.form.removeStep', { at: at + 1 })}
                    onClick={() => onChange({ steps: steps.filter((_, index) => index !== at) })}
                  />
                )}
              </div>
              <TextField
                label={text('missions.form.stepTitle')}
                maxLength={200}
                value={step.title}
                onChange={(event) => patch(at, { title: event.target.value })}
              />
              <TextArea
                label={text('missions.form.lookAt')}
                optional={`(${text('platform.optional')})`}
                rows={1}
                maxLength={1000}
                value={step.lookAt}
                onChange={(event) => patch(at, { lookAt: event.target.value })}
              />
            </li>
          ))}
        </ol>
        {steps.length < LIMITS.steps && (
          <div>
            <Button icon={Plus} onClick={() => onChange({ steps: [...steps, newStep()] })}>
              {text('missions.form.addStep')}
            </Button>
          </div>
        )}
      </fieldset>
      <TeamField team={team} onChange={(next) => onChange({ team: next })} />
    </>
  )
}

interface PersonOption extends ComboboxOption {
  photoFileId: string | null
}
const optionOf = (
  { id, label, photoFileId }: Written['team'][number],
  description?: string,
): PersonOption => ({
  id,
  label,
  photoFileId,
  ...(description ? { description } : {}),
  picture: <Avatar name={label} src={photoFileId ? fileUrl(photoFileId, 'w320') : null} size={24} />,
})

function TeamField({ team, onChange }: { team: Written['team']; onChange: (team: Written['team']) => void }) {
  const text = useText()
  const words = useChoiceWords()
  const search = async (typed: string, signal: AbortSignal) => {
    const query = { limit: 8, ...(typed.trim() ? { search: typed.trim() } : {}) }
    const { items } = await call(findPeople, { query }, { signal })
    return items.map(({ id, givenName, familyName, photoFileId, job, site }) =>
      optionOf(
        { id, label: `${givenName} ${familyName}`, photoFileId },
        [job, site].filter(Boolean).join(', '),
      ),
    )
  }
  return (
    <Combobox<PersonOption>
      multiple
      label={text('missions.form.team')}
      hint={text('missions.form.teamHint')}
      words={words}
      selected={team.map((one) => optionOf(one))}
      search={search}
      onChange={(people) =>
        onChange(people.map(({ id, label, photoFileId }) => ({ id, label, photoFileId })))
      }
    />
  )
}
