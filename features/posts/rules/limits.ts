/** Sizes of what people write here, and of pages. Each is told in the refusal. */
export const LIMITS = {
  title: 160,
  text: 20_000,
  practicePart: 2000,
  pollOption: 120,
  pollOptionsLeast: 2,
  pollOptions: 10,
  recipients: 20,
  attachments: 10,
  alt: 500,
  search: 200,
  page: 20,
  /** Unread posts looked at to say what was missed. */
  missedCandidates: 200,
  drafts: 100,
  draftBytes: 200_000,
  revisions: 50,
} as const
