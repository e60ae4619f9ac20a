import { lengthOn, wholeText } from '#features/publishing/rules/lengths.ts'
import { SPOKEN, type SpokenName } from '#features/publishing/rules/network-names.ts'
import type { Network } from './networks.ts'

/** Networks on which somebody may publish with an account of their own. */
export const byAccount = (network: Network): network is SpokenName =>
  (SPOKEN as readonly string[]).includes(network)

export interface AccountPost {
  text: string
  link: string
  linkTitle: string
}

/**
 * A share as it is handed to the network. With a picture the link stands in the text: its card would take the picture's
 * place, and the words that describe it would be lost.
 */
export const accountPost = (
  { text, link, title }: { text: string; link: string; title: string },
  hasPicture: boolean,
): AccountPost =>
  hasPicture
    ? { text: `${text.trim()}\n\n${link}`, link: '', linkTitle: '' }
    : { text: text.trim(), link, linkTitle: title }

/** Its length as that network counts it. */
export const accountLength = (network: SpokenName, post: AccountPost): number =>
  lengthOn(network, wholeText(network, post.text, post.link))
