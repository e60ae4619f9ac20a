import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipWriter } from './zip.ts'

let folder = ''
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'elan-zip-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('entries are packed one after the other, and the size told is the size written', async () => {
  const path = join(folder, 'whole.zip')
  const zip = new ZipWriter(path)
  await zip.add('mots.txt', 'Bonjour')
  await zip.add('flux.bin', Readable.from([Buffer.alloc(70_000, 1), Buffer.alloc(70_000, 2)]))
  const bytes = await zip.end()
  const written = await readFile(path)
  expect(written.length).toBe(bytes)
  expect(written.subarray(0, 2).toString()).toBe('PK')
  expect(written.includes('flux.bin')).toBe(true)
})

test('an entry that cannot be read to its end is an error, and ends nothing else', async () => {
  const zip = new ZipWriter(join(folder, 'half.zip'))
  const broken = Readable.from(
    (function* () {
      yield Buffer.from('le début')
      throw new Error('the store has gone')
    })(),
  )
  await expect(zip.add('coupé.bin', broken)).rejects.toThrow('the store has gone')
  zip.abandon()
})

test('a folder that takes no file is an error', async () => {
  const zip = new ZipWriter(join(folder, 'nowhere', 'at-all.zip'))
  await expect(
    zip.add('mots.txt', Readable.from([Buffer.alloc(5_000_000)])).then(() => zip.end()),
  ).rejects.toThrow('ENOENT')
})
