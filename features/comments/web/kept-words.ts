import type { TypedMention } from './typed-text.ts'

/** What somebody was writing, kept on this device until it is sent. */
export interface KeptWords {
  text: string
  mentions: TypedMention[]
}

const keyOf = (place: string) => `elan.comment.${place}`

export function keepWords(place: string, words: KeptWords): void {
  try {
    if (words.text.trim()) localStorage.setItem(keyOf(place), JSON.stringify(words))
    else localStorage.removeItem(keyOf(place))
  } catch {
    // Storage full or forbidden: the words stay on the screen.
  }
}

export function keptWords(place: string): KeptWords {
  try {
    return JSON.parse(localStorage.getItem(keyOf(place)) ?? '') as KeptWords
  } catch {
    return { text: '', mentions: [] }
  }
}
