import type { PostKind, Practice } from '../contract.ts'
import { LIMITS } from './limits.ts'

/** What somebody is about to publish, as the composer and the server both know it. */
export interface Written {
  kind: PostKind
  title: string
  /** The plain text of the body. */
  text: string
  attachments: number
  recipients: number
  practice: Practice | null
  pollOptions: readonly string[] | null
  shared: boolean
}

export interface Lack {
  field: string
  code: string
  limit: number
}

const lack = (field: string, code: string, limit = 0): Lack => ({ field, code, limit })
const blank = (text: string) => text.trim() === ''

/** The first thing that this kind of post still needs; null when it may leave. */
export function whatIsMissing(post: Written): Lack | null {
  switch (post.kind) {
    case 'message':
      return blank(post.text) && blank(post.title) && post.attachments === 0 && !post.shared
        ? lack('body', 'post.empty')
        : null
    case 'question':
      return blank(post.title) ? lack('title', 'post.question_missing') : null
    case 'idea':
      return blank(post.title) ? lack('title', 'post.title_missing') : null
    case 'practice':
      return practiceLack(post)
    case 'kudos':
      if (post.recipients === 0) return lack('recipientIds', 'post.recipient_missing')
      return blank(post.text) ? lack('body', 'post.kudos_empty') : null
    case 'poll':
      return blank(post.title) ? lack('title', 'post.question_missing') : pollLack(post.pollOptions ?? [])
  }
}

function practiceLack({ title, practice }: Written): Lack | null {
  if (blank(title)) return lack('title', 'post.title_missing')
  if (blank(practice?.concern ?? '')) return lack('practice.concern', 'post.concern_missing')
  return blank(practice?.gesture ?? '') ? lack('practice.gesture', 'post.gesture_missing') : null
}

function pollLack(options: readonly string[]): Lack | null {
  const labels = options.map((label) => label.trim().toLowerCase()).filter((label) => label !== '')
  if (labels.length < LIMITS.pollOptionsLeast)
    return lack('poll.options', 'post.poll_options_few', LIMITS.pollOptionsLeast)
  if (labels.length > LIMITS.pollOptions)
    return lack('poll.options', 'post.poll_options_many', LIMITS.pollOptions)
  return new Set(labels).size < labels.length ? lack('poll.options', 'post.poll_options_same') : null
}
