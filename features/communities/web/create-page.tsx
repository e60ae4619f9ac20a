import { type SubmitEvent, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type CommunityKind, createCommunity } from '../contract.ts'
import { useAct } from './community-data.ts'
import { KindChoice } from './kind-choice.tsx'
import './communities.css'

/** A name and a kind are enough to begin; the rest is prepared step by step. */
export function CreateCommunityPage() {
  const text = useText()
  const go = useGo()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<CommunityKind>('everybody')
  const create = useAct(
    () => call(createCommunity, { params: { id }, body: { name: name.trim(), kind } }),
    (community) => go(`/communautes/${community.id}/preparer`),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    create.mutate(undefined)
  }
  return (
    <>
      <PageHead title={text('communities.create.title')} lead={text('communities.create.lead')} />
      <form className="stack stack-6 narrow" onSubmit={submit}>
        <TextField
          label={text('communities.name')}
          hint={text('communities.nameHint')}
          required
          pattern=".*\S.*"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <KindChoice kind={kind} onChange={setKind} />
        <Button kind="accent" type="submit" busy={create.isPending}>
          {text('communities.create.begin')}
        </Button>
      </form>
    </>
  )
}
