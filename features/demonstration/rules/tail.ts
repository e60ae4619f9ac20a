import type { SpaceKey } from '../content/spaces.ts'
import { sites } from '../content/sites.ts'
import { anyReplies, days, talk } from '../content/tail.ts'
import type { Talk } from '../content/talk/talk.ts'
import type { Random } from './random.ts'
import { frenchSpacing } from './typography.ts'
import type { DemoPerson } from './workforce.ts'

export type TailReply = { text: string; accepted: boolean; by: 'author' | 'colleague' }

export type TailPost = {
  kind: 'message' | 'question'
  title: string | null
  text: string
  replies: readonly TailReply[]
}

/** Composes everyday posts and their replies; never the same text twice in its life. */
export type Tail = {
  spacesOf(person: DemoPerson): readonly SpaceKey[]
  post(author: DemoPerson, colleagues: readonly DemoPerson[]): TailPost
}

type Details = Readonly<Record<string, string>>

export function tail(draw: Random): Tail {
  const said = new Set<string>()
  const bags = new Map<readonly unknown[], unknown[]>()

  // Each piece is used once before any comes back, so that two neighbours do not begin alike.
  function deal<T>(pieces: readonly T[]): T {
    const bag = (bags.get(pieces) as T[] | undefined) ?? []
    if (bag.length === 0) bag.push(...draw.shuffle(pieces))
    bags.set(pieces, bag)
    return bag.pop() as T
  }

  // Null when every way of saying it has been used: better silence than an echo.
  function unheard(compose: () => string): string | null {
    for (let attempt = 0; attempt < 60; attempt++) {
      const text = compose()
      if (said.has(text)) continue
      said.add(text)
      return text
    }
    return null
  }

  function message(own: Talk, details: () => Details): TailPost | null {
    const moment = deal(own.moments)
    const shape = draw.weighted([
      ['whole', 5],
      ['short', 3],
      ['closing', 3],
    ] as const)
    const added = moment.adds.length > 0 && shape !== 'closing' ? [draw.pick(moment.adds)] : []
    const closed = shape === 'short' && added.length > 0 ? [] : [deal(own.closings)]
    const pieces = [moment.says, ...added, ...closed]
    const text = unheard(() => pieces.map((piece) => fill(piece, details())).join(' '))
    if (text === null) return null
    const heard = draw.sample(moment.hears, draw.int(0, moment.hears.length))
    return { kind: 'message', title: null, text, replies: spoken([...heard, ...passing()], details) }
  }

  function question(own: Talk, details: () => Details): TailPost | null {
    const ask = deal(own.asks)
    const told = details()
    const text = unheard(() => fill(ask.text, { ...told, ...details() }))
    const [answer] = spoken(draw.shuffle(ask.answers), details)
    if (text === null || !answer) return null
    const thanks = draw.chance(0.6) ? spoken([ask.thanks], details) : []
    const replies = [
      { ...answer, accepted: true },
      ...thanks.map((each) => ({ ...each, by: 'author' as const })),
      ...spoken(passing(), details),
    ]
    return { kind: 'question', title: fill(ask.title, told), text, replies }
  }

  const passing = () => (draw.chance(0.4) ? [deal(anyReplies)] : [])

  const spoken = (pieces: readonly string[], details: () => Details): TailReply[] =>
    pieces.flatMap((piece) => {
      const text = unheard(() => fill(piece, details()))
      return text === null ? [] : [{ text, accepted: false, by: 'colleague' as const }]
    })

  function post(author: DemoPerson, colleagues: readonly DemoPerson[]): TailPost {
    const own = talk[author.trade]
    for (let attempt = 0; attempt < 60; attempt++) {
      const subject = subjectOf(own, draw)
      const details = () => ({ ...subject, ...detailsAround(author, colleagues, draw) })
      const composed = draw.chance(0.22) ? question(own, details) : message(own, details)
      if (composed) return composed
    }
    throw new RangeError('the tail has run out of things to say')
  }

  return { spacesOf: (person) => talk[person.trade].spaces, post }
}

// The same machine, parts and reference all along one conversation.
function subjectOf(own: Talk, draw: Random): Details {
  const machine = draw.pick(own.machines)
  const pieces = draw.pick(own.pieces)
  const series = draw.pick(['BL', 'CH', 'DV', 'GT', 'KD', 'PX', 'QC', 'TR', 'VT', 'ZB'])
  return { machine, machine_cap: capital(machine), pieces, ref: `${series}-${draw.int(100, 989)}` }
}

const NO_VOWEL_FIRST = /^[^aeiouyhàâäéèêëîïôöùûü]/i

function detailsAround(author: DemoPerson, colleagues: readonly DemoPerson[], draw: Random): Details {
  // After “de” a vowel would ask for an elision that a template cannot foresee.
  const named = colleagues.filter(
    (one) => one !== author && one.language === 'fr' && NO_VOWEL_FIRST.test(one.given),
  )
  return {
    name: named.length > 0 ? draw.pick(named).given : 'Dominique',
    other: draw.pick(sites.filter((site) => site.key !== author.site)).name,
    hour: `${draw.int(6, 11)} h ${String(draw.int(1, 11) * 5).padStart(2, '0')}`,
    n: String(draw.int(3, 9)),
    many: String(draw.int(14, 96)),
    minutes: String(draw.int(6, 28)),
    day: draw.pick(days),
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function fill(template: string, details: Details): string {
  const text = template.replace(/(de |à )?\{(\w+)\}/g, (_, before: string = '', slot: string) =>
    contract(before, details[slot] ?? slot),
  )
  return frenchSpacing(text)
}

// « de le séchoir » is written « du séchoir », « à les volets » « aux volets ».
function contract(before: string, value: string): string {
  const toOne = value.startsWith('le ') ? { 'de ': 'du ', 'à ': 'au ' }[before] : undefined
  if (toOne) return toOne + value.slice(3)
  const toMany = value.startsWith('les ') ? { 'de ': 'des ', 'à ': 'aux ' }[before] : undefined
  return toMany ? toMany + value.slice(4) : before + value
}
