import { useFormat, useText } from '#platform/web/i18n.ts'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { Cut } from '../contract.ts'

/** Site by site; those under the threshold are named and say nothing. */
export function SiteBars({ cut, threshold }: { cut: Cut; threshold: number }) {
  const text = useText()
  const { percent } = useFormat()
  if (cut.sites.length < 2) return null
  return (
    <>
      <h3 className="h4">{text('insights.sites.title')}</h3>
      <ul className="sites">
        {cut.sites.map(({ site, value, denominator }) => {
          const name = site || text('insights.sites.unknown')
          return (
            <li key={site}>
              <span className="sm">{name}</span>
              {value === null ? (
                <span className="xs mut quiet">{text('insights.silent')}</span>
              ) : (
                <>
                  <ProgressBar thin value={value * 100} label={name} valueText={percent(value)} />
                  <span className="sm b tn">{percent(value)}</span>
                  <span className="xs mut tn">
                    {text('insights.sites.people', { count: denominator ?? 0 })}
                  </span>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {cut.sites.some((one) => one.silent) && (
        <p className="xs mut obj__s">{text('insights.sites.why', { count: threshold })}</p>
      )}
    </>
  )
}
