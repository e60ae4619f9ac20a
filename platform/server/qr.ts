import qrcode from 'qrcode'

/** Quartile correction: a poster in a workshop gets stained. */
const options = { errorCorrectionLevel: 'Q', margin: 2 } as const

export const qrSvg = (url: string): Promise<string> => qrcode.toString(url, { ...options, type: 'svg' })
export const qrPng = (url: string): Promise<Buffer> => qrcode.toBuffer(url, { ...options, width: 1024 })

export interface Squares {
  /** Modules on a side, without any margin. */
  size: number
  /** Runs of dark modules, line by line: fewer shapes than modules. */
  runs: { x: number; y: number; width: number }[]
}

export function qrSquares(url: string): Squares {
  const { size, data } = qrcode.create(url, { errorCorrectionLevel: options.errorCorrectionLevel }).modules
  const runs: Squares['runs'] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue
      const start = x
      while (x < size && data[y * size + x]) x += 1
      runs.push({ x: start, y, width: x - start })
    }
  }
  return { size, runs }
}
