import type { App } from '#platform/server/app.ts'
import { Refusal } from '#platform/server/errors.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { askForExport, forgetExport } from './commands.ts'
import { paperOf, printPaper } from './papers.ts'
import { exportOf, findExportFile } from './queries/exports.ts'

export function routes(app: App, services: Services) {
  app.query(contract.readMyExport, ({ db, actor }) => exportOf(db, actor.id))
  app.command(contract.askForExport, ({ trx, actor, params }) => askForExport(trx, actor, params.id))
  app.command(contract.forgetExport, ({ trx, actor, params }) => forgetExport(trx, actor, params.id))
  app.raw(contract.downloadExport, async ({ database, actor, params, reply }) => {
    const { key, bytes } = await findExportFile(database.db, actor, params.id)
    const stored = await services.storage.get(key)
    if (!stored) throw new Refusal(404, 'export.not_found')
    return reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="elan-mes-donnees.zip"',
        'content-length': bytes,
        'cache-control': 'private, no-store',
      })
      .send(stored.stream)
  })
  app.query(contract.readPaper, ({ db, params, query, http }) =>
    paperOf(db, services, params.paper, query.language ?? http.language),
  )
  app.raw(contract.printPaper, async ({ database, actor, params, query, http, reply }) => {
    const asked = { key: params.paper, language: query.language ?? http.language }
    const paper = await printPaper(database, services, actor, asked)
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="elan-${FILES[asked.language][asked.key]}.pdf"`,
        'cache-control': 'no-store',
      })
      .send(paper)
  })
}

const FILES = {
  fr: { register: 'registre', 'works-council': 'dossier-cse', impact: 'aipd' },
  en: { register: 'register', 'works-council': 'works-council', impact: 'dpia' },
}
