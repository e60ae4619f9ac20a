import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { addressOf, call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import {
  answerGathering,
  cancelGathering,
  type Coming,
  type Gathering,
  gatheringFile,
  holdGathering,
} from '../contract.ts'
import { GatheringSheet } from './gatherings-page.tsx'
import { useAct, useAttendance, useGathering, useProgramme } from './programme-data.ts'
import './programme.css'

const ANSWERS = ['on_site', 'online', 'no'] as const

/** One gathering: where and when, my answer, and for those who organise, who came. */
export function GatheringPage() {
  const query = useGathering(useParam('gatheringId'))
  return <Await query={query}>{(gathering) => <One key={gathering.id} gathering={gathering} />}</Await>
}

function One({ gathering }: { gathering: Gathering }) {
  const text = useText()
  const format = useFormat()
  const programme = useProgramme(gathering.programmeId)
  const [changing, setChanging] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const cancel = useAct(() => call(cancelGathering, { params: { id: gathering.id } }), {
    says: text('programme.gatherings.cancelDone'),
    onDone: () => setCancelling(false),
  })
  const over = gathering.heldAt !== null || gathering.cancelledAt !== null
  return (
    <div className="stack stack-8">
      <PageHead
        title={gathering.title}
        eyebrow={
          <Link className="link" to={`/programmes/${gathering.programmeId}/rencontres`}>
            {text('programme.gatherings.back')}
          </Link>
        }
        lead={`${format.dayTime(gathering.startsAt)} · ${gathering.circle?.name ?? text('programme.gatherings.everybody')}`}
        actions={
          gathering.can.organise && !over ? (
            <>
              <Button onClick={() => setChanging(true)}>{text('programme.gatherings.change')}</Button>
              <Button kind="ghost" onClick={() => setCancelling(true)}>
                {text('programme.gatherings.cancel')}
              </Button>
            </>
          ) : undefined
        }
      />
      <p className="row g2 wrap">
        {gathering.kind === 'founding' && <Badge kind="brand">{text('programme.gatherings.founding')}</Badge>}
        {gathering.cancelledAt && <Badge kind="warn">{text('programme.gatherings.cancelled')}</Badge>}
        {gathering.heldAt && <Badge kind="ok">{text('programme.gatherings.held')}</Badge>}
        {gathering.host && (
          <span className="ink2">{text('programme.gatherings.host', { name: gathering.host })}</span>
        )}
      </p>
      <div className="prg-two">
        <div className="stack stack-6">
          <Where gathering={gathering} over={over} />
          {gathering.agenda && (
            <section aria-labelledby="agenda" className="stack stack-2">
              <SectionHead title={text('programme.gatherings.agenda')} id="agenda" />
              <p className="prg-words">{gathering.agenda}</p>
            </section>
          )}
          {gathering.can.answer && <MyAnswer gathering={gathering} />}
        </div>
        <div className="stack stack-6">
          <Numbers gathering={gathering} />
          {gathering.can.organise && !gathering.cancelledAt && <Attendance gathering={gathering} />}
        </div>
      </div>
      {changing && programme.data && (
        <GatheringSheet programme={programme.data} gathering={gathering} onClose={() => setChanging(false)} />
      )}
      <ConfirmDialog
        open={cancelling}
        title={text('programme.gatherings.cancelTitle')}
        confirmLabel={text('programme.gatherings.cancel')}
        keepLabel={text('programme.gatherings.keepIt')}
        busy={cancel.isPending}
        onConfirm={() => cancel.mutate(undefined)}
        onClose={() => setCancelling(false)}
      >
        <p>{text('programme.gatherings.cancelWhy')}</p>
      </ConfirmDialog>
    </div>
  )
}

function Where({ gathering, over }: { gathering: Gathering; over: boolean }) {
  const text = useText()
  return (
    <section aria-labelledby="where" className="stack stack-3">
      <SectionHead title={text('programme.gatherings.where')} id="where" />
      {gathering.place && <p>{gathering.place}</p>}
      {gathering.onlineUrl && (
        <p>
          <a className="link prg-words" href={gathering.onlineUrl} target="_blank" rel="noreferrer">
            {text('programme.gatherings.joinOnline')}
          </a>
        </p>
      )}
      {!over && (
        <p>
          <a
            className={buttonClass({ kind: 'soft' })}
            href={addressOf(gatheringFile, { params: { id: gathering.id } })}
            download
          >
            <CalendarPlus className="i" aria-hidden />
            {text('programme.gatherings.calendar')}
          </a>
        </p>
      )}
    </section>
  )
}

function MyAnswer({ gathering }: { gathering: Gathering }) {
  const text = useText()
  const answer = useAct(
    (mine: Coming) => call(answerGathering, { params: { id: gathering.id }, body: { answer: mine } }),
    { says: text('programme.coming.noted') },
  )
  return (
    <section aria-labelledby="coming" className="stack stack-3">
      <SectionHead title={text('programme.coming.title')} id="coming" />
      <div className="row g2 wrap" role="group" aria-labelledby="coming">
        {ANSWERS.map((one) => (
          <Button
            key={one}
            kind={gathering.mine === one ? 'primary' : 'soft'}
            aria-pressed={gathering.mine === one}
            busy={answer.isPending && answer.variables === one}
            onClick={() => answer.mutate(one)}
          >
            {text(`programme.coming.${one}`)}
          </Button>
        ))}
      </div>
      <p className="sm ink2">{text('programme.coming.private')}</p>
    </section>
  )
}

function Numbers({ gathering }: { gathering: Gathering }) {
  const text = useText()
  const { coming, came, heldAt } = gathering
  if (heldAt && came !== null) return <p>{text('programme.gatherings.came', { count: came })}</p>
  if (!coming) return <p className="ink2">{text('programme.gatherings.silent')}</p>
  return (
    <p>
      {text('programme.gatherings.expected', {
        onSite: text('programme.gatherings.onSiteCount', { count: coming.onSite }),
        online: text('programme.gatherings.onlineCount', { count: coming.online }),
      })}
    </p>
  )
}

/** Who is expected, then who came: for those who organise. */
function Attendance({ gathering }: { gathering: Gathering }) {
  const text = useText()
  const query = useAttendance(gathering.id, true)
  const [changed, setChanged] = useState<ReadonlyMap<string, Coming>>(new Map())
  const [begun] = useState(() => Date.parse(gathering.startsAt) <= Date.now())
  const hold = useAct(
    (came: { memberId: string; came: Coming }[]) =>
      call(holdGathering, { params: { id: gathering.id }, body: { came } }),
    { says: text('programme.gatherings.heldDone') },
  )
  return (
    <section aria-labelledby="attendance" className="stack stack-3">
      <SectionHead
        title={text(begun ? 'programme.gatherings.whoCame' : 'programme.gatherings.whoComes')}
        id="attendance"
      />
      <p className="sm ink2">{text('programme.gatherings.organisers')}</p>
      <Await query={query}>
        {({ items }) => {
          const comingOf = (one: (typeof items)[number]): Coming =>
            changed.get(one.person.id) ?? one.came ?? one.answer ?? 'no'
          return (
            <>
              <ul className="list">
                {items.map((one) => (
                  <li key={one.person.id} className="row row--b g2 wrap">
                    <span className="grow">{nameOf(one.person)}</span>
                    {begun ? (
                      <SelectField
                        label={text('programme.gatherings.cameOf', { name: nameOf(one.person) })}
                        hideLabel
                        value={comingOf(one)}
                        options={ANSWERS.map((value) => ({
                          value,
                          label: text(`programme.came.${value}`),
                        }))}
                        onChange={(event) =>
                          setChanged(new Map([...changed, [one.person.id, event.target.value as Coming]]))
                        }
                      />
                    ) : (
                      <Badge kind={one.answer && one.answer !== 'no' ? 'ok' : 'neutral'}>
                        {text(one.answer ? `programme.coming.${one.answer}` : 'programme.coming.silent')}
                      </Badge>
                    )}
                  </li>
                ))}
              </ul>
              {begun && (
                <p>
                  <Button
                    kind="primary"
                    busy={hold.isPending}
                    onClick={() =>
                      hold.mutate(items.map((one) => ({ memberId: one.person.id, came: comingOf(one) })))
                    }
                  >
                    {text(gathering.heldAt ? 'programme.gatherings.mend' : 'programme.gatherings.hold')}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Await>
    </section>
  )
}
