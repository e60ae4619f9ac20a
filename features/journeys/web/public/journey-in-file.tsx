import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type JourneyInFile, nameBuddy, readBuddyChoices } from '../../contract.ts'
import { nameOf } from '../faces.ts'
import { useAct, useJourneyInFile } from '../journey-data.ts'
import '../journeys.css'

/** In a file: where its person is on the way, for them and the keepers. */
export function JourneyInFileWidget({
  programmeId,
  ambassadorId,
}: {
  programmeId: string
  ambassadorId: string
}) {
  const text = useText()
  const query = useJourneyInFile(ambassadorId)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
      {(file) => <InFile programmeId={programmeId} ambassadorId={ambassadorId} file={file} />}
    </Await>
  )
}

function InFile({
  programmeId,
  ambassadorId,
  file,
}: {
  programmeId: string
  ambassadorId: string
  file: JourneyInFile
}) {
  const text = useText()
  const format = useFormat()
  if (file.steps.length === 0) return null
  const note = file.completedAt
    ? text('journeys.inFile.complete', { day: format.day(file.completedAt) })
    : file.since
      ? text('journeys.inFile.since', { day: format.day(file.since) })
      : text('journeys.inFile.notBegun')
  return (
    <section aria-labelledby="journey-in-file">
      <SectionHead id="journey-in-file" title={text('journeys.inFile.title')} note={note} />
      <ul className="draft__h">
        {file.steps.map((step) => (
          <li key={step.id} className={step.doneAt ? 'yes' : undefined}>
            {step.doneAt ? (
              <CircleCheck className="i" aria-hidden />
            ) : (
              <CircleDashed className="i" aria-hidden />
            )}
            <span>
              <b>{step.title}</b>
              <span className="sm ink2">
                {step.doneAt
                  ? text(step.kind === 'learn' ? 'journeys.inFile.passedOn' : 'journeys.doneOn', {
                      day: format.shortDay(step.doneAt),
                    })
                  : step.dueAt
                    ? text('journeys.due', { day: format.shortDay(step.dueAt) })
                    : text('journeys.inFile.whenever')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className="stack stack-3">
        {/* Once the way is walked, a buddy who has left is no news. */}
        {(file.buddy || !file.completedAt) && (
          <p>
            {file.buddy
              ? text('journeys.inFile.buddy', { name: nameOf(file.buddy) })
              : text('journeys.inFile.noBuddy')}
          </p>
        )}
        {file.can.nameBuddy && <NameBuddy ambassadorId={ambassadorId} />}
        {file.can.nameBuddy && (
          <p>
            <Link className="more" to={`/programmes/${programmeId}/parcours/appels`}>
              {text('journeys.inFile.calls')}
            </Link>
          </p>
        )}
      </div>
    </section>
  )
}

function NameBuddy({ ambassadorId }: { ambassadorId: string }) {
  const text = useText()
  const [chosen, setChosen] = useState('')
  const query = useQuery({
    queryKey: ['journeys', 'buddies', ambassadorId],
    queryFn: ({ signal }) => call(readBuddyChoices, { params: { id: ambassadorId } }, { signal }),
  })
  const name = useAct(() => call(nameBuddy, { params: { id: ambassadorId }, body: { buddyId: chosen } }))
  const choices = query.data?.items ?? []
  if (choices.length === 0)
    return query.data ? <p className="sm ink2">{text('journeys.inFile.nobodyYet')}</p> : null
  return (
    <div className="stack stack-3">
      <SelectField
        label={text('journeys.inFile.chooseBuddy')}
        hint={text('journeys.inFile.chooseBuddyHint')}
        value={chosen}
        placeholder={text('journeys.inFile.choose')}
        options={choices.map(({ ambassadorId: id, person, near }) => ({
          value: id,
          label: [nameOf(person), near === 'none' ? person.site : text(`journeys.inFile.near.${near}`)]
            .filter(Boolean)
            .join(', '),
        }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Button
        busy={name.isPending}
        {...(chosen ? {} : { disabledReason: text('journeys.inFile.chooseFirst') })}
        onClick={() => name.mutate(undefined)}
      >
        {text('journeys.inFile.nameBuddy')}
      </Button>
    </div>
  )
}
