import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

let key = Buffer.alloc(0)

/** Set once at start from SECRET_KEY. */
export const keepSecretKey = (secret: string) => {
  key = Buffer.from(hkdfSync('sha256', secret, 'elan', 'seal', 32))
}

/** AES-256-GCM: what must be read again later (codes to print, second factors, tokens). */
export function seal(text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Looked up by this; the secret itself cannot be read back. */
export const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A keyed hash: useless to whoever has the database without the server's key. */
export const mark = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
