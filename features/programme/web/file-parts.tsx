import { Printer } from 'lucide-react'
import { useState } from 'react'
import { addressOf, call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { TextField } from '#ui/text-field.tsx'
import {
  type Agreement,
  type AmbassadorFile,
  askManager,
  type MissionLetter,
  printAgreement,
  printLetter,
  removeLeave,
  setLeave,
  setLikes,
  signLetter,
} from '../contract.ts'
import { LikesField } from './offer-form.tsx'
import { useAct } from './programme-data.ts'

/** What the role asks: the time, the contributions, the gatherings; lighter when that was agreed. */
export function Expectations({
  facts,
  level = 2,
}: {
  level?: 2 | 3
  facts: Pick<AmbassadorFile, 'hoursPerMonth' | 'contributionsPerMonth' | 'gatheringsPerYear'> & {
    lighter?: boolean
  }
}) {
  const text = useText()
  const format = useFormat()
  const hours = facts.hoursPerMonth
  return (
    <section aria-labelledby="expected" className="stack stack-3">
      <SectionHead title={text('programme.expected.title')} id="expected" level={level} />
      <ul className="prg-expect">
        <li>{text('programme.expected.contributions', { count: facts.contributionsPerMonth })}</li>
        <li>{text('programme.expected.hours', { count: hours, hours: format.number(hours) })}</li>
        {facts.gatheringsPerYear > 0 && (
          <li>{text('programme.expected.gatherings', { count: facts.gatheringsPerYear })}</li>
        )}
      </ul>
      {facts.lighter && <p className="sm ink2">{text('programme.expected.lighter')}</p>}
    </section>
  )
}

/** The steps of a life line, the latest first: its person reads them before anybody. */
export function LifeLine({ file }: { file: AmbassadorFile }) {
  const text = useText()
  const format = useFormat()
  return (
    <section aria-labelledby="line" className="stack stack-3">
      <SectionHead title={text('programme.line.title')} id="line" />
      <ol className="prg-line">
        {file.steps.map((step) => (
          <li key={step.at}>
            <p className="row g2 wrap">
              <strong>
                {step.from === step.to ? text('programme.line.changed') : text(`programme.step.${step.to}`)}
              </strong>
              <span className="sm mut">
                {step.by
                  ? text('programme.line.by', { day: format.day(step.at), name: step.by })
                  : format.day(step.at)}
              </span>
            </p>
            {step.why && <p className="ink2 prg-words">{step.why}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Who sees what is held here, why, and for how long. */
export function WhoSees({ file }: { file: Pick<AmbassadorFile, 'keepers'> }) {
  const text = useText()
  const names = file.keepers.map((one) => `${one.givenName} ${one.familyName}`).join(', ')
  return (
    <section aria-labelledby="who-sees" className="panel stack stack-3">
      <SectionHead title={text('programme.sees.title')} id="who-sees" />
      <p>{text('programme.sees.who', { names })}</p>
      <p className="ink2">{text('programme.sees.nobody')}</p>
      <p className="ink2">{text('programme.sees.why')}</p>
      <p className="ink2">{text('programme.sees.howLong')}</p>
    </section>
  )
}

/** Where the manager's agreement stands, and how to ask again. */
export function ManagerPart({ file }: { file: AmbassadorFile }) {
  const text = useText()
  const format = useFormat()
  const latest = file.agreements.find((one) => one.letterId === null)
  const [asking, setAsking] = useState(false)
  const awaited = file.state === 'candidate' && file.managerAgreement && latest?.agreed !== true
  if (!latest && !awaited) return null
  return (
    <section aria-labelledby="agreement" className="stack stack-3">
      <SectionHead
        title={text(file.own ? 'programme.manager.title' : 'programme.manager.titleOther')}
        id="agreement"
      />
      {latest && <AgreementLine agreement={latest} day={format.day} />}
      {!latest && <p className="ink2">{text('programme.manager.nobodyYet')}</p>}
      {awaited && !asking && (
        <p>
          <Button kind={latest && !latest.expired ? 'soft' : 'primary'} onClick={() => setAsking(true)}>
            {text(latest ? 'programme.manager.again' : 'programme.manager.ask')}
          </Button>
        </p>
      )}
      {asking && <AskManager file={file} onDone={() => setAsking(false)} />}
    </section>
  )
}

function AgreementLine({ agreement, day }: { agreement: Agreement; day: (at: string) => string }) {
  const text = useText()
  const { managerName: name } = agreement
  const state = agreement.answeredAt
    ? agreement.agreed
      ? 'agreed'
      : 'refused'
    : agreement.expired
      ? 'expired'
      : 'asked'
  const kinds = { agreed: 'ok', refused: 'warn', expired: 'warn', asked: 'info' } as const
  const waits = state === 'asked' && !agreement.byMail
  return (
    <div className="stack stack-2">
      <p className="row g2 wrap">
        <Badge kind={kinds[state]}>{text(`programme.manager.${state}`)}</Badge>
        <span>
          {text(`programme.manager.${state}By`, {
            name,
            day: day(agreement.answeredAt ?? agreement.expiresAt),
          })}
        </span>
      </p>
      {agreement.words && <p className="ink2 prg-words">{agreement.words}</p>}
      {waits && (
        <p>
          <a
            className={buttonClass({ kind: 'soft' })}
            href={addressOf(printAgreement, { params: { id: agreement.id } })}
            target="_blank"
            rel="noreferrer"
          >
            <Printer className="i" aria-hidden />
            {text('programme.manager.print')}
          </a>
        </p>
      )}
    </div>
  )
}

function AskManager({ file, onDone }: { file: AmbassadorFile; onDone: () => void }) {
  const text = useText()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const ask = useAct(
    () =>
      call(askManager, {
        params: { id },
        body: { ambassadorId: file.id, manager: { name: name.trim(), email: email.trim() || null } },
      }),
    { says: text('programme.manager.askedToast'), onDone },
  )
  return (
    <form
      className="stack stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        ask.mutate(undefined)
      }}
    >
      <TextField
        label={text('programme.manager.name')}
        required
        maxLength={120}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={text('programme.manager.email')}
        hint={text('programme.manager.emailHint')}
        type="email"
        maxLength={254}
        autoComplete="off"
        optional={`(${text('platform.optional')})`}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <p className="row g2">
        <Button kind="primary" type="submit" busy={ask.isPending}>
          {text('programme.manager.send')}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {text('programme.keep')}
        </Button>
      </p>
    </form>
  )
}

/** The letters issued: read, sign, print. */
export function LettersPart({ file }: { file: AmbassadorFile }) {
  const text = useText()
  if (file.letters.length === 0) return null
  return (
    <section aria-labelledby="letters" className="stack stack-3">
      <SectionHead title={text('programme.letter.title')} id="letters" />
      <ul className="list">
        {file.letters.map((letter) => (
          <LetterItem key={letter.id} file={file} letter={letter} />
        ))}
      </ul>
    </section>
  )
}

function LetterItem({ file, letter }: { file: AmbassadorFile; letter: MissionLetter }) {
  const text = useText()
  const format = useFormat()
  const sign = useAct(
    () => call(signLetter, { params: { id: letter.id }, body: { textHash: letter.textHash } }),
    { says: text('programme.letter.signedToast') },
  )
  const asked = file.agreements.find((one) => one.letterId === letter.id)
  const [askId] = useState(newId)
  const ask = useAct(
    () =>
      call(askManager, {
        params: { id: askId },
        body: { ambassadorId: file.id, letterId: letter.id, manager: null },
      }),
    { says: text('programme.manager.askedToast') },
  )
  const mine = file.own ? letter.signedByAmbassadorAt : letter.signedByLeadAt
  const mayedBy = file.own || file.can.keep
  const signed = [
    [letter.facts.person, letter.signedByAmbassadorAt],
    [letter.facts.lead, letter.signedByLeadAt],
    ...(letter.facts.manager ? [[letter.facts.manager, letter.signedByManagerAt] as const] : []),
  ] as const
  return (
    <li className="stack stack-3">
      <p>{text('programme.letter.issued', { day: format.day(letter.issuedAt), name: letter.facts.lead })}</p>
      <details>
        <summary className="link">{text('programme.letter.read')}</summary>
        <div className="panel stack stack-2 prg-letter">
          {letter.facts.paragraphs.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </details>
      <ul className="sm ink2">
        {signed.map(([name, at], index) => (
          <li key={`${name} ${index}`}>
            {at
              ? text('programme.letter.signedBy', { name, day: format.day(at) })
              : text('programme.letter.unsignedBy', { name })}
          </li>
        ))}
      </ul>
      <p className="row g2 wrap">
        {!mine && mayedBy && (
          <Button kind="primary" busy={sign.isPending} onClick={() => sign.mutate(undefined)}>
            {text('programme.letter.sign')}
          </Button>
        )}
        <a
          className={buttonClass({ kind: 'soft' })}
          href={addressOf(printLetter, { params: { id: letter.id } })}
          target="_blank"
          rel="noreferrer"
        >
          <Printer className="i" aria-hidden />
          {text('programme.letter.print')}
        </a>
        {file.managerAgreement && !letter.signedByManagerAt && !asked && (
          <Button kind="ghost" busy={ask.isPending} onClick={() => ask.mutate(undefined)}>
            {text('programme.letter.askManager')}
          </Button>
        )}
      </p>
      {asked && <AgreementLine agreement={asked} day={format.day} />}
    </li>
  )
}

/** Dates, and nothing about why. */
export function LeavesPart({ file }: { file: AmbassadorFile }) {
  const text = useText()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const remove = useAct((id: string) => call(removeLeave, { params: { id } }))
  return (
    <section aria-labelledby="leaves" className="stack stack-3">
      <SectionHead title={text('programme.leave.title')} id="leaves" />
      <p className="ink2">{text(file.own ? 'programme.leave.why' : 'programme.leave.whyTheirs')}</p>
      {file.leaves.length > 0 && (
        <ul className="list">
          {file.leaves.map((leave) => (
            <li key={leave.id} className="row row--b g2">
              <span className="grow">
                {text('programme.leave.fromTo', {
                  from: format.day(`${leave.startsOn}T12:00:00Z`),
                  until: format.day(`${leave.endsOn}T12:00:00Z`),
                })}
              </span>
              {file.own && (
                <Button kind="ghost" size="s" onClick={() => remove.mutate(leave.id)}>
                  {text('programme.leave.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {file.own && !adding && (
        <p>
          <Button onClick={() => setAdding(true)}>{text('programme.leave.add')}</Button>
        </p>
      )}
      {adding && <AddLeave file={file} onDone={() => setAdding(false)} />}
    </section>
  )
}

function AddLeave({ file, onDone }: { file: AmbassadorFile; onDone: () => void }) {
  const text = useText()
  const [id] = useState(newId)
  const [startsOn, setStartsOn] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const add = useAct(
    () => call(setLeave, { params: { id }, body: { ambassadorId: file.id, startsOn, endsOn } }),
    { says: text('programme.leave.added'), onDone },
  )
  return (
    <form
      className="stack stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate(undefined)
      }}
    >
      <div className="row g4 wrap">
        <TextField
          label={text('programme.leave.from')}
          type="date"
          required
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
        />
        <TextField
          label={text('programme.leave.until')}
          type="date"
          required
          min={startsOn || undefined}
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </div>
      <p className="row g2">
        <Button kind="primary" type="submit" busy={add.isPending}>
          {text('programme.leave.save')}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {text('programme.keep')}
        </Button>
      </p>
    </form>
  )
}

/** What one likes to do: what is proposed starts from here. */
export function LikesPart({ file }: { file: AmbassadorFile }) {
  const save = useAct((likes: AmbassadorFile['likes']) =>
    call(setLikes, { params: { id: file.id }, body: { likes } }),
  )
  return (
    <LikesField
      likes={save.isPending ? save.variables : file.likes}
      onChange={(likes) => save.mutate(likes)}
    />
  )
}

/** The circle, and whether it has met. */
export function CirclePart({ file }: { file: AmbassadorFile }) {
  const text = useText()
  if (!file.circle) return null
  return (
    <p className="row g2 wrap">
      <span>
        {text(file.own ? 'programme.circle.mine' : 'programme.circle.theirs', { name: file.circle.name })}
      </span>
      <Badge kind={file.circle.launchedAt ? 'ok' : 'info'}>
        {text(file.circle.launchedAt ? 'programme.circle.launched' : 'programme.circle.toMeet')}
      </Badge>
      <Link className="link" to={`/programmes/${file.programmeId}/rencontres`}>
        {text('programme.circle.gatherings')}
      </Link>
    </p>
  )
}
