import { type FormEvent, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText, useTimeZone } from '#platform/web/i18n.ts'
import { fromZoned, toZoned } from '#platform/web/zone-time.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Who } from '#ui/who.tsx'
import { Refused } from '#platform/web/call.ts'
import { holdCall, type KeptSlot, offerSlot, withdrawSlot } from '../contract.ts'
import { CallNotes } from './call-notes.tsx'
import { faceOf, nameOf } from './faces.ts'
import { useAct, useSlots } from './journey-data.ts'
import { KeeperTabs } from './keeper-tabs.tsx'
import './journeys.css'

/** The times a keeper offers, who booked them, and what was said. */
export function CallsPage() {
  const text = useText()
  const programmeId = useParam('id')
  const query = useSlots(programmeId)
  return (
    <>
      <PageHead
        eyebrow={<Link to={`/programmes/${programmeId}`}>{text('journeys.programme')}</Link>}
        title={text('journeys.calls.title')}
        lead={text('journeys.calls.lead')}
      />
      <KeeperTabs programmeId={programmeId} current="calls" />
      <Await query={query}>
        {({ offered }) => (
          <div className="stack stack-10 jrn">
            <Offer programmeId={programmeId} />
            <section>
              <SectionHead title={text('journeys.calls.mine')} />
              {offered.length === 0 ? (
                <Empty title={text('journeys.calls.none')}>
                  <p>{text('journeys.calls.noneWhy')}</p>
                </Empty>
              ) : (
                <ul className="slots">
                  {nextFirst(offered).map((slot) => (
                    <li key={slot.id}>
                      <Kept slot={slot} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </div>
        )}
      </Await>
    </>
  )
}

/** Those to come, the nearest first; then those of before, the latest first. */
function nextFirst(slots: readonly KeptSlot[]): KeptSlot[] {
  const now = Date.now()
  const at = ({ startsAt }: KeptSlot) => Date.parse(startsAt)
  const byTime = slots.toSorted((a, b) => at(a) - at(b))
  const past = byTime.filter((slot) => at(slot) < now)
  return [...byTime.filter((slot) => at(slot) >= now), ...past.toReversed()]
}

const LENGTHS = [15, 20, 30, 45, 60]

function Offer({ programmeId }: { programmeId: string }) {
  const text = useText()
  const timeZone = useTimeZone()
  const [earliest] = useState(() => toZoned(new Date(), timeZone))
  const [id, setId] = useState(newId)
  const [when, setWhen] = useState('')
  const [minutes, setMinutes] = useState(20)
  const [place, setPlace] = useState('')
  const offer = useAct(
    () =>
      call(offerSlot, {
        params: { id },
        body: { programmeId, startsAt: fromZoned(when, timeZone) ?? when, minutes, place: place.trim() },
      }),
    () => {
      setId(newId())
      setWhen('')
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (when) offer.mutate(undefined)
  }
  const wrong = offer.error instanceof Refused ? offer.error.on('startsAt') : undefined
  return (
    <form className="stack stack-4 jrn__form" onSubmit={submit}>
      <TextField
        label={text('journeys.calls.when')}
        type="datetime-local"
        min={earliest}
        value={when}
        required
        error={wrong}
        onChange={(event) => setWhen(event.target.value)}
      />
      <SelectField
        label={text('journeys.calls.length')}
        value={String(minutes)}
        options={LENGTHS.map((length) => ({
          value: String(length),
          label: text('journeys.minutes', { count: length }),
        }))}
        onChange={(event) => setMinutes(Number(event.target.value))}
      />
      <TextField
        label={text('journeys.calls.place')}
        hint={text('journeys.calls.placeHint')}
        maxLength={300}
        value={place}
        onChange={(event) => setPlace(event.target.value)}
      />
      <p>
        <Button
          kind="accent"
          type="submit"
          busy={offer.isPending}
          {...(when ? {} : { disabledReason: text('journeys.calls.chooseWhen') })}
        >
          {text('journeys.calls.offer')}
        </Button>
      </p>
    </form>
  )
}

function Kept({ slot }: { slot: KeptSlot }) {
  const text = useText()
  const { weekdayTime: day } = useFormat()
  const withdraw = useAct(() => call(withdrawSlot, { params: { id: slot.id } }))
  const hold = useAct(() => call(holdCall, { params: { id: slot.id } }))
  return (
    <div className={slot.person ? 'slot slot--mine' : 'slot'}>
      <p className="b">{day(slot.startsAt)}</p>
      {slot.place && <p className="sm">{slot.place}</p>}
      {slot.person ? (
        <Who person={{ ...faceOf(slot.person), size: 40 }} meta={slot.person.site}>
          {nameOf(slot.person)}
        </Who>
      ) : (
        <p className="sm ink2">{text('journeys.calls.free')}</p>
      )}
      {slot.heldAt && <p className="sm b">{text('journeys.calls.held')}</p>}
      <div className="row g2 wrap">
        {slot.person && !slot.heldAt && (
          <Button kind="primary" size="s" busy={hold.isPending} onClick={() => hold.mutate(undefined)}>
            {text('journeys.calls.hold')}
          </Button>
        )}
        {!slot.heldAt && (
          <Button kind="ghost" size="s" busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {text('journeys.calls.withdraw')}
          </Button>
        )}
      </div>
      {slot.person && <CallNotes slotId={slot.id} />}
    </div>
  )
}
