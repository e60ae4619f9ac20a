import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'

let world: World
let karim: Person
let awa: Person

beforeAll(async () => {
  world = await openWorld({ rate: 5 })
  karim = await world.member('karim')
  awa = await world.member('awa')
})
afterAll(() => world.close())

test('two people behind one address have a measure each; a visitor has that of the address', async () => {
  const asked = async (person: Person, times: number) => {
    const seen: number[] = []
    for (let count = 0; count < times; count++) seen.push((await person.get('/api/network')).status)
    return seen
  }
  expect(await asked(karim, 6)).toEqual([200, 200, 200, 200, 200, 429])
  expect(await asked(awa, 5)).toEqual([200, 200, 200, 200, 200])
  expect(await asked(world.visitor(), 6)).toEqual([200, 200, 200, 200, 200, 429])
})

test('a made-up session for each request meets the ceiling of the address', async () => {
  const forger = world.visitor()
  forger.address = '10.1.1.1'
  const seen: number[] = []
  for (let count = 0; count < 101; count++) {
    forger.cookies.elan = `forged-${count}`
    seen.push((await forger.get('/api/network')).status)
  }
  expect(seen.slice(0, 100).every((status) => status === 200)).toBe(true)
  expect(seen[100]).toBe(429)
})
