import { useText } from '#platform/web/i18n.ts'

/** Before, then after; a screen reader hears both words. */
export function Change({ before, after }: { before: string; after: string }) {
  const text = useText()
  if (!before && !after) return null
  return (
    <dl className="lib__c">
      {before && (
        <div>
          <dt>{text('library.before')}</dt>
          <dd>{before}</dd>
        </div>
      )}
      {after && (
        <div>
          <dt>{text('library.after')}</dt>
          <dd className="b">{after}</dd>
        </div>
      )}
    </dl>
  )
}
