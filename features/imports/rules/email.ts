import { read } from './reading.ts'
import type { Reading } from './reading.ts'

const EMAIL_LIMIT = 254
const LOCAL_PART_LIMIT = 64
const ADDRESS =
  /^([\w.!#$%&'*+/=?^`{|}~-]+)@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,})$/u

/** An address mail can be sent to: one @, no space, a domain with a dot. */
export function readEmail(text: string): Reading<string> {
  const address = text.toLowerCase().replace(/^mailto:/, '')
  if (address.length > EMAIL_LIMIT) return { code: 'cell.too_long', limit: EMAIL_LIMIT }
  const local = ADDRESS.exec(address)?.[1]
  if (!local || local.length > LOCAL_PART_LIMIT) return { code: 'email.invalid' }
  const dotted = local.startsWith('.') || local.endsWith('.') || local.includes('..')
  return dotted ? { code: 'email.invalid' } : read(address)
}
