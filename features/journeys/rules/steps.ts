export const KINDS = ['call', 'meeting', 'read', 'sign', 'learn', 'do', 'first_contribution'] as const
export type StepKind = (typeof KINDS)[number]

export interface Lesson {
  id: string
  title: string
  text: string
  fileId?: string | null
  /** What the picture shows, or what the video says to those who cannot hear it. */
  alt?: string
  medium?: 'picture' | 'video'
}
export interface QuizQuestion {
  id: string
  ask: string
  options: { id: string; label: string }[]
  /** Ids of the options that are right: all of them, and no other, make a right answer. */
  right: string[]
  explanation: string
}
export interface StepDetails {
  /** meeting */
  with?: 'buddy' | 'founding'
  /** read */
  text?: string
  link?: string
  /** do */
  task?: 'profile' | 'introduce' | 'install'
  /** learn */
  lessons?: Lesson[]
  /** Share of right answers from which one has passed, in per cent. */
  passMark?: number
  questions?: QuizQuestion[]
}

/** Only what the kind knows is kept. */
export function detailsFor(kind: StepKind, details: StepDetails): StepDetails {
  if (kind === 'meeting') return { with: details.with ?? 'buddy' }
  if (kind === 'do') return { task: details.task ?? 'profile' }
  if (kind === 'read')
    return {
      text: details.text?.trim() ?? '',
      ...(details.link?.trim() ? { link: details.link.trim() } : {}),
    }
  if (kind === 'learn')
    return {
      lessons: details.lessons ?? [],
      passMark: details.passMark ?? 80,
      questions: details.questions ?? [],
    }
  return {}
}

export type StepProblem =
  | 'step.read_empty'
  | 'step.link'
  | 'step.no_lesson'
  | 'step.lesson_empty'
  | 'step.question_options'
  | 'step.question_right'
  | 'step.same_id'

const isPlace = (link: string) => /^\/(?!\/)\S*$/.test(link) || /^https?:\/\/\S+$/.test(link)

/** What keeps a step from being proposed; null when it may be. */
export function whatIsWrong(kind: StepKind, details: StepDetails): StepProblem | null {
  if (kind === 'read') {
    if (!details.text && !details.link) return 'step.read_empty'
    return details.link && !isPlace(details.link) ? 'step.link' : null
  }
  return kind === 'learn' ? wrongInTraining(details) : null
}

function wrongInTraining({ lessons = [], questions = [] }: StepDetails): StepProblem | null {
  if (lessons.length === 0) return 'step.no_lesson'
  if (lessons.some((one) => !one.title.trim() || (!one.text.trim() && !one.fileId)))
    return 'step.lesson_empty'
  if (questions.some((one) => one.options.length < 2)) return 'step.question_options'
  const known = (one: QuizQuestion) => new Set(one.options.map((option) => option.id))
  if (questions.some((one) => one.right.length === 0 || one.right.some((id) => !known(one).has(id))))
    return 'step.question_right'
  const twice = (ids: string[]) => new Set(ids).size < ids.length
  const doubled =
    twice(questions.map((one) => one.id)) ||
    twice(lessons.map((one) => one.id)) ||
    questions.some((one) => twice(one.options.map((option) => option.id)))
  return doubled ? 'step.same_id' : null
}

/** Those one ticks oneself; the others are seen in the data, or done by two. */
export const declaredByOneself = (kind: StepKind, details: StepDetails): boolean =>
  kind === 'read' ||
  (kind === 'do' && details.task === 'install') ||
  (kind === 'meeting' && details.with === 'buddy') ||
  (kind === 'learn' && (details.questions ?? []).length === 0)

/** An answer is right when it names every right option and no other. */
export const isRight = (question: Pick<QuizQuestion, 'right'>, chosen: readonly string[]): boolean => {
  const picked = new Set(chosen)
  return picked.size === question.right.length && question.right.every((id) => picked.has(id))
}

export const hasPassed = (right: number, asked: number, passMark: number): boolean =>
  asked === 0 || (right / asked) * 100 >= passMark

/** Day by which a step is due, from the arrival in the role. */
export const dueAt = (arrived: Date, dueDays: number | null): Date | null =>
  dueDays === null ? null : new Date(arrived.getTime() + dueDays * 86_400_000)
