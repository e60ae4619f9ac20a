import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, Check, ImagePlus, Lightbulb, OctagonAlert, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { Await } from '#platform/web/await.tsx'
import { fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useQuick } from '#platform/web/quick.ts'
import { Link, useGo, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Empty } from '#ui/empty.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import type { Icon } from '#ui/icon.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { handInTest, type TestAnswer, type TestRun, type TestStep } from '../contract.ts'
import { LIMITS, type Verdict, VERDICTS } from '../rules/kinds.ts'
import { missionKey, RETURN, TOUCHED, useRun } from './missions-data.ts'
import { emptyAnswer, laneOf, useRunDraft } from './run-draft.ts'
import './missions.css'

/** A test on a phone: one step at a time, what happened, a screenshot; kept as it is written. */
export function TestRunPage() {
  const query = useRun(useParam('missionId'))
  return <Await query={query}>{(run) => <Run key={run.missionId} run={run} />}</Await>
}

function Run({ run }: { run: TestRun }) {
  const text = useText()
  if (run.returnedAt)
    return (
      <>
        <h1 className="vh">{run.title}</h1>
        <Empty
          icon={Check}
          title={text('missions.run.already')}
          action={
            <Link className={buttonClass({ kind: 'accent' })} to={`/missions/${run.missionId}`}>
              {text('missions.run.back')}
            </Link>
          }
        >
          <p>{text('missions.returnedWhy')}</p>
        </Empty>
      </>
    )
  return <Steps run={run} />
}

function Steps({ run }: { run: TestRun }) {
  const go = useGo()
  const draft = useRunDraft(run)
  const asked = Number(useSearchParam('etape') ?? 0)
  const at = Number.isInteger(asked) ? Math.max(0, Math.min(asked, run.steps.length + 1)) : 0
  const head = useRef<HTMLDivElement>(null)
  const turn = (to: number) => {
    draft.flush()
    go(`/missions/${run.missionId}/tester?etape=${to}`)
  }
  useEffect(() => {
    head.current?.focus()
    window.scrollTo(0, 0)
  }, [at])
  const step = run.steps[at - 1]
  return (
    <div className="ms-run" ref={head} tabIndex={-1}>
      {at === 0 && <Start run={run} begun={draft.answers.size > 0} onGo={() => turn(1)} />}
      {step && (
        <StepForm
          key={step.id}
          run={run}
          step={step}
          at={at}
          answer={draft.answers.get(step.id) ?? emptyAnswer(step.id)}
          state={draft.state}
          onWrite={(part) => draft.write(step.id, part)}
          onTurn={turn}
        />
      )}
      {at > run.steps.length && <End run={run} draft={draft} onTurn={turn} />}
    </div>
  )
}

function Start({ run, begun, onGo }: { run: TestRun; begun: boolean; onGo: () => void }) {
  const text = useText()
  return (
    <div className="stack stack-6">
      <p>
        <Link className="more" to={`/missions/${run.missionId}`}>
          <ArrowLeft className="i" aria-hidden />
          {text('missions.run.leave')}
        </Link>
      </p>
      <h1 className="h1">{run.title}</h1>
      <RichText doc={run.scenario} headings={2} />
      <p className="ink2">{text('missions.run.how', { count: run.steps.length })}</p>
      <Button kind="accent" size="l" full onClick={onGo}>
        {text(begun ? 'missions.run.resume' : 'missions.run.begin')}
      </Button>
    </div>
  )
}

const ICONS: Record<Verdict, Icon> = { works: Check, blocks: OctagonAlert, would_help: Lightbulb }

function StepForm({
  run,
  step,
  at,
  answer,
  state,
  onWrite,
  onTurn,
}: {
  run: TestRun
  step: TestStep
  at: number
  answer: TestAnswer
  state: 'kept' | 'sending'
  onWrite: (part: Partial<TestAnswer>) => void
  onTurn: (to: number) => void
}) {
  const text = useText()
  const of = run.steps.length
  const written = answer.verdict !== null || answer.words !== '' || answer.fileIds.length > 0
  return (
    <div className="stack stack-6">
      <div className="stack stack-2">
        <p className="sm b ink2">{text('missions.run.at', { at, of })}</p>
        <ProgressBar
          thin
          value={(at / of) * 100}
          label={run.title}
          valueText={text('missions.run.at', { at, of })}
        />
      </div>
      <h1 className="h2">{step.title}</h1>
      {step.lookAt && <p className="lead ink2">{step.lookAt}</p>}
      <fieldset className="ms-verdicts">
        <legend className="label">{text('missions.run.verdict')}</legend>
        {VERDICTS.map((verdict) => {
          const Glyph = ICONS[verdict]
          return (
            <label key={verdict} className={`ms-verdict ms-verdict--${verdict}`}>
              <input
                type="radio"
                name={`verdict-${step.id}`}
                checked={answer.verdict === verdict}
                onChange={() => onWrite({ verdict })}
              />
              <Glyph className="i" aria-hidden />
              <span>{text(`missions.verdict.${verdict}`)}</span>
            </label>
          )
        })}
      </fieldset>
      <TextArea
        label={text(`missions.run.words.${answer.verdict ?? 'any'}`)}
        optional={`(${text('platform.optional')})`}
        rows={3}
        maxLength={2000}
        value={answer.words}
        onChange={(event) => onWrite({ words: event.target.value })}
      />
      <Screenshots answer={answer} onChange={(fileIds) => onWrite({ fileIds })} />
      <div className="ms-run__foot">
        <p className="xs mut" role="status">
          {written && text(state === 'kept' ? 'missions.run.kept' : 'missions.run.keeping')}
        </p>
        <div className="row g2">
          <Button kind="line" size="l" onClick={() => onTurn(at - 1)}>
            {text('missions.run.previous')}
          </Button>
          <div className="grow">
            <Button kind="accent" size="l" full onClick={() => onTurn(at + 1)}>
              {text(at < of ? 'missions.run.next' : 'missions.run.finish')}
            </Button>
          </div>
        </div>
      </div>
    </div>
  )
}

/** A picture says what words do not; it is decoded again on arrival, nothing of the device remains in it. */
function Screenshots({ answer, onChange }: { answer: TestAnswer; onChange: (fileIds: string[]) => void }) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const room = LIMITS.pictures - answer.fileIds.length
  const take = async (files: File[]) => {
    setProblem(null)
    const arrived: string[] = []
    try {
      for (const file of files.slice(0, room)) {
        setShare(0)
        const facts = await uploadFile(file, { onProgress: setShare })
        if (!facts.mediaType.startsWith('image/')) {
          setProblem(text('missions.run.notAPicture'))
          continue
        }
        arrived.push(facts.id)
      }
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : text('platform.unreachable.title'))
    } finally {
      setShare(null)
      if (arrived.length > 0) onChange([...answer.fileIds, ...arrived])
    }
  }
  return (
    <div className="stack stack-3">
      {answer.fileIds.length > 0 && (
        <ul className="ms-shots">
          {answer.fileIds.map((fileId, index) => (
            <li key={fileId} className="ms-shot">
              <img src={fileUrl(fileId, 'w320')} alt={text('missions.run.shot', { at: index + 1 })} />
              <IconButton
                icon={X}
                kind="soft"
                label={text('missions.run.removeShot', { at: index + 1 })}
                onClick={() => onChange(answer.fileIds.filter((one) => one !== fileId))}
              />
            </li>
          ))}
        </ul>
      )}
      {share !== null && <ProgressBar value={share * 100} label={text('missions.run.sendingShot')} />}
      {problem && (
        <p className="sm down" role="alert">
          {problem}
        </p>
      )}
      {room > 0 && (
        <div>
          <Button kind="soft" icon={ImagePlus} busy={share !== null} onClick={() => input.current?.click()}>
            {text('missions.run.addShot')}
          </Button>
          <input
            ref={input}
            type="file"
            accept="image/*"
            multiple
            hidden
            onChange={(event) => {
              const files = Array.from(event.target.files ?? [])
              event.target.value = ''
              if (files.length > 0) void take(files)
            }}
          />
        </div>
      )}
    </div>
  )
}

function End({
  run,
  draft,
  onTurn,
}: {
  run: TestRun
  draft: ReturnType<typeof useRunDraft>
  onTurn: (to: number) => void
}) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const [named, setNamed] = useState(true)
  const [words, setWords] = useState('')
  const give = useQuick({
    kind: RETURN,
    scope: run.missionId,
    endpoint: handInTest,
    input: (body: { named: boolean; words: string }) => ({ params: { id: run.missionId }, body }),
    label: run.title,
    lane: laneOf(run.missionId),
    touches: TOUCHED,
    arrive: (reply) => {
      draft.forget()
      queries.setQueryData(missionKey(run.missionId), reply)
    },
    says: text('missions.run.handedIn'),
    onDone: () => {
      queries.removeQueries({ queryKey: ['missions', 'run', run.missionId] })
      go(`/missions/${run.missionId}`)
    },
  })
  const handIn = () => {
    draft.flush()
    give.mutate({ named, words: words.trim() })
  }
  const tried = run.steps.some((step) => (draft.answers.get(step.id)?.verdict ?? null) !== null)
  const names = run.team.map((one) => `${one.givenName} ${one.familyName}`).join(', ')
  return (
    <div className="stack stack-6">
      <h1 className="h2">{text('missions.run.lookBack')}</h1>
      <ol className="list">
        {run.steps.map((step, index) => {
          const verdict = draft.answers.get(step.id)?.verdict ?? null
          return (
            <li key={step.id} className="row g2">
              <span className="grow">
                {step.title}
                <span className="sm ink2 ms-line">
                  {verdict ? text(`missions.verdict.${verdict}`) : text('missions.run.notTried')}
                </span>
              </span>
              <Button kind="ghost" size="s" onClick={() => onTurn(index + 1)}>
                {text('missions.run.change')}
                <span className="vh"> {step.title}</span>
              </Button>
            </li>
          )
        })}
      </ol>
      <TextArea
        label={text('missions.run.last')}
        optional={`(${text('platform.optional')})`}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Checkbox
        label={text('missions.run.named')}
        hint={names ? text('missions.run.namedHint', { names }) : text('missions.run.namedHintNobody')}
        checked={named}
        onChange={(event) => setNamed(event.target.checked)}
      />
      <div className="row g2">
        <Button kind="line" size="l" onClick={() => onTurn(run.steps.length)}>
          {text('missions.run.previous')}
        </Button>
        <div className="grow">
          <Button
            kind="accent"
            size="l"
            full
            busy={give.isPending}
            disabledReason={tried ? undefined : text('missions.run.nothingTried')}
            onClick={handIn}
          >
            {text('missions.run.handIn')}
          </Button>
        </div>
      </div>
    </div>
  )
}
