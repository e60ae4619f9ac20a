import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import * as charters from './commands/charters.ts'
import * as communities from './commands/communities.ts'
import * as groups from './commands/groups.ts'
import * as leads from './commands/leads.ts'
import * as objectives from './commands/objectives.ts'
import * as requests from './commands/requests.ts'
import * as stakeholders from './commands/stakeholders.ts'
import { checkProof, proofOfSignature } from './proof.ts'
import { charterStanding, charterVersions, currentCharter } from './queries/charters.ts'
import { communitiesPage, findCommunity } from './queries/communities.ts'
import { groupsPage } from './queries/groups.ts'
import { communitiesWithoutLead } from './queries/leads.ts'
import { findPreview } from './queries/preview.ts'
import { requestsPage } from './queries/requests.ts'

export function routes(app: App, { publicUrl }: Services) {
  app.query(contract.readCommunities, ({ db, actor, query }) => communitiesPage(db, actor, query))
  app.query(contract.readCommunity, ({ db, actor, params }) => findCommunity(db, actor, params.id))
  app.command(contract.createCommunity, ({ trx, actor, params, body }) =>
    communities.createCommunity(trx, actor, params.id, body),
  )
  app.command(contract.shapeCommunity, ({ trx, actor, params, body }) =>
    communities.shapeCommunity(trx, actor, params.id, body),
  )
  app.command(contract.setStage, ({ trx, actor, params, body }) =>
    communities.setStage(trx, actor, params.id, body.stage),
  )

  app.query(contract.readLeaderless, async ({ db }) => ({ items: await communitiesWithoutLead(db) }))
  app.command(contract.nameLead, ({ trx, actor, params, body }) =>
    leads.nameLead(trx, actor, params.id, body.memberId),
  )

  app.command(contract.setObjective, ({ trx, actor, params, body }) =>
    objectives.setObjective(trx, actor, params.id, params.objectiveId, body),
  )
  app.command(contract.dropObjective, ({ trx, actor, params }) =>
    objectives.dropObjective(trx, actor, params.id, params.objectiveId),
  )
  app.command(contract.nameStakeholder, ({ trx, actor, params, body }) =>
    stakeholders.nameStakeholder(trx, actor, params.id, params.stakeholderId, body),
  )
  app.command(contract.dropStakeholder, ({ trx, actor, params }) =>
    stakeholders.dropStakeholder(trx, actor, params.id, params.stakeholderId),
  )

  app.query(contract.readCharter, async ({ db, actor, params }) => ({
    charter: await currentCharter(db, actor, params.id),
    standing: await charterStanding(db, params.id, actor.id),
  }))
  app.query(contract.readCharterVersions, async ({ db, actor, params }) => ({
    items: await charterVersions(db, actor, params.id),
  }))
  app.command(contract.publishCharter, ({ trx, actor, params, body }) =>
    charters.publishCharter(trx, actor, params.id, params.charterId, body),
  )
  app.command(contract.signCharter, ({ trx, actor, params, body }) =>
    charters.signCharter(trx, actor, params.id, params.charterId, body.textHash),
  )
  app.command(contract.withdrawSignature, ({ trx, actor, params }) =>
    charters.withdrawSignature(trx, actor, params.id),
  )
  app.raw(contract.readSignatureProof, async ({ database, actor, params, reply }) =>
    reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': 'inline; filename="charte.pdf"',
      })
      .type('application/pdf')
      .send(await proofOfSignature(database.db, actor, publicUrl, params.id)),
  )
  app.query(contract.readProof, ({ db, params }) => checkProof(db, params.code))

  app.query(contract.readPreview, ({ db, actor, params }) => findPreview(db, actor, params.slug))
  app.query(contract.readRequests, ({ db, actor, query }) => requestsPage(db, actor, query))
  app.command(contract.askToJoin, ({ trx, actor, params, body }) =>
    requests.askToJoin(trx, actor, params.id, body),
  )
  app.command(contract.withdrawRequest, ({ trx, actor, params }) =>
    requests.withdrawRequest(trx, actor, params.id),
  )
  app.command(contract.answerRequest, ({ trx, actor, params, body }) =>
    requests.answerRequest(trx, actor, params.id, body),
  )

  app.query(contract.readGroups, ({ db, actor, params, query }) => groupsPage(db, actor, params.id, query))
  app.command(contract.openGroup, ({ trx, actor, params, body }) =>
    groups.openGroup(trx, actor, params.id, params.groupId, body),
  )
  app.command(contract.shapeGroup, ({ trx, actor, params, body }) =>
    groups.shapeGroup(trx, actor, params.id, params.groupId, body),
  )
}
