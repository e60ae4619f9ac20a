import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every direct dependency says what it is for in docs/dependencies.md, and nothing that is gone stays there. */
export function checkDependencies(root: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
  const told = new Set(
    [...text.matchAll(/^\| (`.+?) \| /gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    ),
  )
  const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  )
  return [
    ...direct.filter((name) => !told.has(name)).map((name) => `docs/dependencies.md has no line for ${name}`),
    ...[...told]
      .filter((name) => !direct.includes(name))
      .map((name) => `docs/dependencies.md speaks of ${name}, which is no dependency`),
  ]
}
