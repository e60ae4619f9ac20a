import { afterEach, expect, test } from 'vitest'
import { openWorld, type World } from '#app/testing/world.ts'
import { StartRefused } from '#platform/server/config.ts'
import { sql } from '#platform/server/db.ts'
import { openDemonstration, presentDemonstration } from './demonstration.ts'

let world: World
afterEach(() => world.close())

test('--demo leaves a real network alone, and says so in one sentence', async () => {
  world = await openWorld()
  const refused = await openDemonstration(world.server.services, () => {}).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StartRefused)
  expect((refused as Error).message).toContain('Essai')
})

test('--demo loads once, then only tells the accounts again', { timeout: 120_000 }, async () => {
  world = await openWorld()
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`delete from network`)
    await trx.run(sql`delete from organizations`)
  })
  const { services } = world.server
  const first = await openDemonstration(services, () => {})
  expect(await openDemonstration(services, () => {})).toEqual(first)
  const lines: string[] = []
  await presentDemonstration(services, first, (line) => void lines.push(line))
  for (const { password } of first) expect(lines.filter((line) => line.endsWith(password))).toHaveLength(1)
  expect(lines.filter((line) => /\/rejoindre\/[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(line))).toHaveLength(2)
})
