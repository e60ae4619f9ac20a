import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Printer } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useQuick, useRefused } from '#platform/web/quick.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Mission, readAnswers, removeRelay, setRelay } from '../contract.ts'
import { missionKey, RELAY, type RelayDone, TOUCHED, useAct, useRelaysOnTheirWay } from './missions-data.ts'
import { More } from './missions-page.tsx'

type Kit = NonNullable<Mission['relay']>
const LENGTHS = ['tenSeconds', 'oneMinute', 'fiveMinutes'] as const

/** What to say, in the time one has; the question to bring back; done in one tap. */
export function RelayPanel({ mission, relay }: { mission: Mission; relay: Kit }) {
  const text = useText()
  const lengths = LENGTHS.filter((one) => relay[one])
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('tenSeconds')
  const open = mission.state === 'open' && (mission.can.take || mission.mine !== null)
  return (
    <>
      <section className="stack stack-4">
        <SectionHead title={text('missions.relay.message')} />
        {lengths.length > 1 && (
          <Segmented
            label={text('missions.relay.length')}
            options={lengths.map((value) => ({ value, label: text(`missions.relay.${value}`) }))}
            value={length}
            onChange={(value) => setLength(value)}
          />
        )}
        <div className="ms-kit">
          {relay.visualFileId && (
            <img className="ms-kit__v" src={fileUrl(relay.visualFileId, 'w640')} alt={relay.visualAlt} />
          )}
          <p className={length === 'tenSeconds' ? 'ms-kit__s h3' : 'ms-kit__s'}>{relay[length]}</p>
        </div>
        {relay.question && (
          <p className="panel">
            <span className="sm b ink2 ms-kit__q">{text('missions.kit.question')}</span>
            <span className="h4">{relay.question}</span>
          </p>
        )}
        <p>
          <a
            className={buttonClass({ kind: 'line' })}
            href={`/api/missions/${mission.id}/kit`}
            target="_blank"
            rel="noreferrer"
          >
            <Printer className="i" aria-hidden />
            {text('missions.relay.print')}
          </a>
        </p>
        {relay.reach && relay.reach.relays > 0 && (
          <p className="ink2">
            {text('missions.relay.reach', { count: relay.reach.relays, people: relay.reach.people })}
          </p>
        )}
      </section>
      {open && <RelayForm key={relay.mine.length} mission={mission} again={relay.mine.length > 0} />}
      {relay.mine.length > 0 && <MyRelays mission={mission} relay={relay} />}
      {mission.can.shape && mission.state !== 'draft' && <Answers mission={mission} />}
    </>
  )
}

const USUAL = [5, 10, 15, 25]

function RelayForm({ mission, again }: { mission: Mission; again: boolean }) {
  const text = useText()
  const refused = useRefused<RelayDone>(RELAY, mission.id)
  const [relayId] = useState(() => refused?.id ?? newId())
  const [people, setPeople] = useState(refused?.given.people ?? 10)
  const [answer, setAnswer] = useState(refused?.given.answer ?? '')
  const queries = useQueryClient()
  const done = useQuick({
    kind: RELAY,
    scope: mission.id,
    endpoint: setRelay,
    id: relayId,
    input: (told: RelayDone) => ({
      params: { id: mission.id, relayId },
      body: { people: told.people, answer: told.answer },
    }),
    label: mission.title,
    touches: TOUCHED,
    arrive: (reply) => queries.setQueryData(missionKey(mission.id), reply),
    says: (_reply, told) => text('missions.relay.noted', { count: told.people }),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (people >= 1) done.mutate({ people, answer: answer.trim(), at: new Date().toISOString() })
  }
  return (
    <form className="panel stack stack-4" onSubmit={submit} aria-label={text('missions.relay.done')}>
      <h2 className="h4">{text(again ? 'missions.relay.again' : 'missions.relay.when')}</h2>
      <div className="stack stack-2">
        <div className="ms-few">
          <TextField
            label={text('missions.relay.people')}
            type="number"
            inputMode="numeric"
            min={1}
            max={500}
            required
            value={people || ''}
            onChange={(event) =>
              setPeople(Math.min(500, Math.max(0, Math.round(Number(event.target.value)))))
            }
          />
        </div>
        <ChipRow label={text('missions.relay.usual')}>
          {USUAL.map((count) => (
            <Chip key={count} pressed={people === count} onClick={() => setPeople(count)}>
              {String(count)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      <TextArea
        label={text('missions.relay.said')}
        hint={text('missions.relay.saidHint')}
        optional={`(${text('platform.optional')})`}
        rows={2}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <Button
        kind="accent"
        size="l"
        full
        icon={Check}
        type="submit"
        busy={done.isPending}
        disabledReason={people >= 1 ? undefined : text('missions.relay.howMany')}
      >
        {text('missions.relay.done')}
      </Button>
    </form>
  )
}

function MyRelays({ mission, relay }: { mission: Mission; relay: Kit }) {
  const text = useText()
  const format = useFormat()
  const leaving = useRelaysOnTheirWay(mission.id)
  const remove = useAct(
    (relayId: string) => call(removeRelay, { params: { id: mission.id, relayId } }),
    () => showToast({ message: text('missions.relay.removed') }),
  )
  return (
    <section className="stack stack-2">
      <SectionHead title={text('missions.relay.mine')} />
      <ul className="list">
        {relay.mine.map((one) => (
          <li key={one.id} className="row g2">
            <div className="grow stack stack-1">
              <p>
                {text('missions.relay.told', { count: one.people })}{' '}
                <span className="sm mut">
                  {leaving.some(({ id }) => id === one.id)
                    ? text('platform.waiting')
                    : format.ago(one.relayedAt)}
                </span>
              </p>
              {one.answer && <p className="ms-said sm ink2">{one.answer}</p>}
            </div>
            {mission.state === 'open' && !leaving.some(({ id }) => id === one.id) && (
              <Button kind="ghost" size="s" busy={remove.isPending} onClick={() => remove.mutate(one.id)}>
                {text('missions.relay.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What teams answered, together: never by whom it was brought back. */
function Answers({ mission }: { mission: Mission }) {
  const text = useText()
  const query = useInfiniteQuery({
    queryKey: ['missions', 'answers', mission.id],
    queryFn: ({ pageParam, signal }) =>
      call(
        readAnswers,
        { params: { id: mission.id }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  return (
    <section className="stack stack-3">
      <SectionHead title={text('missions.relay.answers')} />
      <Await query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p className="ink2">{text('missions.relay.noAnswer')}</p>
          return (
            <>
              <ul className="list">
                {items.map((one) => (
                  <li key={one.id} className="stack stack-1">
                    <p className="ms-said">{one.answer}</p>
                    <p className="sm mut">{text('missions.relay.told', { count: one.people })}</p>
                  </li>
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Await>
    </section>
  )
}
