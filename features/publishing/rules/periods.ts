/** A yes at a network is waited for this long. */
export const BEGINNING_MINUTES = 30
/** What was published outside, failed or was called off: our copy of it. At the network it stays. */
export const PUBLICATION_MONTHS = 24
