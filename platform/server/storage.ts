import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Refusal } from './errors.ts'

export interface Stored {
  stream: Readable
  bytes: number
}

/** Where the bytes of files live; who may read them is not its business. */
export interface Storage {
  put(key: string, content: Readable | Buffer, facts: { bytes: number; mediaType: string }): Promise<void>
  get(key: string, range?: { start: number; end: number }): Promise<Stored | null>
  remove(key: string): Promise<void>
}

/** Written aside then renamed: a process killed half-way leaves no half file. */
export function localStorage(root: string): Storage {
  const place = (key: string) => join(root, key)
  return {
    async put(key, content) {
      const path = place(key)
      await mkdir(dirname(path), { recursive: true })
      const aside = `${path}.${crypto.randomUUID()}.part`
      try {
        await pipeline(
          Buffer.isBuffer(content) ? [content] : content,
          createWriteStream(aside, { mode: 0o600 }),
        )
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
    async get(key, range) {
      const found = await stat(place(key)).catch(() => null)
      return found && { stream: createReadStream(place(key), range), bytes: found.size }
    },
    async remove(key) {
      await rm(place(key), { force: true })
    },
  }
}

export interface S3Settings {
  endpoint?: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  forcePathStyle: boolean
}

export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket } = settings
  const client = new S3Client({
    ...(settings.endpoint ? { endpoint: settings.endpoint } : {}),
    region: settings.region,
    forcePathStyle: settings.forcePathStyle,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // Many S3 servers refuse the trailing checksums that the client sends by default with streams.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5000 },
  })
  return {
    async put(Key, Body, { bytes, mediaType }) {
      await client
        .send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes, ContentType: mediaType }))
        .catch(refuseWhenAway)
    },
    async get(Key, range) {
      try {
        const Range = range ? `bytes=${range.start}-${range.end}` : undefined
        const found = await client.send(new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }))
        return found.Body ? { stream: found.Body as Readable, bytes: found.ContentLength ?? 0 } : null
      } catch (error) {
        if ((error as { name: string }).name === 'NoSuchKey') return null
        return refuseWhenAway(error)
      }
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }))
    },
  }
}

/** The store does not answer, or not now: said as such, and not as a fault of ours. */
function refuseWhenAway(error: unknown): never {
  const { $metadata, name } = error as { $metadata?: { httpStatusCode?: number }; name?: string }
  const status = $metadata?.httpStatusCode
  if (name !== 'AbortError' && (status === undefined || status >= 500))
    throw new Refusal(503, 'platform.storage_away')
  throw error
}
