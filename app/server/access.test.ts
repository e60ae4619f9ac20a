import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, Scene } from '#app/testing/cast.ts'
import { type Cast, type RoleName, ROLES } from '#app/testing/making.ts'
import { sample } from '#app/testing/sample.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { openSession } from '#features/sessions/server/commands.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { ACCESS } from './access.table.ts'
import type { Route, Verdict } from './access/verdicts.ts'

let world: World
let cast: Cast

beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const nameOf = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`

/** '{community}' in an address or a body is the id of a fresh one. */
async function fill(scene: Scene, value: unknown): Promise<unknown> {
  if (typeof value === 'string') {
    const thing = /^\{(\w+)\}$/.exec(value)?.[1]
    return thing ? scene.find(thing) : value
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => fill(scene, one)))
  if (value === null || typeof value !== 'object') return value
  const entries: [string, unknown][] = []
  for (const [key, one] of Object.entries(value)) entries.push([key, await fill(scene, one)])
  return Object.fromEntries(entries)
}

async function knock(endpoint: Endpoint, route: Route, role: RoleName): Promise<string> {
  const scene = new Scene(world, cast, role)
  let url = endpoint.path
  for (const [, name = ''] of endpoint.path.matchAll(/:(\w+)/g)) {
    url = url.replace(`:${name}`, String(await fill(scene, route.params?.[name] ?? '{random}')))
  }
  const query = (await fill(scene, route.query ?? {})) as Record<string, string>
  const search = new URLSearchParams(query).toString()
  const body = await fill(scene, route.body ?? sample(endpoint.body))
  const person = cast[role]
  await freshSession(person)
  const address = search ? `${url}?${search}` : url
  const reply = await person.ask(endpoint.method, address, endpoint.method === 'GET' ? undefined : body)
  if (reply.status >= 500) return `${reply.status}!`
  return reply.status === 401 || reply.status === 403 || reply.status === 404 ? String(reply.status) : 'yes'
}

test('every route of the application stands in the table, and the table names no other', () => {
  const routes = world.server.app.endpoints.map(nameOf)
  expect(new Set(routes).size).toBe(routes.length)
  expect([...routes].sort()).toEqual(Object.keys(ACCESS).sort())
})

for (const [name, route] of Object.entries(ACCESS)) {
  test(`${name} opens to whom the table says`, { timeout: 60_000 }, async () => {
    const endpoint = world.server.app.endpoints.find((one) => nameOf(one) === name)
    if (!endpoint) throw new Error(`${name} is not a route`)
    const seen: Record<string, string> = {}
    for (const role of ROLES) seen[role] = await knock(endpoint, route, role)
    expect(seen).toEqual(expected(route))
  })
}

/** An ambassador meets what a member meets, a lead what an animator meets, a manager what anybody elsewhere meets. */
function expected({ opens, also }: Route): Record<RoleName, Verdict> {
  const [outsider, guest, elsewhere, member, moderator, animator, administrator] = opens
  return {
    outsider,
    guest,
    elsewhere,
    member,
    moderator,
    animator,
    administrator,
    ambassador: also?.ambassador ?? member,
    lead: also?.lead ?? animator,
    manager: also?.manager ?? elsewhere,
  }
}

let calls = 0

/** Each call comes from another place, with a session of its own: one that ends a session spoils nothing. */
async function freshSession(person: Person): Promise<void> {
  calls += 1
  person.address = `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`
  for (const name of Object.keys(person.cookies)) delete person.cookies[name]
  if (person === cast.outsider) return
  await world.server.database.transaction((trx) =>
    openSession(trx, person.id, {
      device: 'test',
      setCookie: (name, value) => void (person.cookies[name] = value),
    }),
  )
}
