/** A signature is worth a year; its end is announced a month ahead, and from then on one may sign again. */
export const SIGNATURE_DAYS = 365
export const RENEWAL_DAYS = 30
/** Once its year is over, it is kept this long as a proof of what was agreed (Code civil, 2224). */
export const PROOF_YEARS = 5

const DAY = 86_400_000

export const expiryOf = (signedAt: Date): Date => new Date(signedAt.getTime() + SIGNATURE_DAYS * DAY)

/** `since`: the last version that changed the meaning. A smaller change keeps former signatures good. */
export const holds = (
  signature: { version: number; signedAt: Date; withdrawn: boolean },
  since: number,
  now: Date,
): boolean => !signature.withdrawn && signature.version >= since && expiryOf(signature.signedAt) > now

export const endsSoon = (signedAt: Date, now: Date): boolean =>
  expiryOf(signedAt).getTime() - now.getTime() <= RENEWAL_DAYS * DAY
