import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Audience, type Rule, saveAudience } from '../../contract.ts'
import { clausesOf } from '../../rules/clauses.ts'
import { isComplete } from '../../rules/drafts.ts'
import { LiveSample } from './live-sample.tsx'
import { RuleEditor } from './rule-editor.tsx'

interface AudienceFormProps {
  id: string
  start?: { name: string; rule: Rule }
  onSaved: (audience: Audience) => void
  onCancel: () => void
  /** The one accent of a screen is not spent by a form inside another. */
  buttonKind?: 'accent' | 'primary'
}

/** Name, rule, and beside them who it is, right now. */
export function AudienceForm({ id, start, onSaved, onCancel, buttonKind = 'accent' }: AudienceFormProps) {
  const text = useText()
  const queries = useQueryClient()
  const [name, setName] = useState(start?.name ?? '')
  const [rule, setRule] = useState<Rule>(start?.rule ?? { all: [] })
  const [strict, setStrict] = useState(false)
  const save = useMutation({
    mutationFn: () => call(saveAudience, { params: { id }, body: { name: name.trim(), rule } }),
    onSuccess: (audience) => {
      void queries.invalidateQueries({ queryKey: ['audiences'] })
      onSaved(audience)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setStrict(true)
    if (clausesOf(rule).every(isComplete)) save.mutate()
  }
  return (
    <form className="audience-frame" onSubmit={submit}>
      <div className="audience">
        <div className="stack stack-6">
          <TextField
            label={text('audiences.name')}
            hint={text('audiences.nameHint')}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <RuleEditor rule={rule} onChange={setRule} strict={strict} />
          {save.error && (
            <Banner kind="bad">
              {save.error instanceof Refused ? save.error.message : text('platform.unreachable.title')}
            </Banner>
          )}
          <div className="row g2 wrap">
            <Button kind={buttonKind} type="submit" busy={save.isPending}>
              {text('audiences.save')}
            </Button>
            <Button kind="ghost" onClick={onCancel}>
              {text('audiences.cancel')}
            </Button>
          </div>
        </div>
        <LiveSample rule={rule} />
      </div>
    </form>
  )
}
