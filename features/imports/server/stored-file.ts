import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Storage } from '#platform/server/storage.ts'

/** The bytes beside us while the work lasts: a workbook is read here and there, wherever it is stored. Null: gone. */
export async function withStoredFile<T>(
  storage: Storage,
  key: string | null,
  work: (path: string | null) => Promise<T>,
): Promise<T> {
  const stored = key === null ? null : await storage.get(key)
  if (!stored) return work(null)
  const folder = await mkdtemp(join(tmpdir(), 'elan-import-'))
  try {
    const path = join(folder, 'file')
    await pipeline(stored.stream, createWriteStream(path, { mode: 0o600 }))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
