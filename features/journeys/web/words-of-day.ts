/** Whether a day to come is near, or gone by: the words are the caller's. */
export const isPast = (at: string | null): boolean => at !== null && new Date(at) < new Date()
