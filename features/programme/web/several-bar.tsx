import { useState } from 'react'
import type { Body, Reply } from '#platform/contract/endpoint.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { actOnSeveral, type Circle } from '../contract.ts'
import { useAct } from './programme-data.ts'
import { WordDialog } from './word-dialog.tsx'

type Act = Body<typeof actOnSeveral>['act']
type Outcome = Reply<typeof actOnSeveral>['results']
const WITH_WORDS = ['accept', 'decline', 'pause', 'thank'] as const

/** Those chosen, what to do with them at once, and what came of it for each. */
export function SeveralBar({
  programmeId,
  circles,
  ids,
  onClear,
}: {
  programmeId: string
  circles: readonly Circle[]
  ids: string[]
  onClear: () => void
}) {
  const text = useText()
  const [asked, setAsked] = useState<(typeof WITH_WORDS)[number] | null>(null)
  const [results, setResults] = useState<Outcome | null>(null)
  const run = (act: Act, more: Partial<Body<typeof actOnSeveral>> = {}) =>
    call(actOnSeveral, { params: { id: programmeId }, body: { ambassadorIds: ids, act, ...more } })
  const done = ({ results: outcome }: Reply<typeof actOnSeveral>) => setResults(outcome)
  const assign = useAct((circleId: string | null) => run('circle', { circleId }), { onDone: done })
  const back = useAct(() => run('come_back'), { onDone: done })
  return (
    <section className="prg-bar panel stack stack-3" aria-label={text('programme.several.label')}>
      <p className="row g2 wrap">
        <strong aria-live="polite">{text('programme.several.chosen', { count: ids.length })}</strong>
        <Button kind="ghost" size="s" onClick={onClear}>
          {text('programme.several.clear')}
        </Button>
      </p>
      <div className="row g2 wrap prg-bar__acts">
        <SelectField
          label={text('programme.several.circle')}
          value=""
          options={[
            { value: '', label: text('programme.several.choose') },
            ...circles.map((circle) => ({ value: circle.id, label: circle.name })),
            { value: 'none', label: text('programme.several.noCircle') },
          ]}
          onChange={(event) =>
            event.target.value && assign.mutate(event.target.value === 'none' ? null : event.target.value)
          }
        />
        {WITH_WORDS.map((act) => (
          <Button key={act} onClick={() => setAsked(act)}>
            {text(`programme.several.${act}`)}
          </Button>
        ))}
        <Button busy={back.isPending} onClick={() => back.mutate(undefined)}>
          {text('programme.several.come_back')}
        </Button>
      </div>
      {results && <Results results={results} />}
      {asked && (
        <WordDialog
          title={text(`programme.several.${asked}Title`, { count: ids.length })}
          why={text('programme.several.why')}
          label={text('programme.several.word')}
          confirmLabel={text(`programme.several.${asked}`)}
          says={text('programme.several.done')}
          required={asked === 'thank'}
          onClose={() => setAsked(null)}
          onSend={async ({ word, until }) =>
            done(await run(asked, { word, ...(asked === 'pause' ? { until } : {}) }))
          }
          {...(asked === 'pause' ? { withDay: text('programme.dialog.pause.until') } : {})}
        />
      )}
    </section>
  )
}

function Results({ results }: { results: Outcome }) {
  const text = useText()
  const failed = results.filter((one) => !one.done)
  const problems = [...new Set(failed.map((one) => one.problem ?? ''))]
  return (
    <Banner kind={failed.length > 0 ? 'warn' : 'ok'}>
      {text('programme.several.outcome', { count: results.length - failed.length })}{' '}
      {failed.length > 0 && text('programme.several.failed', { count: failed.length })} {problems.join(' ')}
    </Banner>
  )
}
