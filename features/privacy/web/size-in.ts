import type { Language } from '#platform/contract/schema.ts'

/** 1 234 567 → « 1,2 Mo »; never under a kilobyte. */
export function sizeIn(language: Language, bytes: number): string {
  const [unit, one] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const)
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(Math.max(1, Math.round((10 * bytes) / one) / 10))
}
