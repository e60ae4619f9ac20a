/** What a file said of people, line by line. */
export const IMPORT_DAYS = 1
