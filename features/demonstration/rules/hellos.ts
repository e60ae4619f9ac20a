import { hellos } from '../content/hellos.ts'
import type { SpaceKey } from '../content/spaces.ts'
import { uuid7 } from './random.ts'
import { addDays, parisInstant, type Day } from './season.ts'
import type { Seats } from './seats.ts'
import type { StoryComment, StoryPost } from './stage.ts'
import type { Welcome } from './welcomes.ts'
import type { DemoPerson } from './workforce.ts'

/** One day before the oldest hello that is told. */
const DAYS_AGO = 15
const HALF_PAST_EIGHT = 510

export type HelloPost = StoryPost & { greeted: ReadonlyMap<string, DemoPerson> }

type Told = {
  today: Day
  seats: Seats
  welcomes: readonly Welcome[]
  bySlug: ReadonlyMap<string, DemoPerson>
}

/** In each group of a site, one pinned post under which those who arrived are greeted, by somebody who sits there. */
export function helloPosts({ today, seats, welcomes, bySlug }: Told): HelloPost[] {
  const at = parisInstant(addDays(today, -DAYS_AGO), HALF_PAST_EIGHT)
  return hellos.map(({ space, by, text }) => {
    const author = bySlug.get(by)
    if (!author) throw new RangeError(`nobody is called ${by}`)
    const key = `hello-${space}`
    const here = new Set((seats.get(space) ?? []).map((each) => each.person))
    const own = welcomes.filter(({ to, by: host }) => homeOf(to) === space && here.has(to) && here.has(host))
    const greetings = own.map((welcome) => [greeting(key, welcome), welcome.to] as const)
    return {
      id: uuid7(key, at),
      key,
      author,
      space,
      language: space === 'export' ? 'en' : 'fr',
      at,
      body: { kind: 'message', text },
      topics: [],
      image: null,
      comments: greetings.map(([comment]) => comment).sort((a, b) => a.at.getTime() - b.at.getTime()),
      reactions: [],
      greeted: new Map(greetings.map(([comment, person]) => [comment.id, person])),
    }
  })
}

const greeting = (key: string, { to, by, text, at }: Welcome): StoryComment => ({
  id: uuid7(`${key}/${to.staffNumber}`, at),
  parent: null,
  author: by,
  text,
  at,
  accepted: false,
})

/** The group where somebody is at home. */
export function homeOf(person: DemoPerson): SpaceKey {
  if (person.organization === 'Aubrelle Export Ltd') return 'export'
  return person.site === 'lieusaint' ? 'chantier' : person.site
}
