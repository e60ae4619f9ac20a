/** What the bundler knows of a module. */
interface Known {
  code: string | null
  importedIds: readonly string[]
}
interface Context {
  getModuleInfo(id: string): Known | null
}

const FIRST = [
  ['app', 'app/web/main.tsx'],
  ['app', 'app/web/gather-words.ts'],
  ['feed', 'features/posts/web/home-page.tsx'],
  ['door', 'features/sessions/web/sign-in-page.tsx'],
] as const
const PARTS = /\/(ui|platform\/(web|contract)|node_modules\/lucide-react)\/.*\.(m?js|tsx?)$/

const ICONS = /node_modules\/lucide-react\/dist\/esm\/lucide-react\.mjs$/
const ICON_NAMES = /import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g

/** The door of the icons leads to every icon of the product: only those that are named go through. */
function throughTheDoor(code: string, door: Known): string[] {
  const names = [...code.matchAll(ICON_NAMES)].flatMap(([, list = '']) =>
    list.split(',').flatMap((name) => name.trim().split(/\s+as\s+/)[0] || []),
  )
  const files = names.flatMap((name) =>
    (door.code ?? '')
      .split('\n')
      .filter((line) => new RegExp(`default as ${name}\\b`).test(line))
      .flatMap((line) => /["']\.(\/icons\/[\w-]+\.mjs)["']/.exec(line)?.[1] ?? []),
  )
  return door.importedIds.filter((id) => files.some((file) => id.endsWith(file)))
}

/**
 * Few files before the first screen: the application with what both first pages use, the feed, the door. The small
 * parts that only other pages share are one file more.
 */
export function firstChunks(root: string): (id: string, context: Context) => string | null {
  const reached = new Map<string, string>()
  const reach = (id: string, name: string, context: Context, seen = new Set<string>()): void => {
    const known = seen.has(id) || reached.get(id) === 'app' ? null : context.getModuleInfo(id)
    if (!known) return
    seen.add(id)
    reached.set(id, (reached.get(id) ?? name) === name ? name : 'app')
    for (const next of known.importedIds) {
      const door = ICONS.test(next) ? context.getModuleInfo(next) : null
      const through = door ? throughTheDoor(known.code ?? '', door) : [next]
      for (const one of through) reach(one, name, context, seen)
    }
  }
  return (id, context) => {
    if (reached.size === 0) {
      for (const [name, start] of FIRST) reach(root + start, name, context)
    }
    return reached.get(id) ?? (PARTS.test(id) ? 'parts' : null)
  }
}
