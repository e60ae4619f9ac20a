/** Uploads that nobody finished. */
export const UPLOAD_DAYS = 1
/** Files of an import, once read. */
export const IMPORT_FILE_DAYS = 1
/** Files of drafts that nobody published, portraits that nobody wears. */
export const DRAFT_FILE_DAYS = 30
export const UNWORN_PORTRAIT_DAYS = 1
