import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { OFFERED, ORDER } from './order.ts'
import { sourceFiles } from './source-files.ts'

const IMPORT = /(?:^|\n)\s*(?:import|export)[\s\S]*?from\s+'([^']+)'|import\('([^']+)'\)/g

interface Place {
  area: 'app' | 'platform' | 'feature' | 'ui' | 'other'
  feature: string
  side: 'contract' | 'rules' | 'server' | 'web' | 'content' | 'other'
  path: string
}

function placeOf(path: string): Place {
  const parts = path.split('/')
  const [top = '', second = '', third = ''] = parts
  if (top === 'features') return { area: 'feature', feature: second, side: sideOf(third), path }
  if (top === 'platform') return { area: 'platform', feature: '', side: sideOf(second), path }
  if (top === 'app') return { area: 'app', feature: '', side: second === 'web' ? 'web' : 'server', path }
  if (top === 'ui') return { area: 'ui', feature: '', side: 'web', path }
  return { area: 'other', feature: '', side: 'other', path }
}

function sideOf(name: string): Place['side'] {
  const plain = name.replace(/\.tsx?$/, '')
  return ['contract', 'rules', 'server', 'web', 'content'].includes(plain)
    ? (plain as Place['side'])
    : 'other'
}

/** Why `from` may not import `to`; null when it may. */
export function wallBetween(from: Place, to: Place): string | null {
  const test = /\.test\.tsx?$/.test(from.path)
  if (from.area === 'ui') return to.area === 'ui' ? null : 'ui imports ui only'
  if (from.area === 'platform') {
    if (to.area === 'platform')
      return to.side === from.side || to.side === 'contract' ? null : 'platform keeps to its own side'
    return from.side === 'web' && to.area === 'ui'
      ? null
      : test && to.area === 'app'
        ? null
        : 'platform knows no feature'
  }
  if (from.area === 'feature') return featureWall(from, to, test)
  if (from.area === 'app' && to.area === 'feature' && from.side === 'web')
    return to.side === 'web' || to.side === 'contract' ? null : 'the screens never import the server'
  return null
}

function featureWall(from: Place, to: Place, test: boolean): string | null {
  if (to.area === 'app')
    return test && to.path.startsWith('app/testing/') ? null : 'a feature does not know the application'
  if (to.area === 'ui') return from.side === 'web' ? null : 'only screens import ui'
  if (to.area === 'platform') return platformWall(from, to)
  if (to.area !== 'feature') return null
  const own = from.feature === to.feature
  if (!own && !test && rank(to.feature) > rank(from.feature))
    return `${from.feature} stands before ${to.feature}: listen to its events instead`
  return sideWall(from, to, own, test)
}

function platformWall(from: Place, to: Place): string | null {
  if (to.side === 'contract') return null
  if (from.side === 'server' || from.side === 'web')
    return from.side === to.side ? null : 'server and screens do not mix'
  return `${from.side} imports the contract of the platform only`
}

function sideWall(from: Place, to: Place, own: boolean, test: boolean): string | null {
  const allowed: Record<Place['side'], Place['side'][]> = {
    contract: ['contract', 'rules'],
    rules: ['rules', 'contract', 'content'],
    content: ['content', 'rules', 'contract'],
    server: ['contract', 'rules', 'server', 'content'],
    web: ['contract', 'rules', 'web'],
    other: [],
  }
  if (!allowed[from.side].includes(to.side)) return `${from.side} does not import ${to.side}`
  if (own || test) return null
  if (to.side === 'web')
    return to.path.includes('/web/public/') ? null : 'other screens: only their web/public'
  if (to.side !== 'server') return null
  if (/\/(seeds)\.ts$/.test(to.path) && from.feature === 'demonstration') return null
  const room = to.path.split('/')[3]?.replace(/\.ts$/, '') ?? ''
  const offered = [...(OFFERED['*'] ?? []), ...(OFFERED[to.feature] ?? [])]
  return offered.includes(room) || from.feature === 'demonstration'
    ? null
    : `${to.feature}/server/${room} is its own`
}

const rank = (feature: string) => {
  const at = (ORDER as readonly string[]).indexOf(feature)
  return at < 0 ? Infinity : at
}

/** Every import of the source that goes through a wall, as a sentence. */
export function checkWalls(root: string): string[] {
  const problems: string[] = []
  for (const path of sourceFiles(root)) {
    const from = placeOf(path)
    if (from.area === 'feature' && rank(from.feature) === Infinity)
      problems.push(`${path}: ${from.feature} has no place in the order (tools/check/order.ts)`)
    const text = readFileSync(join(root, path), 'utf8')
    for (const match of text.matchAll(IMPORT)) {
      const wanted = match[1] ?? match[2] ?? ''
      if (!/^[.#]/.test(wanted)) continue
      const target = wanted.startsWith('#') ? wanted.slice(1) : normalize(join(dirname(path), wanted))
      if (target.endsWith('.json') && target.split('/')[1] === from.feature) continue
      const why = wallBetween(from, placeOf(target))
      if (why) problems.push(`${path} → ${target}: ${why}`)
    }
  }
  return [...new Set(problems)]
}
