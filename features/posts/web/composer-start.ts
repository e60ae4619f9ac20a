import { EMPTY_DOC, type RichDoc } from '#platform/contract/rich-text.ts'
import type { Attachment, Post, PostKind, Practice } from '../contract.ts'

export interface Recipient {
  id: string
  label: string
  photoFileId: string | null
}

export interface PollWritten {
  options: string[]
  choice: 'single' | 'multiple'
  anonymous: boolean
  /** As a datetime-local field holds it; empty: never. */
  closesAt: string
}

/** What the composer holds; a draft keeps it whole. */
export interface Composed {
  kind: PostKind
  title: string
  body: RichDoc
  practice: Practice
  poll: PollWritten
  recipients: Recipient[]
  attachments: Attachment[]
}

export const BLANK: Composed = {
  kind: 'message',
  title: '',
  body: EMPTY_DOC,
  practice: { concern: '', gesture: '', gain: '' },
  poll: { options: ['', ''], choice: 'single', anonymous: false, closesAt: '' },
  recipients: [],
  attachments: [],
}

/** How the composer opens: empty, on a draft or a text taken back, or on a post to change. */
export interface ComposerStart {
  spaceId?: string | null
  kind?: PostKind
  files?: File[]
  draft?: { id: string; spaceId: string | null; content: Composed }
  revised?: Post
}

/** A draft kept by an older version may lack a part: nothing of what it has is lost. */
export function composedOf(content: Record<string, unknown>): Composed {
  const given = content as Partial<Composed>
  return {
    ...BLANK,
    ...given,
    practice: { ...BLANK.practice, ...given.practice },
    poll: { ...BLANK.poll, ...given.poll },
  }
}

export const composedOfPost = (post: Post): Composed => ({
  ...BLANK,
  kind: post.kind,
  title: post.title,
  body: post.body,
  practice: post.practice ?? BLANK.practice,
  recipients: post.recipients.map((person) => ({
    id: person.id,
    label: `${person.givenName} ${person.familyName}`,
    photoFileId: person.photoFileId,
  })),
  attachments: [...post.attachments],
})
