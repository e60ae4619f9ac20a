export const NETWORKS = ['mastodon', 'bluesky', 'linkedin', 'facebook', 'instagram', 'x'] as const
export type NetworkName = (typeof NETWORKS)[number]

/** Those that Élan speaks to; the others are held in assisted mode. */
export const SPOKEN = ['mastodon', 'bluesky', 'linkedin'] as const satisfies NetworkName[]
export type SpokenName = (typeof SPOKEN)[number]

const HOSTS: Record<Exclude<NetworkName, 'mastodon'>, RegExp> = {
  bluesky: /(^|\.)bsky\.app$/,
  linkedin: /(^|\.)(linkedin\.com|lnkd\.in)$/,
  facebook: /(^|\.)(facebook\.com|fb\.watch)$/,
  instagram: /(^|\.)instagram\.com$/,
  x: /(^|\.)(x\.com|twitter\.com)$/,
}

/** Whether an address somebody pasted is that of something on this network. */
export function isAddressOn(network: NetworkName, written: string, server = ''): boolean {
  if (!URL.canParse(written)) return false
  const url = new URL(written)
  if (url.protocol !== 'https:' || url.pathname.length < 2) return false
  if (network === 'mastodon') return !server || url.origin === server
  return HOSTS[network].test(url.hostname)
}
