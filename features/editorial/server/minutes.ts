import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { type Section, Sheet } from '#platform/server/sheet.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { Committee } from '../contract.ts'
import type { Day } from '../rules/days.ts'
import { findCommittee } from './queries/committees.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

export const longDay = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

const shortDay = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

interface Part {
  tag: 'H1' | 'H2' | 'P'
  text: string
}

const named = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`

/** What the minutes say, in order; the screen proposes the same as a post. */
export function minutesOf(committee: Committee, language: Language): Part[] {
  const text = words(language)
  const { agenda } = committee
  const title = (key: string): Part => ({ tag: 'H2', text: text(`editorial.committee.${key}`) })
  const line = (words: string): Part => ({ tag: 'P', text: words })
  const met = (post: { title: string; people: number }) =>
    line(`• ${text('editorial.committee.met', { title: post.title, count: post.people })}`)
  const list = (key: string, lines: Part[]) => (lines.length > 0 ? [title(key), ...lines] : [])
  return [
    {
      tag: 'H1',
      text: text('editorial.committee.post_title', { day: longDay(committee.heldOn, language) }),
    },
    line(committee.communityName),
    ...(committee.members.length > 0
      ? [line(text('editorial.committee.present', { names: committee.members.map(named).join(', ') }))]
      : []),
    ...list('worked', agenda.worked.map(met)),
    ...list(
      'unanswered',
      agenda.unanswered.map((post) => line(`• ${post.title}`)),
    ),
    ...list(
      'gaps',
      agenda.gaps.map((gap) =>
        line(
          `• ${text('editorial.committee.gap', { day: shortDay(gap.monday, language), planned: gap.planned, wanted: gap.wanted })}`,
        ),
      ),
    ),
    ...list(
      'ideas',
      agenda.ideas.map((idea) => line(`• ${idea.title}`)),
    ),
    ...list(
      'season',
      agenda.season.map((one) =>
        line(
          `• ${[one.name, one.zone && text('editorial.overlay.zone', { zone: one.zone }), text('editorial.overlay.period', { from: shortDay(one.firstDay, language), to: shortDay(one.lastDay, language) })].filter(Boolean).join(', ')}`,
        ),
      ),
    ),
    ...list(
      'decisions',
      committee.decisions.map((decision) =>
        line(
          `• ${[decision.text, decision.owner && named(decision.owner), decision.dueOn && shortDay(decision.dueOn, language)].filter(Boolean).join(', ')}`,
        ),
      ),
    ),
    ...(committee.words ? [title('words'), line(committee.words)] : []),
  ]
}

const MARGIN = 57
const LOOK = {
  H1: { size: 24, weight: 'heavy', before: 0, after: 10 },
  H2: { size: 14, weight: 'bold', before: 16, after: 4 },
  P: { size: 11, weight: 'plain', before: 0, after: 3 },
} as const

/** The minutes, a page after the other. */
export async function printMinutes(db: Db, actor: Actor, id: string, wish?: Language): Promise<Sheet['doc']> {
  const committee = await findCommittee(db, actor, id)
  const language = wish ?? actor.language
  const network = await findNetwork(db)
  const parts = minutesOf(committee, language)
  const sheet = new Sheet('A4', { title: parts[0]?.text ?? '', language, author: network.name })
  let left = parts
  do sheet.page(language, (page) => (left = fill(page, left)))
  while (left.length > 0)
  sheet.doc.end()
  return sheet.doc
}

/** Writes what the page holds; gives back the rest. A long word list goes on over the page, never out of it. */
function fill(page: Section, parts: Part[]): Part[] {
  page.stroke(MARGIN, 48, 20)
  let y = 88
  for (const [index, { tag, text }] of parts.entries()) {
    const look = LOOK[tag]
    const place = {
      x: MARGIN,
      y: y + look.before,
      width: page.width - 2 * MARGIN,
      size: look.size,
      weight: look.weight,
    }
    const needed = look.before + page.measure(text, place)
    const room = page.height - MARGIN - y
    if (needed > room && index > 0) return parts.slice(index)
    y = page.say(tag, text, needed > room ? { ...place, height: room - look.before } : place) + look.after
  }
  return []
}
