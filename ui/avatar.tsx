import { useState } from 'react'
import { classNames } from './class-names.ts'

/** The sign drawn on a face: acute, circumflex, cedilla. A plain member has none. */
export type RoleSign = 'ambassador' | 'animator' | 'sponsor'
export type AvatarSize = 20 | 24 | 28 | 32 | 36 | 40 | 44 | 48 | 56 | 64 | 80 | 112

export type AvatarProps = {
  name: string
  src?: string | null
  size?: AvatarSize
  sign?: RoleSign | null
  online?: boolean
  /** Only when no name stands beside the face. */
  alt?: string
  /** One letter, where faces overlap. */
  short?: boolean
}

const signClass: Record<RoleSign, string> = {
  ambassador: 'av--amb',
  animator: 'av--ani',
  sponsor: 'av--spo',
}
const tints = 6

export function Avatar({ name, src, size = 44, sign, online, alt = '', short }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const photo = src && src !== broken ? src : null
  return (
    <span
      className={classNames('av', `av--${size}`, sign && signClass[sign])}
      role={!photo && alt ? 'img' : undefined}
      aria-label={!photo && alt ? alt : undefined}
    >
      {photo ? (
        <img
          src={photo}
          alt={alt}
          width={size}
          height={size}
          loading="lazy"
          onError={() => setBroken(photo)}
        />
      ) : (
        <span className={classNames('ini', tintClass(name))} aria-hidden>
          {initials(name).slice(0, short ? 1 : 2)}
        </span>
      )}
      {online && <span className="on" />}
    </span>
  )
}

function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean)
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last]
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** The same name always wears the same tint. */
function tintClass(name: string): string | null {
  let sum = 7
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973
  const tint = sum % tints
  return tint === 0 ? null : `ini--${tint}`
}
