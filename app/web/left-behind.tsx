import { useQueryClient } from '@tanstack/react-query'
import { useText } from '#platform/web/i18n.ts'
import { giveUp, type Sending, trySending } from '#platform/web/sending.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'

/** Quick writes that left by themselves and were refused: said wherever one is by then, with what was written. */
export function LeftBehind({ items }: { items: readonly Sending[] }) {
  return (
    <div className="stack stack-2 left-behind">
      {items.map((item) => (
        <One key={item.id} item={item} />
      ))}
    </div>
  )
}

function One({ item }: { item: Sending }) {
  const text = useText()
  const queries = useQueryClient()
  const again = () => {
    trySending(item.id)
      .then(() => queries.invalidateQueries())
      .catch(() => {})
  }
  const words = wordsOf(item.about?.preview)
  return (
    <Banner kind="bad">
      <div className="stack stack-2">
        <p>
          <b>{text('app.left_behind.title', { label: item.about?.label ?? '' })}</b> {item.problem}
        </p>
        {words && <p className="sm left-behind__w">{words}</p>}
        <p className="row wrap g2">
          <Button size="s" onClick={again}>
            {text('platform.retry')}
          </Button>
          <Button size="s" kind="ghost" onClick={() => giveUp(item.id)}>
            {text('app.left_behind.drop')}
          </Button>
        </p>
      </div>
    </Banner>
  )
}

const WRITTEN = ['words', 'answer', 'body', 'word']

/** What somebody typed is not lost with the refusal: it can be read, and copied. */
function wordsOf(preview: unknown): string {
  if (typeof preview !== 'object' || preview === null) return ''
  return Object.entries(preview)
    .filter(([key, value]) => WRITTEN.includes(key) && typeof value === 'string')
    .map(([, value]) => String(value).trim())
    .filter(Boolean)
    .join('\n')
}
