import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CODES, RULES } from './eighteen.ts'

const HERE = new URL('.', import.meta.url)
const texts = (language: string) =>
  JSON.parse(readFileSync(new URL(`../text/${language}.json`, HERE), 'utf8')) as Record<string, unknown>

function found(tree: Record<string, unknown>, path: string): boolean {
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  let place: unknown = tree
  for (const part of parts) place = (place as Record<string, unknown> | undefined)?.[part]
  return Object.keys((place ?? {}) as object).some((key) => key.replace(/_(zero|one|other)$/, '') === last)
}

/** Every key that a rule names, as it is written in its file. */
function named(): string[] {
  const keys: string[] = []
  for (const file of readdirSync(HERE).filter((name) => /^[ab]\d\.ts$/.test(name))) {
    const source = readFileSync(new URL(file, HERE), 'utf8')
    const code = file.slice(0, 2)
    for (const [key] of source.matchAll(/(?<=')(silent|[ab]\d\.\w+)(?=')/g)) {
      const action = new RegExp(`key: [^}]*'${key.replace('.', '\\.')}'`).test(source)
      keys.push(`${action ? 'action' : 'evidence'}.${key}`)
    }
    keys.push(`names.${code}`)
  }
  return keys
}

test('each sentence that a rule may say is written in both languages, and each limit has its name', () => {
  const keys = named()
  expect(keys.length).toBeGreaterThan(120)
  for (const language of ['fr', 'en']) {
    const tree = texts(language)
    expect(keys.filter((key) => !found(tree, key))).toEqual([])
    const limits = CODES.flatMap((code) => Object.keys(RULES[code].limits))
    expect(limits.filter((name) => !found(tree, `limits.${name}`))).toEqual([])
  }
})
