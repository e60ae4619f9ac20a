import type { Network } from './networks.ts'

/** An address of the web that a kit may lead to; null when it is none, or carries a name and a password. */
export function webAddress(typed: string): string | null {
  const text = typed.trim()
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  const fine =
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '' &&
    url.hostname !== ''
  return fine && url.href.length <= 2000 ? url.href : null
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

/** The address with where one comes from; what the page's own address already says stays. */
export function withOrigin(address: string, kit: { title: string }, network: Network): string {
  const url = new URL(address)
  const origin = {
    utm_source: network,
    utm_medium: network === 'email' ? 'email' : 'ambassadors',
    utm_campaign: plain(kit.title),
  }
  for (const [name, value] of Object.entries(origin))
    if (value && !url.searchParams.has(name)) url.searchParams.set(name, value)
  return url.href
}
