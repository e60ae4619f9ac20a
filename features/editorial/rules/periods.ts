/** A slot published or dropped, with its texts and remarks; the post it became is not touched. */
export const SLOT_MONTHS = 24
