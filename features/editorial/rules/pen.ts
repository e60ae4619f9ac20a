/** Without a word written for this long, the pen may be taken by somebody else. */
export const SILENCE_MS = 120_000

export interface Pen {
  holderId: string | null
  /** The last word written. */
  at: string | null
}

export type PenVerdict = 'free' | 'mine' | 'silent' | 'held'

export function penFor(pen: Pen, memberId: string, now: number): PenVerdict {
  if (!pen.holderId || !pen.at) return 'free'
  if (pen.holderId === memberId) return 'mine'
  return now - Date.parse(pen.at) >= SILENCE_MS ? 'silent' : 'held'
}
