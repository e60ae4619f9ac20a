import { done } from '#platform/contract/schema.ts'
import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { checkedBody } from './checked-body.ts'
import { endSession, endSessions, signOut } from './commands.ts'
import * as passkeys from './passkeys.ts'
import * as passwords from './passwords.ts'
import { passkeysOf, passwordFacts, secondFactorOf, sessionsOf } from './queries.ts'
import * as factor from './second-factor.ts'
import { giveSecondFactor, proveAgain, signIn } from './sign-in.ts'

/** Whatever checks a proof is raw: a refused proof must be counted, and no transaction waits for a slow hash. */
export function routes(app: App, services: Services) {
  signInRoutes(app, services)
  passwordRoutes(app)
  passkeyRoutes(app, services)
  factorRoutes(app)
}

function signInRoutes(app: App, { publicUrl }: Services) {
  app.raw(contract.signIn, ({ database, http, request }) =>
    signIn(database, http, checkedBody(contract.signIn, request)),
  )
  app.raw(contract.giveSecondFactor, ({ database, http, request }) =>
    giveSecondFactor(database, http, checkedBody(contract.giveSecondFactor, request)),
  )
  app.command(contract.beginPasskeySignIn, ({ trx }) => passkeys.beginPasskeySignIn(trx, publicUrl))
  app.raw(contract.signInWithPasskey, ({ database, http, request }) =>
    passkeys.signInWithPasskey(database, publicUrl, http, checkedBody(contract.signInWithPasskey, request)),
  )
  app.query(contract.readSessions, async ({ db, actor }) => ({ items: await sessionsOf(db, actor) }))
  app.command(contract.signOut, ({ trx, actor, http }) => signOut(trx, actor, http))
  app.command(contract.endSession, ({ trx, actor, params }) => endSession(trx, actor, params.id))
  app.command(contract.endOtherSessions, async ({ trx, actor }) => {
    await endSessions(trx, actor.id, actor.sessionId)
    return done
  })
}

function passwordRoutes(app: App) {
  app.query(contract.readPasswordFacts, ({ db, actor }) => passwordFacts(db, actor))
  app.raw(contract.changePassword, ({ database, actor, http, request }) =>
    passwords.changePassword(database, actor, http, checkedBody(contract.changePassword, request)),
  )
  app.command(contract.askPasswordReset, ({ trx, body }) => passwords.askPasswordReset(trx, body.identifier))
  app.raw(contract.readPasswordReset, ({ database, http, params }) =>
    passwords.readPasswordReset(database, http, params.code),
  )
  app.raw(contract.usePasswordReset, ({ database, http, params, request }) =>
    passwords.usePasswordReset(
      database,
      http,
      params.code,
      checkedBody(contract.usePasswordReset, request).password,
    ),
  )
  app.command(contract.createResetCode, ({ trx, actor, params }) =>
    passwords.createResetCode(trx, actor, params.id),
  )
}

function passkeyRoutes(app: App, { publicUrl }: Services) {
  app.query(contract.readPasskeys, async ({ db, actor }) => ({ items: await passkeysOf(db, actor) }))
  app.raw(contract.beginPasskey, async ({ database, actor, http, request }) => {
    await proveAgain(database, actor, http, checkedBody(contract.beginPasskey, request).password)
    return database.transaction((trx) => passkeys.beginPasskey(trx, actor, publicUrl))
  })
  app.command(contract.addPasskey, ({ trx, actor, params, body }) =>
    passkeys.addPasskey(trx, actor, publicUrl, { id: params.id, ...body }),
  )
  app.command(contract.renamePasskey, ({ trx, actor, params, body }) =>
    passkeys.renamePasskey(trx, actor, params.id, body.name),
  )
  app.command(contract.removePasskey, ({ trx, actor, params }) =>
    passkeys.removePasskey(trx, actor, params.id),
  )
}

function factorRoutes(app: App) {
  app.query(contract.readSecondFactor, ({ db, actor }) => secondFactorOf(db, actor))
  app.raw(contract.beginSecondFactor, async ({ database, actor, http, request }) => {
    await proveAgain(database, actor, http, checkedBody(contract.beginSecondFactor, request).password)
    return database.transaction((trx) => factor.beginSecondFactor(trx, actor))
  })
  app.raw(contract.confirmSecondFactor, ({ database, actor, http, request }) =>
    factor.confirmSecondFactor(database, {
      actor,
      http,
      ...checkedBody(contract.confirmSecondFactor, request),
    }),
  )
  app.raw(contract.renewRecoveryCodes, ({ database, actor, http, request }) =>
    factor.renewRecoveryCodes(database, {
      actor,
      http,
      ...checkedBody(contract.renewRecoveryCodes, request),
    }),
  )
  app.raw(contract.stopSecondFactor, ({ database, actor, http, request }) =>
    factor.stopSecondFactor(database, { actor, http, ...checkedBody(contract.stopSecondFactor, request) }),
  )
  app.command(contract.liftSecondFactor, ({ trx, actor, params }) =>
    factor.liftSecondFactor(trx, actor, params.id),
  )
}
