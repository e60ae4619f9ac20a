import type { Sql } from '#platform/server/db.ts'
import type { Person, World } from './world.ts'

export const ROLES = [
  'outsider',
  'guest',
  'elsewhere',
  'member',
  'moderator',
  'animator',
  'administrator',
  'ambassador',
  'lead',
  'manager',
] as const
export type RoleName = (typeof ROLES)[number]

export type Cast = Record<RoleName | 'expected', Person>

export interface Making {
  world: World
  cast: Cast
  caller: Person
  find: (thing: string) => Promise<string>
  run: (query: Sql) => Promise<void>
}

export type Makers = Record<string, (making: Making) => Promise<string>>
