import type { Language } from '#platform/contract/schema.ts'
import type { QuizQuestion, StepDetails, StepKind } from '../rules/steps.ts'
import { relaysEn, scoutsEn } from './models-en.ts'
import { relaysFr, scoutsFr } from './models-fr.ts'
import type { WrittenQuestion, WrittenStep } from './written.ts'

export type ModelKey = 'scouts' | 'relays'

const MODELS: Record<ModelKey, Record<Language, readonly WrittenStep[]>> = {
  scouts: { fr: scoutsFr, en: scoutsEn },
  relays: { fr: relaysFr, en: relaysEn },
}
const PASS_MARK = 75

export interface ModelStep {
  kind: StepKind
  title: string
  words: string
  dueDays: number | null
  compulsory: boolean
  minutes: number
  details: StepDetails
}

const questionOf = ({ ask, options, why }: WrittenQuestion, newId: () => string): QuizQuestion => {
  const made = options.map((label) => ({
    id: newId(),
    label: label.replace(/^\* /, ''),
    right: label.startsWith('* '),
  }))
  return {
    id: newId(),
    ask,
    options: made.map(({ id, label }) => ({ id, label })),
    right: made.filter((one) => one.right).map((one) => one.id),
    explanation: why,
  }
}

/** A ready-made journey, as steps of one's own to change: each with ids that `newId` makes. */
export const modelOf = (model: ModelKey, language: Language, newId: () => string): ModelStep[] =>
  MODELS[model][language].map((step) => ({
    kind: step.kind,
    title: step.title,
    words: step.words,
    dueDays: step.dueDays,
    compulsory: !step.optional,
    minutes: step.minutes,
    details: {
      ...(step.with ? { with: step.with } : {}),
      ...(step.task ? { task: step.task } : {}),
      ...(step.text ? { text: step.text } : {}),
      ...(step.kind === 'learn'
        ? {
            lessons: (step.lessons ?? []).map((lesson) => ({ id: newId(), ...lesson })),
            passMark: PASS_MARK,
            questions: (step.questions ?? []).map((question) => questionOf(question, newId)),
          }
        : {}),
    },
  }))
