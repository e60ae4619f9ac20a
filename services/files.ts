import { v7 as uuid7 } from 'uuid'
import { type Answer, type Browser, done } from './people.ts'

const TUS = { 'tus-resumable': '1.0.0' }

/** A resumable upload in pieces, as the screens send it; the answer is that of the first piece refused, or of the last. */
export async function upload(
  by: Browser,
  bytes: Uint8Array<ArrayBuffer>,
  { id = uuid7(), name = 'note.bin', piece = 1024 * 1024 } = {},
): Promise<Answer & { id: string }> {
  const encode = (text: string) => Buffer.from(text).toString('base64')
  const metadata = `id ${encode(id)},filename ${encode(name)},use ${encode('content')}`
  const begun = await by.ask('POST', '/api/uploads', {
    headers: { ...TUS, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
  })
  if (begun.status !== 201) return { ...begun, id }
  let answer = begun
  for (let offset = 0; offset < bytes.length; offset += piece) {
    answer = await by.ask('PATCH', `/api/uploads/${id}`, {
      bytes: bytes.slice(offset, offset + piece),
      headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    })
    if (answer.status >= 400) break
  }
  return { ...answer, id }
}

/** Bytes that no reader takes for an image or a program, and that differ from place to place. */
export const someBytes = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => 97 + ((index * 31 + (index >> 8)) % 26))

export async function download(
  by: Browser,
  id: string,
  range?: string,
): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const reply = await fetch(`${by.elan.url}/api/files/${id}`, {
    headers: { cookie: by.cookie, ...(range ? { range } : {}) },
  })
  return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()), headers: reply.headers }
}

export const factsOf = (by: Browser, id: string) => done(by.get(`/api/files/${id}/facts`))
