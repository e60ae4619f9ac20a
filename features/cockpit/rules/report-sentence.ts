/** A value that is a text key ('@practices.names.a5'), a day ('2026-12-01'), a list of keys, or itself. */
type Value = string | number
type Say = (key: string, values?: Record<string, unknown>) => string

/** Second numbers of a sentence, which agree for themselves: "three posts, one comment". */
const PLURALS = ['arrived', 'active', 'comments', 'answered', 'adopted']

/** A line of the report in the reader's language: the same sentence on the screen and in the mail. */
export function reportSentence(
  { key, values }: { key: string; values: Record<string, Value> },
  say: Say,
  day: (iso: string) => string,
  number: (value: number) => string,
): string {
  const said = (name: string, value: number) =>
    PLURALS.includes(name) ? say(`cockpit.report.said.${name}`, { count: value }) : number(value)
  const told = (value: Value): Value =>
    typeof value !== 'string'
      ? value
      : value.startsWith('@')
        ? value
            .split(' ')
            .map((one) => say(one.slice(1)))
            .join(', ')
        : /^\d{4}-\d\d-\d\d$/.test(value)
          ? day(`${value}T12:00:00Z`)
          : value
  // The count chooses the plural, and the words write it themselves.
  const entries = Object.entries(values).map(
    ([name, value]) =>
      [name, typeof value === 'number' && name !== 'count' ? said(name, value) : told(value)] as const,
  )
  return say(`cockpit.report.${key}`, Object.fromEntries(entries))
}
