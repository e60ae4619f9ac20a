import { CalendarPlus } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { addressOf, call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Steps } from '#ui/steps.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import {
  type AmbassadorFile,
  answerNomination,
  gatheringFile,
  nominate,
  printCertificate,
  type Programme,
  setWall,
  volunteer,
} from '../../contract.ts'
import { isServing } from '../../rules/lifecycle.ts'
import { ActsOn } from '../acts-menu.tsx'
import {
  CirclePart,
  Expectations,
  LeavesPart,
  LettersPart,
  LifeLine,
  LikesPart,
  ManagerPart,
  WhoSees,
} from '../file-parts.tsx'
import { OfferForm } from '../offer-form.tsx'
import { useAct, useEntrance, useFile, useGatherings, useProgramme } from '../programme-data.ts'
import { ProgrammeTabs } from '../programme-tabs.tsx'
import '../programme.css'

/** What other features say on the page: what comes next, then what was done. */
interface Parts {
  next: ReactNode
  done: ReactNode
}

/** My place in a programme: where I am, what comes next, what I have done; beside it, what was agreed. A screen for each state. */
export function MyRole({ programmeId, ...parts }: Parts & { programmeId: string }) {
  const query = useProgramme(programmeId)
  return <Await query={query}>{(programme) => <Role programme={programme} {...parts} />}</Await>
}

function Role({ programme, next, done }: Parts & { programme: Programme }) {
  const text = useText()
  const [cameWithout] = useState(programme.mine === null)
  return (
    <div className="stack stack-8">
      <PageHead
        title={programme.name}
        lead={programme.mission}
        eyebrow={
          <Link className="link" to={`/communautes/${programme.spaceId}`}>
            {text('programme.backToCommunity')}
          </Link>
        }
        actions={<Nominate programme={programme} />}
      />
      <ProgrammeTabs programme={programme} current="role" />
      {programme.mine ? (
        <Mine programme={programme} id={programme.mine.id} next={next} done={done} justIn={cameWithout} />
      ) : (
        <>
          <Door programme={programme} />
          {next}
          {done}
        </>
      )}
    </div>
  )
}

/** For who is not in: what it asks, and the way in. */
function Door({ programme, again = false }: { programme: Programme; again?: boolean }) {
  const text = useText()
  const entrance = useEntrance(programme.id)
  const offer = useAct(
    (made: Parameters<Parameters<typeof OfferForm>[0]['onSend']>[0]) =>
      call(volunteer, { params: { id: programme.id }, body: made }),
    { says: text('programme.offer.done'), quiet: true },
  )
  return (
    <Await query={entrance}>
      {(found) => (
        <div className="stack stack-8 prg-narrow">
          {!again && <Expectations facts={programme} />}
          {found.can.volunteer ? (
            <section aria-labelledby="offer" className="stack stack-4">
              <SectionHead title={text('programme.offer.title')} id="offer" />
              <p className="ink2">
                {found.free === null
                  ? text('programme.offer.lead')
                  : found.free > 0
                    ? text('programme.offer.free', { count: found.free })
                    : text('programme.offer.full')}
              </p>
              <OfferForm
                asksManager={programme.managerAgreement}
                entrance={found}
                label={text('programme.offer.send')}
                busy={offer.isPending}
                error={offer.error}
                onSend={(made) => offer.mutate(made)}
              />
            </section>
          ) : (
            !again && <p className="ink2">{text('programme.offer.closed')}</p>
          )}
        </div>
      )}
    </Await>
  )
}

/** A colleague one thinks of; the answer is theirs. */
function Nominate({ programme }: { programme: Programme }) {
  const text = useText()
  const entrance = useEntrance(programme.id)
  const [open, setOpen] = useState(false)
  if (!entrance.data?.can.nominate) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text('programme.nominate.open')}</Button>
      {open && <NominateDialog programme={programme} onClose={() => setOpen(false)} />}
    </>
  )
}

function NominateDialog({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const text = useText()
  const [picked, setPicked] = useState<PickedPerson | null>(null)
  const [words, setWords] = useState('')
  const send = useAct(
    () =>
      call(nominate, {
        params: { id: programme.id, memberId: picked?.id ?? '' },
        body: { words: words.trim() },
      }),
    { says: text('programme.nominate.done'), onDone: onClose, quiet: true },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('programme.nominate.title')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (picked) send.mutate(undefined)
        }}
      >
        <p className="ink2">{text('programme.nominate.why')}</p>
        <PersonPicker label={text('programme.nominate.who')} picked={picked} onPick={setPicked} />
        <TextArea
          label={text('programme.nominate.words')}
          rows={3}
          maxLength={1000}
          required
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <FormProblem error={send.error} />
        <p>
          <Button
            kind="primary"
            type="submit"
            busy={send.isPending}
            disabledReason={picked ? undefined : text('programme.nominate.nobody')}
          >
            {text('programme.nominate.send')}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

function Mine({ id, ...rest }: Parts & { programme: Programme; id: string; justIn: boolean }) {
  const query = useFile(id)
  return <Await query={query}>{(file) => <State file={file} {...rest} />}</Await>
}

const WAY = ['candidate', 'agreed', 'onboarding', 'active'] as const

function State({
  programme,
  file,
  next,
  done,
  justIn,
}: Parts & { programme: Programme; file: AmbassadorFile; justIn: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The form has gone once sent: what came of it is read next.
    if (justIn) heading.current?.focus()
  }, [justIn])
  const text = useText()
  const format = useFormat()
  const { state } = file
  const values = {
    name: file.namedBy ?? '',
    day: file.pausedUntil ? format.day(`${file.pausedUntil}T12:00:00Z`) : '',
    successor: file.successor?.name ?? text('programme.state.toFind'),
  }
  const at = WAY.indexOf(state as (typeof WAY)[number])
  const serving = isServing(state)
  return (
    <div className="prg-two">
      <div className="stack stack-8">
        {state === 'nominated' && <Expectations facts={file} />}
        <section className="panel stack stack-4" aria-labelledby="now">
          <h2 className="h2" id="now" ref={heading} tabIndex={-1}>
            {text(`programme.state.${state}.title`, values)}
          </h2>
          <p>
            {state === 'agreed' && file.waiting
              ? text('programme.state.waiting', { rank: file.waiting })
              : text(`programme.state.${state}.next`, values)}
          </p>
          {at >= 0 && state !== 'active' && (
            <Steps
              label={text('programme.state.way')}
              words={{ done: text('programme.state.done') }}
              steps={WAY.map((key, index) => ({
                key,
                label: text(`programme.state.short.${key}`),
                state: index < at ? 'done' : index === at ? 'current' : 'todo',
              }))}
            />
          )}
          {serving && <Expectations facts={file} level={3} />}
          {state === 'nominated' ? <Answer programme={programme} file={file} /> : <ActsOn file={file} />}
        </section>
        {state === 'declined' && <Door programme={programme} again />}
        {state === 'alumni' && <After file={file} />}
        {(state === 'candidate' || state === 'agreed') && <ManagerPart file={file} />}
        {(state === 'candidate' || state === 'agreed') && <Expectations facts={file} />}
        {serving && toSign(file) && <LettersPart file={file} />}
        {next}
        {serving && <NextGathering programmeId={programme.id} circle={<CirclePart file={file} />} />}
        {done}
      </div>
      <div className="stack stack-8">
        {!(serving && toSign(file)) && <LettersPart file={file} />}
        {serving && <LeavesPart file={file} />}
        {serving && <LikesPart file={file} />}
        <LifeLine file={file} />
        <WhoSees file={file} />
      </div>
    </div>
  )
}

/** A letter that waits for my signature comes before anything else. */
const toSign = (file: AmbassadorFile) => file.letters.some((letter) => letter.signedByAmbassadorAt === null)

/** Named by somebody: the answer is theirs alone, and a no needs no reason. */
function Answer({ programme, file }: { programme: Programme; file: AmbassadorFile }) {
  const text = useText()
  const entrance = useEntrance(programme.id)
  const say = useAct(
    (made: {
      words: string
      likes: AmbassadorFile['likes']
      manager: { name: string; email: string | null } | null
    }) => call(answerNomination, { params: { id: file.id }, body: { yes: true, ...made } }),
    { says: text('programme.answer.yesDone'), quiet: true },
  )
  const no = useAct(() => call(answerNomination, { params: { id: file.id }, body: { yes: false } }), {
    says: text('programme.answer.noDone'),
  })
  return (
    <>
      {file.words && (
        <blockquote className="prg-words ink2">
          {file.words} {file.namedBy && <cite>{file.namedBy}</cite>}
        </blockquote>
      )}
      <OfferForm
        asksManager={programme.managerAgreement}
        entrance={entrance.data}
        label={text('programme.answer.yes')}
        busy={say.isPending}
        error={say.error}
        onSend={(made) => say.mutate(made)}
        beside={
          <Button kind="ghost" busy={no.isPending} onClick={() => no.mutate(undefined)}>
            {text('programme.answer.no')}
          </Button>
        }
      />
      <p className="sm ink2">{text('programme.answer.private')}</p>
    </>
  )
}

function NextGathering({ programmeId, circle }: { programmeId: string; circle: ReactNode }) {
  const text = useText()
  const format = useFormat()
  const query = useGatherings(programmeId, 'next')
  const next = query.data?.pages[0]?.items.find((one) => one.can.answer && !one.cancelledAt)
  if (!query.data) return null
  return (
    <section aria-labelledby="next-gathering" className="stack stack-3">
      <SectionHead title={text('programme.gatherings.next')} id="next-gathering" />
      {next ? (
        <>
          <p className="row g2 wrap">
            <Link className="link b" to={`/programmes/${programmeId}/rencontres/${next.id}`}>
              {next.title}
            </Link>
            <span className="ink2">{format.dayTime(next.startsAt)}</span>
            <Badge kind={next.mine ? 'ok' : 'info'}>
              {text(next.mine ? `programme.coming.${next.mine}` : 'programme.coming.none')}
            </Badge>
          </p>
          <p>
            <a
              className={buttonClass({ kind: 'soft', size: 's' })}
              href={addressOf(gatheringFile, { params: { id: next.id } })}
              download
            >
              <CalendarPlus className="i" aria-hidden />
              {text('programme.gatherings.calendar')}
            </a>
          </p>
        </>
      ) : (
        <p className="ink2">{text('programme.gatherings.noneNext')}</p>
      )}
      {circle}
    </section>
  )
}

/** Served and thanked: the certificate, and the wall if one wishes. */
function After({ file }: { file: AmbassadorFile }) {
  const text = useText()
  const [words, setWords] = useState(file.wallWords)
  const [wall, setOn] = useState(file.wall)
  const save = useAct(() => call(setWall, { params: { id: file.id }, body: { wall, words } }), {
    says: text('programme.wall.saved'),
  })
  return (
    <section aria-labelledby="after" className="stack stack-4">
      <SectionHead title={text('programme.wall.mine')} id="after" />
      <p>
        <a
          className={buttonClass({ kind: 'soft' })}
          href={addressOf(printCertificate, { params: { id: file.id } })}
          target="_blank"
          rel="noreferrer"
        >
          {text('programme.wall.certificate')}
        </a>
      </p>
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <Switch
          label={text('programme.wall.wish')}
          hint={text('programme.wall.wishHint')}
          checked={wall}
          onChange={setOn}
        />
        {wall && (
          <TextArea
            label={text('programme.wall.words')}
            rows={3}
            maxLength={500}
            optional={`(${text('platform.optional')})`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        <p>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {text('programme.wall.save')}
          </Button>
        </p>
      </form>
      {!wall && <Banner kind="info">{text('programme.wall.notNamed')}</Banner>}
    </section>
  )
}
