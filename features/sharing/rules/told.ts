import { silentGroups } from '#features/insights/rules/silence.ts'
import type { Network } from './networks.ts'

/** Shares told on a network, or on all of them together, and by how many people. */
export interface Told {
  network: Network | 'all'
  shares: number
  people: number
}

/** Shares that may be said: enough people on each network, and none found by subtraction from the total. */
export function sayable(told: readonly Told[], threshold: number): Map<Network | 'all', number> {
  const cells = told.flatMap(({ network, shares, people }) =>
    network === 'all' ? [] : [{ key: network, numerator: shares, denominator: people }],
  )
  const silent = silentGroups(cells, threshold, { acts: false })
  return new Map(
    told
      .filter(({ network, people }) => (network === 'all' ? people >= threshold : !silent.has(network)))
      .map(({ network, shares }) => [network, shares]),
  )
}
