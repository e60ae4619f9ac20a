export interface TextChange {
  added: string[]
  removed: string[]
}

/** What one version says that the other did not, line by line; lines that only moved are not told. */
export function changesBetween(before: string, after: string): TextChange {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const [old, next] = [lines(before), lines(after)]
  const [had, has] = [new Set(old), new Set(next)]
  return { added: next.filter((line) => !had.has(line)), removed: old.filter((line) => !has.has(line)) }
}
