const LEAST_CONTRAST = 4.5

const linear = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

const luminance = (color: string) =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, at) => sum + weight * linear(parseInt(color.slice(1 + at * 2, 3 + at * 2), 16) / 255),
    0,
  )

export const isColor = (color: string): boolean => /^#[0-9a-f]{6}$/.test(color)

/** White words on this colour can be read (WCAG 2.2, 1.4.3). */
export const carriesWhite = (color: string): boolean => 1.05 / (luminance(color) + 0.05) >= LEAST_CONTRAST
