import type { Language } from '#platform/contract/schema.ts'
import { typeset } from '#platform/contract/typography.ts'
import { LABELS } from '../content/labels/labels.ts'

export interface GivenPart {
  key: string
  rows: Record<string, unknown>[]
}

interface Facts {
  networkName: string
  personName: string
  madeAt: string
  language: Language
  timeZone: string
  files: string[]
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** One page that any browser opens without the network: everything that the JSON says, in words. */
export function drawSummary(parts: GivenPart[], facts: Facts): string {
  const { language } = facts
  const labels = LABELS[language]
  const say = (text: string) => escape(typeset(text, language) as string)
  const held = parts.filter(({ rows }) => rows.length > 0)
  const empty = parts.filter(({ rows }) => rows.length === 0)
  const title = (key: string) => say(labels.parts[key] ?? key)
  const sections = held.map(
    ({ key, rows }) =>
      `<section aria-labelledby="${key}"><h2 id="${key}">${title(key)} <small>(${rows.length})</small></h2>${notes(key, facts)}${table(rows, facts)}</section>`,
  )
  const files = facts.files.map(
    (name) =>
      `<li><a href="${escape(name.split('/').map(encodeURIComponent).join('/'))}">${escape(name)}</a></li>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(labels.title)}</title><style>${CSS}</style></head>
<body><main><h1>${say(labels.title)}</h1>
<p class="lead">${escape(facts.personName)}, ${escape(facts.networkName)}, ${escape(when(facts.madeAt, facts))}</p>
${labels.lead.map((line) => `<p>${say(line)}</p>`).join('')}
<nav aria-label="${say(labels.contents)}"><h2>${say(labels.contents)}</h2><ul>${held.map(({ key, rows }) => `<li><a href="#${key}">${title(key)}</a> (${rows.length})</li>`).join('')}</ul></nav>
${sections.join('\n')}
<section aria-labelledby="files"><h2 id="files">${say(labels.files)}</h2>${files.length > 0 ? `<ul>${files.join('')}</ul>` : `<p>${say(labels.noFile)}</p>`}</section>
<section aria-labelledby="nothing"><h2 id="nothing">${say(labels.nothing)}</h2><ul>${empty.map(({ key }) => `<li>${title(key)}</li>`).join('')}</ul></section>
<section aria-labelledby="others"><h2 id="others">${say(labels.others.title)}</h2>${labels.others.lines.map((line) => `<p>${say(line)}</p>`).join('')}</section>
</main></body></html>`
}

function notes(key: string, { language }: Facts): string {
  const note = LABELS[language].notes[key]
  return note ? `<p class="note">${escape(typeset(note, language) as string)}</p>` : ''
}

function table(rows: Record<string, unknown>[], facts: Facts): string {
  const { fields } = LABELS[facts.language]
  // A column that says nothing for anybody is left out.
  const columns = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => !isBlank(row[name])))
  const name = (column: string) => escape(typeset(fields[column] ?? column, facts.language) as string)
  if (rows.length === 1)
    return `<dl>${columns.map((column) => `<div><dt>${name(column)}</dt><dd>${cell(rows[0]?.[column], facts)}</dd></div>`).join('')}</dl>`
  const head = columns.map((column) => `<th scope="col">${name(column)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${columns.map((column) => `<td>${cell(row[column], facts)}</td>`).join('')}</tr>`,
  )
  return `<div class="wide" tabindex="0" role="group" aria-label="${escape(LABELS[facts.language].table)}"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

const isBlank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const DAY = /^\d{4}-\d\d-\d\d$/
const CODE = /^[a-z][a-z0-9_.]*$/

function cell(value: unknown, facts: Facts): string {
  if (isBlank(value)) return ''
  const { language } = facts
  const labels = LABELS[language]
  if (typeof value === 'boolean') return escape(value ? labels.yes : labels.no)
  if (typeof value === 'number') return escape(new Intl.NumberFormat(localeOf(language)).format(value))
  if (typeof value === 'string') {
    if (TIME.test(value)) return escape(when(value, facts))
    if (DAY.test(value)) return escape(dayOf(value, language))
    if (CODE.test(value)) return escape(labels.values[value] ?? value)
    return escape(value).replaceAll('\n', '<br>')
  }
  if (Array.isArray(value)) return value.map((one) => cell(one, facts)).join(', ')
  return objectCell(value as object, facts)
}

/** A rich text by its words; anything else name by name, those without a label left to the JSON. */
function objectCell(value: object, facts: Facts): string {
  const { fields } = LABELS[facts.language]
  const lines = Object.entries(value)
    .filter(([name, inner]) => fields[name] !== undefined && !isBlank(inner))
    .map(([name, inner]) => {
      const label = typeset(`${fields[name]} :`, facts.language) as string
      return `${escape(label)} ${cell(inner, facts)}`
    })
  const isText = 'type' in value || 'body' in value || 'content' in value
  return isText || lines.length === 0 ? escape(wordsIn(value).join(' ')).trim() : lines.join('<br>')
}

/** The words of a rich text, wherever they are in it. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && /^(text|title|label|message|name)$/.test(key) && inner !== ''
      ? [inner]
      : wordsIn(inner),
  )
}

const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB')

const when = (time: string, { language, timeZone }: Facts) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(time),
  )

const dayOf = (day: string, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

const CSS =
  ':root{color-scheme:light dark}body{margin:0;font:16px/1.6 Verdana,system-ui,sans-serif;background:#f3f5f1;color:#0f241e}main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem;background:#fff}h1{line-height:1.2}h2{margin:2.5rem 0 .75rem;font-size:1.25rem}small,.lead,.note,dt{color:#3c4f48}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid #c9d1cb;min-width:7rem}th{font-size:.875rem}dl>div{display:grid;grid-template-columns:12rem 1fr;gap:.75rem;border-top:1px solid #c9d1cb;padding:.4rem 0}dd{margin:0}a{color:#0f5c47}@media(max-width:40rem){dl>div{grid-template-columns:1fr;gap:0}}@media(prefers-color-scheme:dark){body{background:#0b1613;color:#e6efe9}main{background:#12211c}small,.lead,.note,dt{color:#a9bab2}a{color:#7fd3b5}th,td,dl>div{border-color:#33463f}}@media print{body,main{background:#fff;color:#000}.wide{overflow:visible}}'
