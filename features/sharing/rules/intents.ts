import type { Network } from './networks.ts'

export interface Post {
  text: string
  /** The short link. */
  link: string
  title: string
  /** Of Mastodon. */
  instance?: string
}

export interface Intent {
  /** What one opens; null where the device does it, or where one pastes by hand. */
  address: string | null
  /** The network takes no text in its address: it is copied first, and pasted there. */
  copies: boolean
}

const enc = (text: string) => encodeURIComponent(text.toWellFormed())

/** Those that read the address of the page alone, from its Open Graph tags. */
const URL_ONLY: readonly Network[] = ['linkedin', 'facebook']

/** The post as it appears: the link is part of the text, except where a card shows it. */
export function postOf(network: Network, { text, link }: Pick<Post, 'text' | 'link'>): string {
  if (URL_ONLY.includes(network)) return text
  if (network === 'x') return `${text} ${link}`
  return `${text}\n\n${link}`
}

/** A host name and nothing else: what one types may be a whole address, or an account. Null when it is none. */
export function instanceOf(typed: string): string | null {
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^@?[^@/\s]*@/, '')
    .replace(/\/.*$/, '')
  return /^(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(plain) ? plain : null
}

/** Where a post is begun: the person stays its author, sends it there, and Élan never posts in their name. */
export function intentFor(network: Network, post: Post): Intent {
  const { text, link, title, instance } = post
  const whole = enc(postOf(network, post))
  switch (network) {
    case 'linkedin':
      return { address: `https://www.linkedin.com/sharing/share-offsite/?url=${enc(link)}`, copies: true }
    case 'facebook':
      return { address: `https://www.facebook.com/sharer/sharer.php?u=${enc(link)}`, copies: true }
    case 'x':
      return { address: `https://x.com/intent/post?text=${enc(text)}&url=${enc(link)}`, copies: false }
    case 'bluesky':
      return { address: `https://bsky.app/intent/compose?text=${whole}`, copies: false }
    case 'mastodon': {
      const host = instanceOf(instance ?? '')
      return { address: host ? `https://${host}/share?text=${whole}` : null, copies: false }
    }
    case 'whatsapp':
      return { address: `https://wa.me/?text=${whole}`, copies: false }
    case 'email':
      return {
        address: `mailto:?subject=${enc(title)}&body=${enc(toLines(postOf(network, post)))}`,
        copies: false,
      }
    case 'device':
      return { address: null, copies: false }
    case 'copy':
      return { address: null, copies: true }
  }
}

/** Line ends as RFC 6068 asks for them. */
const toLines = (text: string) => text.replace(/\r?\n/g, '\r\n')
