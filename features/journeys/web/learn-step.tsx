import { ArrowRight, CircleCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
import { Button } from '#ui/button.tsx'
import { StrokesGauge } from '#ui/strokes-gauge.tsx'
import { answerQuestion, type MyJourney, type MyStep } from '../contract.ts'
import { TOUCHED } from './journey-data.ts'
import { ANSWER, type Given, newTry, useTry } from './quiz-try.ts'
import { Tick } from './tick.tsx'

type Lesson = NonNullable<MyStep['details']['lessons']>[number]
type Question = NonNullable<MyStep['details']['questions']>[number]

/** Lessons in their order, then the questions; as many tries as one likes. */
export function LearnStep({ journey, step }: { journey: MyJourney; step: MyStep }) {
  const text = useText()
  const lessons = step.details.lessons ?? []
  const questions = step.details.questions ?? []
  const [at, setAt] = useState(0)
  const [quiz, setQuiz] = useState(false)
  const lesson = lessons[at]
  if (quiz) return <Quiz step={step} questions={questions} onReview={() => setQuiz(false)} />
  const last = at >= lessons.length - 1
  return (
    <div className="quiz">
      {lesson && <LessonView lesson={lesson} at={at} all={lessons.length} />}
      <div className="row g2 wrap">
        {at > 0 && (
          <Button kind="ghost" onClick={() => setAt(at - 1)}>
            {text('journeys.learn.before')}
          </Button>
        )}
        {!last && (
          <Button kind="accent" iconEnd={ArrowRight} onClick={() => setAt(at + 1)}>
            {text('journeys.learn.next')}
          </Button>
        )}
        {last && questions.length > 0 && (
          <Button kind={step.doneAt ? 'line' : 'accent'} iconEnd={ArrowRight} onClick={() => setQuiz(true)}>
            {text('journeys.learn.toQuiz', { count: questions.length })}
          </Button>
        )}
      </div>
      {last && <Tick programmeId={journey.programmeId} step={step} label={text('journeys.read.done')} />}
    </div>
  )
}

function LessonView({ lesson, at, all }: { lesson: Lesson; at: number; all: number }) {
  const text = useText()
  return (
    <article className="lsn stack stack-3" aria-labelledby={`lesson-${lesson.id}`}>
      <div className="row sb g2 wrap">
        <h3 className="h3" id={`lesson-${lesson.id}`}>
          {lesson.title}
        </h3>
        <span className="sm ink2">{text('journeys.learn.lessonOf', { at: at + 1, all })}</span>
      </div>
      {lesson.fileId &&
        (lesson.medium === 'video' ? (
          // Its words stand under it: captions are those of the lesson.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <video controls preload="metadata" src={fileUrl(lesson.fileId)} aria-label={lesson.title} />
        ) : (
          <img src={fileUrl(lesson.fileId, 'w640')} alt={lesson.alt ?? ''} loading="lazy" />
        ))}
      {lesson.fileId && lesson.medium === 'video' && lesson.alt && (
        <details>
          <summary className="more">{text('journeys.learn.transcript')}</summary>
          <p className="stp__w">{lesson.alt}</p>
        </details>
      )}
      <p className="stp__w">{lesson.text}</p>
    </article>
  )
}

interface Verdict {
  right: boolean
  rightOptions: string[]
  explanation: string
  passed: boolean | null
}

function Quiz({ step, questions, onReview }: { step: MyStep; questions: Question[]; onReview: () => void }) {
  const text = useText()
  const { tryId, at, setAt, begin, again: begins } = useTry(step.id, questions)
  const [chosen, setChosen] = useState<string[]>([])
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const question = questions[at]
  const answer = useQuick({
    kind: ANSWER,
    scope: tryId,
    endpoint: answerQuestion,
    input: ({ questionId, options }: Given) => ({ params: { id: tryId, questionId }, body: { options } }),
    label: step.title,
    lane: `quiz/${tryId}`,
    touches: TOUCHED,
    arrive: (reply) => {
      setVerdict(reply)
      if (reply.passed !== null) newTry(step.id)
    },
  })
  const leaving = useOnItsWay<Given>(ANSWER, tryId).find((one) => one.given.questionId === question?.id)
  const picked = leaving && chosen.length === 0 ? leaving.given.options : chosen
  const next = () => {
    setAt(at + 1)
    setChosen([])
    setVerdict(null)
  }
  const again = () => {
    begins()
    setChosen([])
    setVerdict(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (picked.length === 0 || !question) return
    begin()
    answer.mutate({ questionId: question.id, options: picked })
  }
  if (!question) return null
  const finished = verdict !== null && verdict.passed !== null
  return (
    <form className="quiz" onSubmit={submit}>
      <p className="row g2 sm b">
        <StrokesGauge value={at + 1} max={questions.length} />
        {text('journeys.learn.questionOf', { at: at + 1, all: questions.length })}
      </p>
      <QuestionField
        question={question}
        chosen={picked}
        verdict={verdict}
        answered={leaving !== undefined}
        onChoose={setChosen}
      />
      <div role="status">
        {verdict && (
          <p className={verdict.right ? 'quiz__r' : 'quiz__r quiz__r--no'}>
            <b>{text(verdict.right ? 'journeys.learn.right' : 'journeys.learn.notQuite')}</b>{' '}
            {verdict.explanation}
          </p>
        )}
        {leaving?.waits && <p className="ink2">{text('journeys.learn.leaving')}</p>}
        {finished && (
          <p className="b">{text(verdict.passed ? 'journeys.learn.passed' : 'journeys.learn.notPassed')}</p>
        )}
      </div>
      <div className="row sb g2 wrap">
        <Button kind="ghost" onClick={onReview}>
          {text('journeys.learn.review')}
        </Button>
        {!verdict && !leaving?.waits && (
          <Button
            kind="accent"
            type="submit"
            busy={answer.isPending}
            {...(picked.length === 0 ? { disabledReason: text('journeys.learn.choose') } : {})}
          >
            {text('journeys.learn.answer')}
          </Button>
        )}
        {verdict && !finished && (
          <Button kind="accent" iconEnd={ArrowRight} onClick={next}>
            {text('journeys.learn.nextQuestion')}
          </Button>
        )}
        {finished && !verdict.passed && (
          <Button kind="accent" onClick={again}>
            {text('journeys.learn.again')}
          </Button>
        )}
      </div>
    </form>
  )
}

function QuestionField({
  question,
  chosen,
  verdict,
  answered,
  onChoose,
}: {
  question: Question
  chosen: string[]
  verdict: Verdict | null
  /** On its way: it is not answered twice. */
  answered: boolean
  onChoose: (chosen: string[]) => void
}) {
  const text = useText()
  const toggle = (id: string) => {
    if (!question.several) return onChoose([id])
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  }
  return (
    <fieldset className="quiz__f" disabled={verdict !== null || answered}>
      <legend className="quiz__q">
        {question.ask}
        {question.several && <span className="sm ink2"> {text('journeys.learn.several')}</span>}
      </legend>
      {question.options.map((option) => {
        const right = verdict?.rightOptions.includes(option.id) ?? false
        return (
          <label key={option.id} className={right ? 'quiz__o ok' : 'quiz__o'}>
            <input
              type={question.several ? 'checkbox' : 'radio'}
              name={question.id}
              checked={chosen.includes(option.id)}
              onChange={() => toggle(option.id)}
            />
            <span>{option.label}</span>
            {right && <CircleCheck className="i" role="img" aria-label={text('journeys.learn.isRight')} />}
          </label>
        )
      })}
    </fieldset>
  )
}
