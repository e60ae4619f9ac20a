import { EMPTY_DOC, plainText } from '#platform/contract/rich-text.ts'
import type { PostDraft, PostKind } from '#features/posts/contract.ts'
import { type Lack, whatIsMissing } from '#features/posts/rules/kinds.ts'
import type { SlotText } from '../contract.ts'

interface Written {
  postKind: PostKind
  title: string
  at?: string | null
  content: Partial<SlotText>
}

/** What the text still needs to become a post of its kind. */
export function lackOf({ postKind, content, at }: Written): Lack | null {
  const { title = '', body = EMPTY_DOC, practice, poll, recipients } = content
  const missing = whatIsMissing({
    kind: postKind,
    // A message may do with its title alone; a slot's working title is no word of its author.
    title: postKind === 'message' ? '' : title,
    text: plainText(body),
    attachments: content.attachments?.length ?? 0,
    recipients: recipients?.length ?? 0,
    practice: practice ?? null,
    pollOptions: poll?.options ?? [],
    shared: false,
  })
  const closesAt = postKind === 'poll' ? poll?.closesAt : null
  if (missing || !closesAt || !at || Date.parse(closesAt) > Date.parse(at)) return missing
  return { field: 'content.poll.closesAt', code: 'slot.poll_closes', limit: 0 }
}

/** The post that leaves at its hour. */
export function postOf(placeId: string, { postKind: kind, content }: Written): PostDraft {
  const { title = '', body = EMPTY_DOC, practice, poll, recipients, attachments } = content
  return {
    spaceId: placeId,
    kind,
    body,
    ...(kind === 'kudos'
      ? { recipientIds: (recipients ?? []).map(({ id }) => id) }
      : { title: title.trim() }),
    ...(attachments && attachments.length > 0
      ? { attachments: attachments.map(({ fileId, alt }) => ({ fileId, alt })) }
      : {}),
    ...(kind === 'practice' && practice ? { practice } : {}),
    ...(kind === 'poll' && poll
      ? {
          poll: {
            ...poll,
            options: poll.options.map((option) => option.trim()).filter(Boolean),
            closesAt: poll.closesAt ?? null,
          },
        }
      : {}),
  }
}
