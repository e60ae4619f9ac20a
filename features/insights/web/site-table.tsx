import { useId } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { SectionHead } from '#ui/section-head.tsx'
import type { Cut, Measures } from '../contract.ts'

/** Five tints, from little to much. */
const tint = (share: number) => `hm hm--${Math.min(5, 1 + Math.floor(share * 5))}`

/** Site by site; a cell that would point at somebody says nothing, nor does the one that would give it away. */
export function SiteTable({ measures: { cuts, threshold } }: { measures: Measures }) {
  const text = useText()
  const id = useId()
  const sites = [...new Set(cuts.flatMap((cut) => cut.sites.map((one) => one.site)))]
  const cellOf = (cut: Cut, site: string) => cut.sites.find((one) => one.site === site)
  return (
    <div className="m-12">
      <SectionHead
        level={2}
        id={id}
        title={text('insights.sites.caption')}
        note={text('insights.sites.why', { count: threshold })}
      />
      {sites.length < 2 ? (
        <p className="ink2">{text('insights.sites.none')}</p>
      ) : (
        <div className="scroll-x" role="region" aria-labelledby={id} tabIndex={0}>
          <table className="table heat">
            <thead>
              <tr>
                <th scope="col">{text('insights.sites.site')}</th>
                {cuts.map((cut) => (
                  <th key={cut.key} scope="col">
                    {text(`insights.definitions.${cut.key}.name`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <tr key={site}>
                  <th scope="row">{site || text('insights.sites.unknown')}</th>
                  {cuts.map((cut) => (
                    <SiteCell key={cut.key} cell={cellOf(cut, site)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function SiteCell({ cell }: { cell: Cut['sites'][number] | undefined }) {
  const text = useText()
  const { percent } = useFormat()
  if (!cell) return <td className="hm hm--quiet">–</td>
  if (cell.value === null) return <td className="hm hm--quiet">{text('insights.silent')}</td>
  return <td className={tint(cell.value)}>{percent(cell.value)}</td>
}
