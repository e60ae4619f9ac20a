import type { Cut, Figure } from '../contract.ts'
import { DEFINITIONS, type FigureKey } from '../rules/definitions.ts'
import { type Cell, silentGroups } from '../rules/silence.ts'

interface Counted {
  numerator: number
  /** Null for a plain number of people. */
  denominator: number | null
}

const SILENT = { silent: true, numerator: null, denominator: null, value: null }

/** A figure about everybody; it says nothing when everybody is fewer than the threshold. */
export function figure(
  key: FigureKey,
  period: { from: string | null; to: string },
  threshold: number,
  { numerator, denominator }: Counted,
): Figure {
  const head = { key, ...period, threshold }
  if ((denominator ?? numerator) < threshold) return { ...head, ...SILENT }
  return {
    ...head,
    silent: false,
    numerator,
    denominator,
    value: denominator ? numerator / denominator : numerator,
  }
}

/** The same by site, without those that stay silent and those that would give them away. The largest first. */
export function cut(key: FigureKey, threshold: number, cells: Cell[]): Cut {
  const silent = silentGroups(cells, threshold, { acts: DEFINITIONS[key].counts === 'acts' })
  const sites = cells
    .map(({ key: site, numerator, denominator }) =>
      silent.has(site)
        ? { site, ...SILENT }
        : {
            site,
            silent: false,
            numerator,
            denominator,
            value: denominator > 0 ? numerator / denominator : 0,
          },
    )
    // Silent ones by name: their place must not tell their size.
    .sort((a, b) => (b.denominator ?? -1) - (a.denominator ?? -1) || a.site.localeCompare(b.site))
  return { key, sites }
}
