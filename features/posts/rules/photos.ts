interface File {
  fileId: string
  mediaType: string
}

/** What a screen holds of a feed, and a little more. */
export const AT_ONCE = 2

/** How wide a photo of a post is drawn: the browser takes the version that fits, and so does what is fetched ahead. */
export const PHOTO_SIZES = '(min-width: 48rem) 40rem, 100vw'
export const PHOTO_WIDTHS = { w640: 640, w960: 960, w1280: 1280 } as const

export const photosOf = <F extends File>(attachments: readonly F[]): F[] =>
  attachments.filter((file) => file.mediaType.startsWith('image/'))

/** Where a photo of a post is found, version by version, as `srcset` says it. */
export const photoSet = (addressOf: (width: keyof typeof PHOTO_WIDTHS) => string): string =>
  (['w640', 'w960', 'w1280'] as const).map((name) => `${addressOf(name)} ${PHOTO_WIDTHS[name]}w`).join(', ')

/** The post whose photo is the first that one sees when a feed opens: that one does not wait. */
export const firstWithPhoto = <P extends { attachments: readonly File[] }>(
  posts: readonly P[],
): P | undefined => posts.slice(0, AT_ONCE).find((post) => photosOf(post.attachments).length > 0)
