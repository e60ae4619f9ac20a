import type { App } from '#platform/server/app.ts'
import type { Listeners } from '#platform/server/emit.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { jobs as fileJobs } from '#features/files/server/jobs.ts'
import * as files from '#features/files/server/routes.ts'
import * as spaces from '#features/spaces/server/routes.ts'
import type { Services } from '#platform/server/services.ts'

export interface Feature {
  routes?: (app: App, services: Services) => void
  listeners?: (listeners: Listeners, services: Services) => void
  jobs?: (jobs: Jobs, services: Services) => void
}

/** Every capability of the product, a line each, in the order in which they may know each other. */
export const features: Feature[] = [{ routes: spaces.routes }, { routes: files.routes, jobs: fileJobs }]
