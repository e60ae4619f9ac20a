/** What a company pays elsewhere: per thousand impressions, per click. Null: it has not said. */
export interface Rate {
  cpm: number | null
  cpc: number | null
}

export interface Reach {
  /** Null: the network gives none. */
  impressions: number | null
  clicks: number
}

/**
 * CPM × impressions / 1000 + CPC × clicks. A part whose rate or number is missing is left out; without any part there
 * is no value. No standard says how to reckon it: the rates stand beside the figure.
 */
export function earnedValue({ impressions, clicks }: Reach, { cpm, cpc }: Rate): number | null {
  const seen = cpm !== null && impressions !== null ? (cpm * impressions) / 1000 : null
  const clicked = cpc !== null ? cpc * clicks : null
  if (seen === null && clicked === null) return null
  return Math.round(((seen ?? 0) + (clicked ?? 0)) * 100) / 100
}
