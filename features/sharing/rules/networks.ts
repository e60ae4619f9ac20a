/** Where one may share, and the two ways that belong to no network: the phone's own sheet, and plain copy. */
export const NETWORKS = [
  'linkedin',
  'x',
  'facebook',
  'bluesky',
  'mastodon',
  'whatsapp',
  'email',
  'device',
  'copy',
] as const
export type Network = (typeof NETWORKS)[number]

/** Those whose posts are public: advertising buys the same there, so a click has a price. */
export const PRICED = [
  'linkedin',
  'x',
  'facebook',
  'bluesky',
  'mastodon',
] as const satisfies readonly Network[]

export const LABELS = ['advertising', 'collaboration'] as const
export type Label = (typeof LABELS)[number]

/** As the law writes them, in either language of the post: a French reader must recognise them. */
export const LABEL_WORDS: Record<Label, Record<'fr' | 'en', string>> = {
  advertising: { fr: 'Publicité', en: 'Publicité (ad)' },
  collaboration: { fr: 'Collaboration commerciale', en: 'Collaboration commerciale (paid partnership)' },
}

/** A post that carries a reward says so in its first line. */
export const saysLabel = (text: string, label: Label): boolean =>
  text.trimStart().startsWith(LABEL_WORDS[label].fr)
