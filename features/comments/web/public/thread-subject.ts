/** What a thread must know of the post it stands under. */
export interface ThreadSubject {
  id: string
  spaceId: string
  authorName: string
  /** Given name of the author, for "Écris à Bruno…"; empty when nobody is there to read. */
  writeTo: string
  commentCount: number
  /** A seat in the space: react. */
  takes: boolean
  /** A seat, and the comments are open. */
  comments: boolean
  closed: boolean
  question: boolean
  acceptedCommentId: string | null
  /** For those who may keep an answer. */
  onAccept: ((commentId: string | null) => void) | null
}
