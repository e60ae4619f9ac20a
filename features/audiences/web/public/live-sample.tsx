import { Failed } from '#platform/web/await.tsx'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import type { Rule } from '../../contract.ts'
import { completePart } from '../../rules/drafts.ts'
import { useLiveSample } from './audience-data.ts'

/** How many people a rule speaks of as it is being written, and a few of their faces. */
export function LiveSample({ rule }: { rule: Rule }) {
  const text = useText()
  const { data, error, isFetching, refetch } = useLiveSample(completePart(rule))
  if (!data)
    return error ? (
      <Failed error={error} onRetry={() => void refetch()} />
    ) : (
      <ListSkeleton label={text('audiences.counting')} rows={4} />
    )
  const rest = data.count - data.sample.length
  return (
    <section className="panel stack stack-3" aria-label={text('audiences.live')} aria-busy={isFetching}>
      <div role="status">
        <p className="h2 num">{text('audiences.people', { count: data.count })}</p>
        {data.count === 0 ? (
          <p className="ink2">{text('audiences.nobody')}</p>
        ) : (
          <p className="ink2">
            {data.withoutEmail > 0
              ? text('audiences.withoutEmail', { count: data.withoutEmail })
              : text('audiences.everybodyHasEmail')}
          </p>
        )}
      </div>
      {data.sample.length > 0 && (
        <div className="stack stack-2">
          <p className="sm b ink2">{text('audiences.sample')}</p>
          <ul className="stack stack-2">
            {data.sample.map((person) => (
              <li key={person.id}>
                <Who
                  person={{
                    name: `${person.givenName} ${person.familyName}`,
                    src: person.photoFileId && fileUrl(person.photoFileId, 'w320'),
                    size: 36,
                  }}
                  meta={[person.job, person.site].filter(Boolean).join(', ')}
                />
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="sm ink2">{text('audiences.sampleMore', { count: rest })}</p>}
        </div>
      )}
    </section>
  )
}
