import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sourceFiles } from './source-files.ts'

const BANNED = /^(utils?|helpers?|types|constants|common|misc|index|manager|service)\.tsx?$/

/** Files are kebab-case words of the trade; no barrel, no drawer for what has no name yet. */
export function checkNames(root: string): string[] {
  const problems: string[] = []
  for (const path of sourceFiles(root)) {
    const name = basename(path)
    if (BANNED.test(name)) problems.push(`${path}: a thing that has no place yet has no name yet`)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(name))
      problems.push(`${path}: file names are kebab-case`)
    const text = readFileSync(join(root, path), 'utf8')
    if (/^export \* from/m.test(text)) problems.push(`${path}: no barrels`)
  }
  return problems
}
