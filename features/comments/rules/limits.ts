/** Sizes of a comment and of its pages. */
export const LIMITS = { text: 4000, repliesShown: 20, page: 30 } as const
