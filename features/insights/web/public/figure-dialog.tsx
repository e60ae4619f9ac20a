import type { ReactNode } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { Figure } from '../../contract.ts'
import { DEFINITIONS } from '../../rules/definitions.ts'
import { useDayWords } from '../day-words.ts'
import '../insights.css'

/** How a figure is counted: formula, period, numerator, denominator, and what it does not say. */
export function FigureDialog({
  figure,
  onClose,
  children,
}: {
  figure: Figure | null
  onClose: () => void
  children?: ReactNode
}) {
  const text = useText()
  const days = useDayWords()
  const { number } = useFormat()
  if (!figure) return null
  const words = (part: string) => text(`insights.definitions.${figure.key}.${part}`)
  const counted = (part: 'numerator' | 'denominator') => {
    const value = figure[part]
    if (value === null && !figure.silent) return words(part)
    const told = figure.silent || value === null ? text('insights.definition.silent') : number(value)
    return text('insights.definition.value', { words: words(part), number: told })
  }
  const to = days.day(figure.to)
  const window = figure.from
    ? text('insights.definition.between', { from: days.day(figure.from), to })
    : text('insights.definition.since', { to })
  const rows: [string, string][] = [
    [text('insights.definition.formula'), words('formula')],
    [text('insights.definition.window'), window],
    [text('insights.definition.numerator'), counted('numerator')],
    [text('insights.definition.denominator'), counted('denominator')],
    [text('insights.definition.source'), text(`insights.sources.${DEFINITIONS[figure.key].source}`)],
  ]
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('name')}
      closeLabel={text('insights.definition.close')}
      actions={
        <Button kind="soft" onClick={onClose}>
          {text('insights.definition.close')}
        </Button>
      }
    >
      <dl className="defs">
        {rows.map(([name, said]) => (
          <div key={name}>
            <dt className="xs mut">{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="sm ink2">{words('note')}</p>
      {children}
      <p className="sm ink2">{text('insights.definition.threshold', { count: figure.threshold })}</p>
    </Dialog>
  )
}
