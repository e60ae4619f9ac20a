import { englishWelcomes, welcomes } from '../content/welcomes.ts'
import type { Arrival } from './arrivals.ts'
import { parisInstant, addDays, daysBetween, type Day } from './season.ts'
import { random } from './random.ts'
import { frenchSpacing } from './typography.ts'
import type { DemoPerson } from './workforce.ts'

/** A hello said by an ambassador or the animator to somebody who has just arrived. */
export type Welcome = { to: DemoPerson; by: DemoPerson; text: string; at: Date }

const WELCOMED_DAYS = 14

/** One for each arrival of the last fortnight, except those nobody has greeted yet. */
export function welcomesOf(seed: string, today: Day, now: Date, arrivals: readonly Arrival[]): Welcome[] {
  const draw = random(`${seed}/welcomes`)
  const hosts = arrivals
    .map((each) => each.person)
    .filter((one) => one.role === 'ambassador' || one.role === 'animator')
  const said = new Set<string>()
  return arrivals.flatMap(({ person, arrivedOn, welcomed }) => {
    if (!welcomed || arrivedOn === null || daysBetween(arrivedOn, today) > WELCOMED_DAYS) return []
    const near = hosts.filter((one) => one.site === person.site && one.language === person.language)
    const text = greeting(person, said, () =>
      draw.pick(person.language === 'en' ? englishWelcomes : welcomes),
    )
    const at = parisInstant(addDays(arrivedOn, draw.int(0, 1)), draw.int(480, 1080))
    const by = draw.pick(near.length > 0 ? near : hosts)
    return [
      { to: person, by, text, at: at < now ? at : new Date(now.getTime() - draw.int(20, 300) * 60_000) },
    ]
  })
}

function greeting(person: DemoPerson, said: Set<string>, choose: () => string): string {
  for (;;) {
    const text = choose()
      .replace('{given}', person.given)
      .replace('{site}', person.siteName)
      .replace('{department}', person.department)
    const spaced = person.language === 'fr' ? frenchSpacing(text) : text
    if (said.has(spaced)) continue
    said.add(spaced)
    return spaced
  }
}
