/** What a page may show by itself; everything else is only downloaded. */
const SHOWN =
  /^(image\/(jpeg|png|webp|gif|avif)|video\/(mp4|webm|quicktime)|audio\/(mpeg|mp4|ogg|wav|webm|aac|x-m4a|flac)|application\/pdf)$/

export const isShown = (mediaType: string): boolean => SHOWN.test(mediaType)
export const isImage = (mediaType: string): boolean => mediaType.startsWith('image/')
export const isVideo = (mediaType: string): boolean => mediaType.startsWith('video/')

/** Programs are nobody's post. Judged by their bytes' type. */
const REFUSED = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/vnd.microsoft.portable-executable',
  'application/x-ms-installer',
  'application/x-msi',
  'application/vnd.android.package-archive',
  'application/java-vm',
  'application/x-dosexec',
])
export const isRefused = (mediaType: string): boolean => REFUSED.has(mediaType)

/** A name for a download: no path, no control sign, bounded. */
export const plainName = (name: string): string =>
  name
    // oxlint-disable-next-line no-control-regex -- control signs are what is taken away
    .replace(/[\u0000-\u001f\u007f/\\]/g, ' ')
    .trim()
    .slice(-150) || 'fichier'

export const LIMITS = { imagePixels: 60_000_000, portraitBytes: 15 * 1024 * 1024 } as const
export const WIDTHS = { w320: 320, w640: 640, w960: 960, w1280: 1280 } as const
