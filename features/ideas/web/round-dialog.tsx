import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { readIdeas, type Round, setRound } from '../contract.ts'
import { LIMITS } from '../rules/statuses.ts'
import { addressOf } from './idea-parts.tsx'
import { useIdeasAct } from './ideas-data.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A round: its name, its last day, its votes, the ideas it proposes. Once open, its votes no longer change. */
export function RoundDialog({
  programmeId,
  round,
  onClose,
}: {
  programmeId: string
  round?: Round
  onClose: () => void
}) {
  const text = useText()
  const go = useGo()
  const [id] = useState(() => round?.id ?? newId())
  const [said, setSaid] = useState({
    name: round?.name ?? '',
    closesOn: round?.closesOn ?? inDays(14),
    votesEach: String(round?.votesEach ?? 5),
    mostOnOne: String(round?.mostOnOne ?? 3),
    showsTotals: round?.showsTotals ?? false,
  })
  const kept = round?.ideas.filter((one) => !one.left) ?? []
  const [chosen, setChosen] = useState<string[]>(kept.map((one) => one.id))
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const save = useIdeasAct(
    () =>
      call(setRound, {
        params: { id },
        body: {
          programmeId,
          ...said,
          name: said.name.trim(),
          votesEach: Number(said.votesEach),
          mostOnOne: Number(said.mostOnOne),
          ideaIds: chosen,
        },
      }),
    () => {
      showToast({ message: text(round ? 'platform.saved' : 'ideas.round.prepared') })
      onClose()
      if (!round) go(`${addressOf(programmeId)}/tours/${id}`)
    },
  )
  const opened = round?.state === 'open'
  const number = { type: 'number', inputMode: 'numeric', min: 1, max: LIMITS.votes, required: true } as const
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      closeOutside={false}
      title={text(round ? 'ideas.round.edit' : 'ideas.round.prepare')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <TextField
          label={text('ideas.round.name')}
          hint={text('ideas.round.nameHint')}
          error={fieldError(save.error, 'name')}
          required
          data-autofocus
          maxLength={LIMITS.roundName}
          value={said.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextField
          label={text('ideas.round.closesOn')}
          hint={text('ideas.round.closesOnHint')}
          error={fieldError(save.error, 'closesOn')}
          type="date"
          required
          value={said.closesOn}
          onChange={(event) => set({ closesOn: event.target.value })}
        />
        {!opened && (
          <>
            <div className="idf">
              <TextField
                label={text('ideas.round.votesEach')}
                error={fieldError(save.error, 'votesEach')}
                {...number}
                value={said.votesEach}
                onChange={(event) => set({ votesEach: event.target.value })}
              />
              <TextField
                label={text('ideas.round.mostOnOne')}
                error={fieldError(save.error, 'mostOnOne')}
                {...number}
                value={said.mostOnOne}
                onChange={(event) => set({ mostOnOne: event.target.value })}
              />
            </div>
            <Checkbox
              label={text('ideas.round.showsTotals')}
              hint={text('ideas.round.showsTotalsHint')}
              checked={said.showsTotals}
              onChange={(event) => set({ showsTotals: event.target.checked })}
            />
          </>
        )}
        <Proposed programmeId={programmeId} kept={kept} chosen={chosen} onChange={setChosen} />
        <FormProblem error={save.error} fields={['name', 'closesOn', 'votesEach', 'mostOnOne']} />
        <div>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {text('ideas.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Proposed({
  programmeId,
  kept,
  chosen,
  onChange,
}: {
  programmeId: string
  kept: readonly { id: string; title: string }[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}) {
  const text = useText()
  const open = useQuery({
    queryKey: ['ideas', 'to-propose', programmeId],
    queryFn: () =>
      call(readIdeas, { params: { id: programmeId }, query: { status: 'open', order: 'value', limit: 100 } }),
  })
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <fieldset className="stack stack-2">
      <legend className="label">{text('ideas.round.proposed', { count: chosen.length })}</legend>
      <Await query={open} skeleton={<ListSkeleton label={text('platform.loading')} rows={4} />}>
        {({ items }) => {
          const more = kept.filter((one) => !items.some((item) => item.id === one.id))
          const all = [...items, ...more]
          if (all.length === 0) return <p className="ink2">{text('ideas.round.nothingOpen')}</p>
          return (
            <ul className="stack stack-1 idf__l">
              {all.map(({ id, title }) => (
                <li key={id}>
                  <Checkbox
                    label={title}
                    checked={chosen.includes(id)}
                    onChange={(event) => toggle(id, event.target.checked)}
                  />
                </li>
              ))}
            </ul>
          )
        }}
      </Await>
    </fieldset>
  )
}
