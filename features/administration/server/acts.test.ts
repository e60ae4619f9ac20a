import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../text/en.json' with { type: 'json' }
import fr from '../text/fr.json' with { type: 'json' }

const FEATURES = join(import.meta.dirname, '../..')
const AUDITED = /\baudit\(\s*trx,\s*(?:actor|null),\s*'([a-z_]+\.[a-z_]+)'/g

/** Every act that some feature writes in the log, by the name it has there. */
function acts(): string[] {
  const files = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.includes('/server/') && file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(FEATURES, file), 'utf8').matchAll(AUDITED)])
    .map(([, act = '']) => act.replaceAll('.', '_'))
}

test('whoever reads the log reads words for every act, in both languages', () => {
  const written = [...new Set(acts())]
  expect(written.length).toBeGreaterThan(30)
  expect(written.filter((act) => !(act in fr.acts))).toEqual([])
  expect(written.filter((act) => !(act in en.acts))).toEqual([])
})
