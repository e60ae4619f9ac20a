import type { NetworkSettings } from './config.ts'
import type { Personal } from './personal.ts'
import type { Storage } from './storage.ts'
import type { Database } from './db.ts'

/** What composition hands to features beside the request: mechanics with a life of their own. */
export interface Services {
  database: Database
  storage: Storage
  publicUrl: string
  dataDir: string
  uploadLimit: number
  /** False: letters stay in the outbox, where an administrator reads them. */
  mailConfigured: boolean
  networks: NetworkSettings
  /** What each feature holds about a person. */
  personal: Personal
}
