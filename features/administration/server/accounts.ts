import { closePerson, reopenPerson } from '#features/people/server/commands.ts'
import type { Account } from '#features/people/contract.ts'
import { findAccount } from '#features/people/server/queries.ts'
import { disconnectAllOf } from '#features/publishing/server/commands/connections.ts'
import { endSessions } from '#features/sessions/server/commands.ts'
import { leaveEverything } from '#features/spaces/server/commands.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Trx } from '#platform/server/db.ts'
import { expel } from '#platform/server/emit.ts'

/** Somebody left: they no longer come in, here and now, and their seats are free. What they wrote stays. */
export async function closeAccount(trx: Trx, actor: Actor, memberId: string): Promise<Account> {
  if (await closePerson(trx, actor, memberId)) {
    await endSessions(trx, memberId)
    await leaveEverything(trx, actor, memberId)
    await disconnectAllOf(trx, memberId)
    expel(trx, memberId, {})
  }
  return findAccount(trx, memberId)
}

export const reopenAccount = (trx: Trx, actor: Actor, memberId: string): Promise<Account> =>
  reopenPerson(trx, actor, memberId)
