import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './source-files.ts'

type Tree = { [key: string]: string | Tree }

const leaves = (tree: Tree, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const path = prefix ? `${prefix}.${key}` : key
      return typeof value === 'string' ? [[path, value] as const] : [...leaves(value, path)]
    }),
  )

/** The texts of one place (a feature, the platform, the application) in both languages. */
function places(root: string): { name: string; folder: string }[] {
  const features = readdirSync(join(root, 'features')).map((name) => ({
    name,
    folder: `features/${name}/text`,
  }))
  return [
    ...features,
    { name: 'platform', folder: 'platform/text' },
    { name: 'app', folder: 'app/web/text' },
  ].filter(({ folder }) => existsSync(join(root, folder)))
}

const read = (root: string, folder: string, language: string): Map<string, string> => {
  const path = join(root, folder, `${language}.json`)
  return existsSync(path) ? leaves(JSON.parse(readFileSync(path, 'utf8')) as Tree) : new Map()
}

const PLURAL = /_(zero|one|other)$/
const holes = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)]
    .map((match) => match[1])
    .sort()
    .join()

/** Both languages say everything, with the same holes; every key that the code names exists. */
export function checkWords(root: string): string[] {
  const problems: string[] = []
  const known = new Set<string>()
  for (const { name, folder } of places(root)) {
    const fr = read(root, folder, 'fr')
    const en = read(root, folder, 'en')
    const keysOf = (texts: Map<string, string>) =>
      new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))
    for (const key of keysOf(fr)) if (!keysOf(en).has(key)) problems.push(`${folder}/en.json lacks ${key}`)
    for (const key of keysOf(en)) if (!keysOf(fr).has(key)) problems.push(`${folder}/fr.json lacks ${key}`)
    for (const [key, text] of fr) {
      const other = en.get(key)
      if (other !== undefined && holes(text) !== holes(other))
        problems.push(`${folder}: ${key} has other {{holes}} in English`)
      if (text.trim() === '' || other?.trim() === '') problems.push(`${folder}: ${key} is empty`)
    }
    for (const key of keysOf(fr)) known.add(key.startsWith('problems.') ? key : `${name}.${key}`)
  }
  return [...problems, ...namedInCode(root, known)]
}

const NAMED = /\btext\(\s*'([a-z][\w.-]*)'/g
const REFUSED =
  /\b(?:invalid|notFound|forbidden|conflict)\(\s*'([\w.-]+)'|\ballow\([^;]*?,\s*'([\w.-]+)'\s*\)|new Refusal\(\s*\d+,\s*'([\w.-]+)'/g

function namedInCode(root: string, known: Set<string>): string[] {
  const problems: string[] = []
  for (const path of sourceFiles(root)) {
    if (/\.test\.tsx?$/.test(path) || path.startsWith('ui/')) continue
    const source = readFileSync(join(root, path), 'utf8')
      .replace(/^\s*(\/\/|\/?\*).*$/gm, '')
      .replace(/\/\*\*.*?\*\//g, '')
    for (const [, key = ''] of source.matchAll(NAMED))
      if (!known.has(key)) problems.push(`${path}: no text for '${key}'`)
    for (const [, thrown, allowed, refused] of source.matchAll(REFUSED)) {
      const code = allowed ? `${allowed}.forbidden` : (thrown ?? refused ?? '')
      if (!known.has(`problems.${code}`)) problems.push(`${path}: no sentence for the refusal '${code}'`)
    }
  }
  return problems
}
