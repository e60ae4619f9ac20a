import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { compressAnswers } from './compress.ts'

const LONG = JSON.stringify({
  items: Array.from({ length: 200 }, (_, at) => ({ at, words: 'Bonjour à tous' })),
})

async function answer(accepted?: string, { type = 'application/json', payload = LONG } = {}) {
  const fastify = Fastify()
  compressAnswers(fastify)
  fastify.get('/', (_request, reply) => reply.type(type).send(payload))
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
  const reply = await fastify.inject({ url: '/', headers })
  await fastify.close()
  return { coding: reply.headers['content-encoding'], bytes: reply.rawPayload, headers: reply.headers }
}

test('an answer leaves in a fraction of its bytes, and says the same', async () => {
  const tight = await answer('gzip, deflate, br, zstd')
  expect(tight.coding).toBe('br')
  expect(brotliDecompressSync(tight.bytes).toString()).toBe(LONG)
  expect(tight.bytes.length).toBeLessThan(LONG.length / 5)
  expect(tight.headers['content-length']).toBe(String(tight.bytes.length))
  const loose = await answer('gzip;q=0.8')
  expect(loose.coding).toBe('gzip')
  expect(gunzipSync(loose.bytes).toString()).toBe(LONG)
})

test('who does not take it compressed gets it as it is', async () => {
  for (const accepted of [undefined, 'identity', 'br;q=0, gzip;q=0.0', 'brave']) {
    const { coding, bytes, headers } = await answer(accepted)
    expect(coding).toBeUndefined()
    expect(bytes.toString()).toBe(LONG)
    expect(headers.vary).toBe('accept-encoding')
  }
})

test('short answers, and what is not text, are left alone', async () => {
  expect((await answer('br', { payload: '{"done":true}' })).coding).toBeUndefined()
  expect((await answer('br', { type: 'application/octet-stream' })).coding).toBeUndefined()
})
