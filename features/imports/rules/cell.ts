/** Put at the start of a cell so that a spreadsheet shows it instead of running it. */
const GUARD = "'"

/** Stands in the first cell that a truncated line lacked, in the rejected lines we give back. */
export const MISSING_CELL = '[?]'

const RUNS = /^[=@\t\r＝＠]/
const SIGNED = /^[+\-＋－]/
const NUMBER_OR_PHONE = /^[+-][\d\s.,()/-]*$/
const NO_VALUE = /^(?:[-–—]+|null)$/
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|VALEUR!|NAME\?|NOM\s?\?|DIV\/0!|NULL!|NUL!|NUM!|NOMBRE!)$/i
const ODD = /\s\s|[^\S ]|[\u00ad\u200b-\u200d\u2060\ufeff]|\p{Mn}/u
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
// Control characters, and marks that reverse the direction of what follows.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

// Most cells: Latin letters, digits and signs, single spaces, and no start a spreadsheet would run.
const SIMPLE = /^[\dA-Za-z\u00c0-\u024f](?: ?[!-~\u00a1-\u00ac\u00ae-\u024f])*$/

/** Whether a cell can be taken as it stands, without the checks below. */
export const isSimpleCell = (raw: string) => SIMPLE.test(raw) && raw !== 'null'

/** Whether a spreadsheet would run this cell as a formula; signed numbers and phone numbers are not formulas. */
export function runsAsFormula(raw: string): boolean {
  const text = raw.trimStart()
  if (RUNS.test(raw) || RUNS.test(text)) return true
  return SIGNED.test(text) && !NUMBER_OR_PHONE.test(text) && !NO_VALUE.test(text.trimEnd())
}

export const hasControlCharacter = (text: string) => CONTROL.test(text)

export const isSpreadsheetError = (text: string) => SPREADSHEET_ERROR.test(text)

/** The text of a cell: trimmed, single spaces, composed accents; '' when the cell only says "nothing". */
export function cellText(raw: string): string {
  const text = raw.trim()
  const plain = ODD.test(text)
    ? text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC')
    : text
  return NO_VALUE.test(plain) ? '' : plain
}

/** Whatever begins like a formula gets the guard; `+33…` too, since a spreadsheet would eat its plus sign. */
export function guarded(text: string): string {
  const start = text.trimStart()
  return RUNS.test(text) || RUNS.test(start) || SIGNED.test(start) ? GUARD + text : text
}

/** The cell as it was before `guarded`. */
export function unguarded(raw: string): string {
  return raw.startsWith(GUARD) && guarded(raw.slice(1)) === raw ? raw.slice(1) : raw
}
