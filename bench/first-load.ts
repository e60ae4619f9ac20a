import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Row } from './report.ts'

const WEB = new URL('../dist/web/', import.meta.url).pathname

/** Compressed script before the first screen: what index.html asks for, one language, and the heaviest first page. */
export function benchFirstLoad(): Row[] {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8')
  const entry = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const all = readdirSync(join(WEB, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `assets/${name}`)
  const named = (start: string) => all.find((name) => name.startsWith(`assets/${start}`))
  const sizes = new Map<string, number>()
  const reach = (file: string) => {
    if (sizes.has(file)) return
    const source = readFileSync(join(WEB, file), 'utf8')
    sizes.set(file, gzipSync(source, { level: 9 }).length)
    // Static imports only: what import() fetches comes later.
    for (const [, next] of source.matchAll(
      /(?:import|export)\s*(?:[\w*{}\s,$]+from)?\s*["']\.\/([^"']+\.js)["']/g,
    ))
      reach(`assets/${next}`)
  }
  for (const file of entry) reach(file)
  const words = named('words-fr-')
  if (words) reach(words)
  const shared = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const page = named('home-page-') ?? named('home-feed-page-') ?? named('feed-page-')
  if (page) reach(page)
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return [
    {
      what: 'web, script before the first screen (home feed)',
      unit: 'kB',
      ours: total / 1000,
      limit: null,
      ratio: total / 150_000,
      mustReach: 'at most 150 kB',
      reached: total <= 150_000,
      beside: { 'without the page itself, kB': shared / 1000, files: sizes.size, page: page ?? 'not found' },
    },
  ]
}
