import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const FOLDERS = ['app', 'features', 'platform', 'ui']

/** Paths of the TypeScript sources, from the root. */
export function sourceFiles(root: string): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  )
}
