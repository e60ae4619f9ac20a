import { CalendarDays } from 'lucide-react'
import { useId, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText, useTimeZone } from '#platform/web/i18n.ts'
import { fromZoned, toZoned } from '#platform/web/zone-time.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Gathering, type Programme, setGathering } from '../contract.ts'
import { useAct, useCircles, useGatherings, useProgramme } from './programme-data.ts'
import { ProgrammeTabs } from './programme-tabs.tsx'
import './programme.css'

/** People meet: what is ahead, what was lived, and the circles that have not met yet. */
export function GatheringsPage() {
  const query = useProgramme(useParam('id'))
  return <Await query={query}>{(programme) => <Gatherings key={programme.id} programme={programme} />}</Await>
}

function Gatherings({ programme }: { programme: Programme }) {
  const text = useText()
  const [planning, setPlanning] = useState(false)
  return (
    <div className="stack stack-8">
      <PageHead
        title={text('programme.gatherings.title')}
        eyebrow={programme.name}
        lead={text('programme.gatherings.lead')}
        actions={
          programme.can.keep ? (
            <Button kind="accent" onClick={() => setPlanning(true)}>
              {text('programme.gatherings.plan')}
            </Button>
          ) : undefined
        }
      />
      <ProgrammeTabs programme={programme} current="gatherings" />
      <NotMet programme={programme} />
      <Some programme={programme} when="next" />
      <Some programme={programme} when="past" />
      {planning && <GatheringSheet programme={programme} onClose={() => setPlanning(false)} />}
    </div>
  )
}

/** The gate: a circle is launched once it has met. */
function NotMet({ programme }: { programme: Programme }) {
  const text = useText()
  const circles = (useCircles(programme.id).data?.items ?? []).filter((circle) => !circle.launchedAt)
  if (circles.length === 0) return null
  return (
    <section className="panel stack stack-2" aria-labelledby="not-met">
      <SectionHead
        title={
          programme.can.keep || programme.can.shape
            ? text('programme.gatherings.notMet', { count: circles.length })
            : text('programme.gatherings.notMetOwn')
        }
        id="not-met"
      />
      <p>{circles.map((circle) => circle.name).join(', ')}</p>
      <p className="ink2">{text('programme.gatherings.gate')}</p>
    </section>
  )
}

function Some({ programme, when }: { programme: Programme; when: 'next' | 'past' }) {
  const text = useText()
  const query = useGatherings(programme.id, when)
  return (
    <section aria-labelledby={`some-${when}`} className="stack stack-3">
      <SectionHead title={text(`programme.gatherings.${when}List`)} id={`some-${when}`} />
      <Await query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            when === 'next' ? (
              <Empty icon={CalendarDays} title={text('programme.gatherings.noneNext')}>
                <p>{text('programme.gatherings.noneWhy')}</p>
              </Empty>
            ) : (
              <p className="ink2">{text('programme.gatherings.nonePast')}</p>
            )
          ) : (
            <ul className="list">
              {items.map((gathering) => (
                <GatheringItem key={gathering.id} gathering={gathering} />
              ))}
            </ul>
          )
        }}
      </Await>
      {query.hasNextPage && (
        <p>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text('platform.more')}
          </Button>
        </p>
      )}
    </section>
  )
}

function GatheringItem({ gathering }: { gathering: Gathering }) {
  const text = useText()
  const format = useFormat()
  const past = gathering.heldAt !== null
  return (
    <li className="stack stack-2">
      <p className="row g2 wrap">
        <Link className="link b" to={`/programmes/${gathering.programmeId}/rencontres/${gathering.id}`}>
          {gathering.title}
        </Link>
        {gathering.kind === 'founding' && <Badge kind="brand">{text('programme.gatherings.founding')}</Badge>}
        {gathering.cancelledAt && <Badge kind="warn">{text('programme.gatherings.cancelled')}</Badge>}
        {!past && gathering.can.answer && (
          <Badge kind={gathering.mine ? 'ok' : 'info'}>
            {text(gathering.mine ? `programme.coming.${gathering.mine}` : 'programme.coming.none')}
          </Badge>
        )}
      </p>
      <p className="sm ink2">
        {[
          past ? format.day(gathering.startsAt) : format.dayTime(gathering.startsAt),
          gathering.circle?.name ?? text('programme.gatherings.everybody'),
          gathering.place,
          gathering.came === null ? '' : text('programme.gatherings.came', { count: gathering.came }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

/** Plan one, or change what is planned. */
export function GatheringSheet({
  programme,
  gathering,
  onClose,
}: {
  programme: Programme
  gathering?: Gathering
  onClose: () => void
}) {
  const text = useText()
  const timeZone = useTimeZone()
  const form = useId()
  const circles = useCircles(programme.id).data?.items ?? []
  const [id] = useState(() => gathering?.id ?? newId())
  const [circleId, setCircleId] = useState(gathering?.circle?.id ?? '')
  const [title, setTitle] = useState(gathering?.title ?? '')
  const [startsAt, setStartsAt] = useState(gathering ? toZoned(new Date(gathering.startsAt), timeZone) : '')
  const [hours, setHours] = useState(
    gathering ? String((Date.parse(gathering.endsAt) - Date.parse(gathering.startsAt)) / 3_600_000) : '2',
  )
  const [place, setPlace] = useState(gathering?.place ?? '')
  const [onlineUrl, setOnlineUrl] = useState(gathering?.onlineUrl ?? '')
  const [agenda, setAgenda] = useState(gathering?.agenda ?? '')
  const circle = circles.find((one) => one.id === circleId)
  const founding = circle !== undefined && circle.launchedAt === null
  const save = useAct(
    () => {
      const starts = new Date(fromZoned(startsAt, timeZone) ?? startsAt)
      return call(setGathering, {
        params: { id },
        body: {
          programmeId: programme.id,
          circleId: circleId || null,
          kind: founding ? 'founding' : 'regular',
          title: title.trim(),
          startsAt: starts.toISOString(),
          endsAt: new Date(starts.getTime() + Number(hours) * 3_600_000).toISOString(),
          place,
          onlineUrl,
          agenda,
        },
      })
    },
    { says: text('programme.gatherings.saved'), onDone: onClose, quiet: true },
  )
  return (
    <Sheet
      open
      onClose={onClose}
      title={text(gathering ? 'programme.gatherings.change' : 'programme.gatherings.plan')}
      closeLabel={text('platform.close')}
      foot={
        <Button kind="primary" type="submit" form={form} busy={save.isPending}>
          {text(gathering ? 'programme.gatherings.save' : 'programme.gatherings.send')}
        </Button>
      }
    >
      <form
        id={form}
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <SelectField
          label={text('programme.gatherings.whom')}
          hint={founding ? text('programme.gatherings.foundingHint') : undefined}
          value={circleId}
          options={[
            { value: '', label: text('programme.gatherings.everybody') },
            ...circles.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(event) => setCircleId(event.target.value)}
        />
        <TextField
          label={text('programme.gatherings.name')}
          required
          maxLength={120}
          value={title}
          error={fieldError(save.error, 'title')}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="prg-dates">
          <TextField
            label={text('programme.gatherings.starts')}
            type="datetime-local"
            required
            value={startsAt}
            onChange={(event) => setStartsAt(event.target.value)}
          />
          <TextField
            label={text('programme.gatherings.lasts')}
            type="number"
            min={0.5}
            max={72}
            step={0.5}
            required
            value={hours}
            error={fieldError(save.error, 'endsAt')}
            onChange={(event) => setHours(event.target.value)}
          />
        </div>
        <TextField
          label={text('programme.gatherings.place')}
          maxLength={200}
          value={place}
          error={fieldError(save.error, 'place')}
          onChange={(event) => setPlace(event.target.value)}
        />
        <TextField
          label={text('programme.gatherings.online')}
          hint={text('programme.gatherings.onlineHint')}
          type="url"
          maxLength={500}
          value={onlineUrl}
          error={fieldError(save.error, 'onlineUrl')}
          onChange={(event) => setOnlineUrl(event.target.value)}
        />
        <TextArea
          label={text('programme.gatherings.agenda')}
          rows={4}
          maxLength={4000}
          value={agenda}
          onChange={(event) => setAgenda(event.target.value)}
        />
        <FormProblem error={save.error} fields={['title', 'endsAt', 'place', 'onlineUrl']} />
      </form>
    </Sheet>
  )
}
