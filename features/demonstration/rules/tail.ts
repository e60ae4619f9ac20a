import { anyReplies, days, talk, type Talk } from '../content/tail.ts'
import type { SpaceKey } from '../content/spaces.ts'
import { sites } from '../content/sites.ts'
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

/** Composes everyday posts and replies; never the same text twice in its life. */
export type Tail = {
  spacesOf(person: DemoPerson): readonly SpaceKey[]
  post(author: DemoPerson, colleagues: readonly DemoPerson[]): TailPost
}

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

  function unheard(compose: () => string): string {
    for (let attempt = 0; attempt < 200; attempt++) {
      const text = compose()
      if (said.has(text)) continue
      said.add(text)
      return text
    }
    throw new RangeError('the tail has run out of things to say')
  }

  function post(author: DemoPerson, colleagues: readonly DemoPerson[]): TailPost {
    const own = talk[author.trade]
    const speak = (pieces: readonly string[], scene: Scene) => fill(deal(pieces), scene)
    const scene = setScene(author, colleagues, own, draw)
    const replies = (count: number): TailReply[] =>
      Array.from({ length: count }, () => ({
        text: unheard(() =>
          speak(draw.chance(0.6) ? own.replies : anyReplies, setScene(author, colleagues, own, draw, scene)),
        ),
        accepted: false,
        by: 'colleague',
      }))
    if (draw.chance(0.24)) return ask(own, scene, speak, replies)
    const pieces = draw.weighted([
      [[own.openings, own.details, own.closings], 5],
      [[own.openings, own.details], 3],
      [[own.openings, own.closings], 2],
    ] as const)
    const text = unheard(() =>
      pieces.map((part) => speak(part, setScene(author, colleagues, own, draw, scene))).join(' '),
    )
    return { kind: 'message', title: null, text, replies: replies(howMany(draw)) }
  }

  function ask(
    own: Talk,
    scene: Scene,
    speak: (pieces: readonly string[], scene: Scene) => string,
    replies: (count: number) => TailReply[],
  ): TailPost {
    let title = ''
    const text = unheard(() => {
      const [asked, told] = deal(own.asks)
      const fresh = refresh(scene, draw)
      title = fill(asked, fresh)
      return fill(told, fresh)
    })
    const answer: TailReply = {
      text: unheard(() => speak(own.answers, refresh(scene, draw))),
      accepted: true,
      by: 'colleague',
    }
    const thanks: TailReply = {
      text: unheard(() => speak(own.thanks, refresh(scene, draw))),
      accepted: false,
      by: 'author',
    }
    return {
      kind: 'question',
      title,
      text,
      replies: [answer, ...(draw.chance(0.6) ? [thanks] : []), ...replies(draw.int(0, 2))],
    }
  }

  return { spacesOf: (person) => talk[person.trade].spaces, post }
}

const howMany = (draw: Random) =>
  draw.weighted([
    [0, 2],
    [1, 4],
    [2, 5],
    [3, 4],
    [4, 2],
    [6, 1],
  ] as const)

type Scene = Record<string, string>

function setScene(
  author: DemoPerson,
  colleagues: readonly DemoPerson[],
  own: Talk,
  draw: Random,
  held?: Scene,
): Scene {
  const others = colleagues.filter((one) => one !== author && one.language === 'fr')
  const machine = held?.machine ?? draw.pick(own.machines)
  const pieces = held?.pieces ?? draw.pick(own.pieces)
  return refresh(
    {
      machine,
      machine_cap: capital(machine),
      pieces,
      pieces_cap: capital(pieces),
      ref:
        held?.ref ??
        `${draw.pick(['AQ', 'BL', 'CH', 'DV', 'EP', 'FR', 'LM', 'MZ', 'PX', 'TR', 'VT'])}-${draw.int(100, 989)}`,
      name: others.length > 0 ? draw.pick(others).given : 'Dominique',
      other: draw.pick(sites.filter((site) => site.key !== author.site)).name,
    },
    draw,
  )
}

const refresh = (scene: Scene, draw: Random): Scene => ({
  ...scene,
  hour: `${draw.int(6, 20)} h ${String(draw.int(1, 11) * 5).padStart(2, '0')}`,
  n: String(draw.int(3, 9)),
  many: String(draw.int(14, 96)),
  minutes: String(draw.int(6, 28)),
  day: draw.pick(days),
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function fill(template: string, scene: Scene): string {
  const text = template.replace(/\{(\w+)\}/g, (_, slot: string) => scene[slot] ?? slot)
  return frenchSpacing(contract(text))
}

// « de le séchoir » is written « du séchoir », « à les volets » « aux volets ».
const contract = (text: string) =>
  text
    .replace(/\bde le (?=\p{L})/gu, 'du ')
    .replace(/\bde les (?=\p{L})/gu, 'des ')
    .replace(/(^|\s)à le (?=\p{L})/gu, '$1au ')
    .replace(/(^|\s)à les (?=\p{L})/gu, '$1aux ')
