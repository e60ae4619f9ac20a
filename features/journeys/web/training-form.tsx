import { Plus, Trash2 } from 'lucide-react'
import { OneFile } from '#features/communities/web/public/one-file.tsx'
import { fileUrl, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { StepDetails } from '../contract.ts'

type Lesson = NonNullable<StepDetails['lessons']>[number]
type Question = NonNullable<StepDetails['questions']>[number]

const replaced = <T extends { id: string }>(list: T[], next: T) =>
  list.map((one) => (one.id === next.id ? next : one))
const without = <T extends { id: string }>(list: T[], id: string) => list.filter((one) => one.id !== id)

/** Lessons in their order, then questions with one or several right answers. */
export function TrainingForm({
  details,
  onChange,
}: {
  details: StepDetails
  onChange: (details: StepDetails) => void
}) {
  const text = useText()
  const lessons = details.lessons ?? []
  const questions = details.questions ?? []
  const setLessons = (next: Lesson[]) => onChange({ ...details, lessons: next })
  const setQuestions = (next: Question[]) => onChange({ ...details, questions: next })
  const option = () => ({ id: newId(), label: '' })
  return (
    <>
      <h3 className="h4">{text('journeys.form.lessons')}</h3>
      {lessons.map((lesson, at) => (
        <LessonFields
          key={lesson.id}
          lesson={lesson}
          at={at}
          onChange={(next) => setLessons(replaced(lessons, next))}
          onRemove={() => setLessons(without(lessons, lesson.id))}
        />
      ))}
      <p>
        <Button
          size="s"
          icon={Plus}
          onClick={() => setLessons([...lessons, { id: newId(), title: '', text: '' }])}
        >
          {text('journeys.form.addLesson')}
        </Button>
      </p>
      <h3 className="h4">{text('journeys.form.questions')}</h3>
      <TextField
        label={text('journeys.form.passMark')}
        hint={text('journeys.form.passMarkHint')}
        type="number"
        min={0}
        max={100}
        value={details.passMark ?? 80}
        onChange={(event) => onChange({ ...details, passMark: Number(event.target.value) })}
      />
      {questions.map((question, at) => (
        <QuestionFields
          key={question.id}
          question={question}
          at={at}
          onChange={(next) => setQuestions(replaced(questions, next))}
          onRemove={() => setQuestions(without(questions, question.id))}
        />
      ))}
      <p>
        <Button
          size="s"
          icon={Plus}
          onClick={() =>
            setQuestions([
              ...questions,
              { id: newId(), ask: '', options: [option(), option()], right: [], explanation: '' },
            ])
          }
        >
          {text('journeys.form.addQuestion')}
        </Button>
      </p>
    </>
  )
}

function LessonFields({
  lesson,
  at,
  onChange,
  onRemove,
}: {
  lesson: Lesson
  at: number
  onChange: (lesson: Lesson) => void
  onRemove: () => void
}) {
  const text = useText()
  return (
    <fieldset className="edq">
      <legend className="b">{text('journeys.form.lesson', { at: at + 1 })}</legend>
      <TextField
        label={text('journeys.form.lessonTitle')}
        maxLength={120}
        value={lesson.title}
        onChange={(event) => onChange({ ...lesson, title: event.target.value })}
      />
      <TextArea
        label={text('journeys.form.lessonText')}
        rows={3}
        maxLength={4000}
        value={lesson.text}
        onChange={(event) => onChange({ ...lesson, text: event.target.value })}
      />
      <RadioGroup
        legend={text('journeys.form.medium')}
        options={(['picture', 'video'] as const).map((value) => ({
          value,
          label: text(`journeys.form.medium_${value}`),
        }))}
        value={lesson.medium ?? 'picture'}
        onChange={(medium) => onChange({ ...lesson, medium })}
      />
      <OneFile
        fileId={lesson.fileId ?? null}
        accept={lesson.medium === 'video' ? 'video/*' : 'image/*'}
        title={text('journeys.form.file')}
        hint={text('journeys.form.fileHint')}
        shown={(fileId) =>
          lesson.medium === 'video' ? (
            <p className="sm">{text('journeys.form.videoThere')}</p>
          ) : (
            <p className="draft__p">
              <img src={fileUrl(fileId, 'w640')} alt={lesson.alt ?? ''} />
            </p>
          )
        }
        onChange={(fileId) => onChange({ ...lesson, fileId })}
      />
      {lesson.fileId && (
        <TextField
          label={text('journeys.form.alt')}
          maxLength={500}
          value={lesson.alt ?? ''}
          onChange={(event) => onChange({ ...lesson, alt: event.target.value })}
        />
      )}
      <p>
        <Button kind="ghost" size="s" icon={Trash2} onClick={onRemove}>
          {text('journeys.form.removeLesson', { at: at + 1 })}
        </Button>
      </p>
    </fieldset>
  )
}

function QuestionFields({
  question,
  at,
  onChange,
  onRemove,
}: {
  question: Question
  at: number
  onChange: (question: Question) => void
  onRemove: () => void
}) {
  const text = useText()
  const { options, right } = question
  const toggle = (id: string) =>
    onChange({ ...question, right: right.includes(id) ? right.filter((one) => one !== id) : [...right, id] })
  return (
    <fieldset className="edq">
      <legend className="b">{text('journeys.form.question', { at: at + 1 })}</legend>
      <TextField
        label={text('journeys.form.ask')}
        maxLength={500}
        value={question.ask}
        onChange={(event) => onChange({ ...question, ask: event.target.value })}
      />
      {options.map((option, index) => (
        <div key={option.id} className="edo">
          <div>
            <TextField
              label={text('journeys.form.option', { at: index + 1 })}
              maxLength={200}
              value={option.label}
              onChange={(event) =>
                onChange({
                  ...question,
                  options: replaced(options, { ...option, label: event.target.value }),
                })
              }
            />
            <Checkbox
              label={text('journeys.form.right', { at: index + 1 })}
              checked={right.includes(option.id)}
              onChange={() => toggle(option.id)}
            />
          </div>
          {options.length > 2 && (
            <IconButton
              icon={Trash2}
              label={text('journeys.form.removeOption', { at: index + 1 })}
              onClick={() =>
                onChange({
                  ...question,
                  options: without(options, option.id),
                  right: right.filter((one) => one !== option.id),
                })
              }
            />
          )}
        </div>
      ))}
      {options.length < 8 && (
        <p>
          <Button
            kind="ghost"
            size="s"
            icon={Plus}
            onClick={() => onChange({ ...question, options: [...options, { id: newId(), label: '' }] })}
          >
            {text('journeys.form.addOption')}
          </Button>
        </p>
      )}
      <TextArea
        label={text('journeys.form.explanation')}
        hint={text('journeys.form.explanationHint')}
        rows={2}
        maxLength={1000}
        value={question.explanation}
        onChange={(event) => onChange({ ...question, explanation: event.target.value })}
      />
      <p>
        <Button kind="ghost" size="s" icon={Trash2} onClick={onRemove}>
          {text('journeys.form.removeQuestion', { at: at + 1 })}
        </Button>
      </p>
    </fieldset>
  )
}
