import { expect, test } from 'vitest'
import { namedPeople } from '../content/people.ts'
import { sites } from '../content/sites.ts'
import { adoptionCurve, arrivals, launchDay, objectiveDeadline } from './arrivals.ts'
import { workforce } from './workforce.ts'

const TODAY = '2026-11-22'
const people = workforce('aubrelle')
const came = arrivals('aubrelle', TODAY, people)

test('the company is 2,040 people on six sites, the same for the same seed', () => {
  expect(people).toHaveLength(2040)
  expect(sites.map((site) => people.filter((one) => one.site === site.key).length)).toEqual([
    612, 388, 301, 274, 254, 211,
  ])
  expect(workforce('aubrelle')).toEqual(people)
  expect(workforce('autre')).not.toEqual(people)
})

test('a third of the company has no e-mail, and no address is given twice', () => {
  const addresses = people.flatMap((one) => (one.email ? [one.email] : []))
  expect(addresses).toHaveLength(1360)
  expect(new Set(addresses).size).toBe(1360)
  expect(addresses.filter((address) => !/^[a-z-]+\.[a-z-]+\d*@aubrelle\.example$/.test(address))).toEqual([])
})

test('staff numbers are six digits, some with leading zeros, never shared', () => {
  const numbers = people.map((one) => one.staffNumber)
  expect(new Set(numbers).size).toBe(2040)
  expect(numbers.every((number) => /^\d{6}$/.test(number))).toBe(true)
  expect(numbers.some((number) => number.startsWith('00'))).toBe(true)
})

test('everybody but the director of operations has a manager, and no chain of managers is a circle', () => {
  const byNumber = new Map(people.map((one) => [one.staffNumber, one]))
  expect(people.filter((one) => one.manager === null).map((one) => one.slug)).toEqual(['helene'])
  const depth = (start: string) => {
    let steps = 0
    for (let at = byNumber.get(start); at?.manager && steps < 9; steps++) at = byNumber.get(at.manager)
    return steps
  }
  expect(Math.max(...people.map((one) => depth(one.staffNumber)))).toBeLessThan(5)
})

test('there are eighty Éclaireurs and everybody named by hand is there once', () => {
  expect(people.filter((one) => one.role === 'ambassador')).toHaveLength(80)
  expect(people.filter((one) => one.slug)).toHaveLength(namedPeople.length)
})

test('the export company speaks English and the partner is outside', () => {
  const of = (name: string) => people.filter((one) => one.organization === name)
  expect(of('Aubrelle Export Ltd').map((one) => one.language)).toEqual(Array(38).fill('en'))
  expect(of('Scierie Morvannel')).toHaveLength(14)
  expect(of('Aubrelle Pose')).toHaveLength(211)
})

test('two months after the launch 64 % have come, site by site as told', () => {
  const arrived = came.filter((each) => each.arrivedOn !== null)
  expect(arrived).toHaveLength(1306)
  const shares = sites.map(
    (site) => arrived.filter((each) => each.person.site === site.key).length / site.headcount,
  )
  expect(shares.map((share) => Math.round(share * 100))).toEqual([75, 72, 65, 61, 47, 41])
  const last = adoptionCurve(came, TODAY).at(-1)
  expect(last).toEqual({ day: TODAY, invited: 1640, arrived: 1050 })
  expect([launchDay(TODAY), objectiveDeadline(TODAY)]).toEqual(['2026-09-22', '2026-12-22'])
})

test('the curve only rises, fast at first', () => {
  const counts = adoptionCurve(came, TODAY).map((point) => point.arrived)
  expect([...counts].sort((a, b) => a - b)).toEqual(counts)
  expect(counts[20]).toBeGreaterThan(1050 * 0.45)
})

test('nobody comes before being invited, the Éclaireurs are there, five newcomers wait for a hello', () => {
  expect(came.filter((each) => each.arrivedOn !== null && each.arrivedOn < each.invitedOn)).toEqual([])
  expect(came.filter((each) => each.person.role === 'ambassador' && each.arrivedOn === null)).toEqual([])
  expect(
    came
      .filter((each) => !each.welcomed)
      .map((each) => each.person.slug ?? '')
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['aicha', 'elodie', 'kevin', 'marie', 'victor'])
})

test('a few invitations bounced, all of them e-mails to people still awaited', () => {
  const bounced = came.filter((each) => each.bounced)
  expect(bounced).toHaveLength(11)
  expect(bounced.filter((each) => each.channel !== 'email' || each.arrivedOn !== null)).toEqual([])
})
