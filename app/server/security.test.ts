import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'

let world: World
let karim: Person

beforeAll(async () => {
  world = await openWorld()
  karim = await world.member('karim')
})
afterAll(() => world.close())

/** What a browser adds to a request that a page of another site would make with the member's cookie. */
const change = async (headers: Record<string, string>) =>
  (await karim.ask('PATCH', '/api/me', { language: 'en' }, headers)).status

test('a page of another site changes nothing in the name of a member', async () => {
  expect(await change({ 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' })).toBe(403)
  expect(await change({ 'sec-fetch-site': 'same-site', origin: 'https://other.elan.example' })).toBe(403)
  expect(await change({ origin: 'https://elsewhere.example' })).toBe(403)
  expect(await change({ origin: 'null' })).toBe(403)
  expect(await change({ 'sec-fetch-site': 'cross-site' })).toBe(403)
})

test('our own pages, and programs that are no browser, are let in', async () => {
  expect(await change({ 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await change({ host: 'elan.example', origin: 'https://elan.example' })).toBe(200)
  expect(await change({})).toBe(200)
})
