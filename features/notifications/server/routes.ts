import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { notificationsPage, unreadCount } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readNotifications, ({ db, actor, query }) => notificationsPage(db, actor, query))
  app.query(contract.countNotifications, async ({ db, actor }) => ({ unread: await unreadCount(db, actor) }))
  app.command(contract.markNotifications, ({ trx, actor }) => commands.markNotifications(trx, actor))
  app.command(contract.markNotification, ({ trx, actor, params }) =>
    commands.markNotification(trx, actor, params.id),
  )
}
