import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor, Standing } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { expel, tell } from '#platform/server/emit.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import type {
  Account,
  addPerson as addPersonEndpoint,
  changeMe as changeMeEndpoint,
  changePerson as changePersonEndpoint,
  Me,
} from '../contract.ts'
import { refuseLastAdministrator } from './policy.ts'
import { findAccount, findMe } from './queries.ts'

/** People changed: what follows from it (seats by audience) is worked out once for all changes of the moment. */
const peopleChanged = (trx: Trx) =>
  enqueue(trx, 'refresh-audience-seats', {}, { key: 'refresh-audience-seats' })

export async function changeMe(trx: Trx, actor: Actor, change: Body<typeof changeMeEndpoint>): Promise<Me> {
  if (change.photoFileId) await refuseOthersPhoto(trx, actor, change.photoFileId)
  const given = <K extends keyof typeof change>(key: K) => change[key] !== undefined
  const interests = change.interests
    ?.map((word) => word.trim())
    .filter((word, at, all) => all.indexOf(word) === at)
  await trx.run(sql`
    update members set
      photo_file_id = case when ${given('photoFileId')} then ${change.photoFileId ?? null}::uuid else photo_file_id end,
      about = coalesce(${change.about?.trim() ?? null}, about),
      interests = coalesce(${interests ?? null}::text[], interests),
      language = case when ${given('language')} then ${change.language ?? null} else language end,
      theme = coalesce(${change.theme ?? null}, theme),
      gender = case when ${given('gender')} then ${change.gender ?? null} else gender end,
      phone = case when ${given('phone')} then ${change.phone?.trim() || null} else phone end
    where id = ${actor.id}`)
  if (interests) await peopleChanged(trx)
  tell(trx, [actor.id], 'me')
  return findMe(trx, actor)
}

async function refuseOthersPhoto(trx: Trx, actor: Actor, fileId: string): Promise<void> {
  const file = await trx.row(
    sql`select 1 from files where id = ${fileId} and owner_id = ${actor.id} and use = 'portrait'`,
  )
  if (!file) throw notFound('file.not_found', { field: 'photoFileId' })
}

type NewPerson = Body<typeof addPersonEndpoint> & { id: string; status?: 'expected' | 'active' }

/** True when new, false when this very person was already there. The set-up page calls it before anybody is an actor. */
export async function insertPerson(trx: Trx, person: NewPerson): Promise<boolean> {
  const {
    id,
    givenName,
    familyName,
    organizationId,
    job = '',
    department = '',
    site = '',
    language = null,
  } = person
  const email = person.email?.trim() || null
  const staffNumber = person.staffNumber?.trim() || null
  const standing = person.standing ?? 'member'
  if (!email && !staffNumber && standing !== 'guest') throw invalid('person.key_needed', { field: 'email' })
  await refuseOutsideAdministrator(trx, organizationId, standing)
  const count = await trx.run(sql`
    insert into members (id, organization_id, standing, status, staff_number, email, given_name, family_name, job, department, site, language)
    values (${id}, ${organizationId}, ${standing}, ${person.status ?? 'expected'}, ${staffNumber}, ${email}, ${givenName.trim()},
      ${familyName.trim()}, ${job}, ${department}, ${site}, ${language})
    on conflict do nothing`)
  if (count === 1) {
    await peopleChanged(trx)
    return true
  }
  if (!(await trx.row(sql`select 1 from members where id = ${id}`)))
    await refuseTaken(trx, id, email, staffNumber)
  return false
}

async function refuseTaken(
  trx: Trx,
  id: string,
  email: string | null,
  staffNumber: string | null,
): Promise<void> {
  const taken = await trx.row<{ by_email: boolean }>(sql`
    select (email = ${email}) is true as by_email from members
    where id <> ${id} and (email = ${email} or lower(staff_number) = lower(${staffNumber})) order by 1 desc limit 1`)
  if (taken?.by_email) throw conflict('person.email_taken', { field: 'email' })
  if (taken) throw conflict('person.staff_number_taken', { field: 'staffNumber' })
}

async function refuseOutsideAdministrator(
  trx: Trx,
  organizationId: string,
  standing: Standing,
): Promise<void> {
  const row = await trx.row<{ outside: boolean }>(
    sql`select outside from organizations where id = ${organizationId}`,
  )
  if (!row) throw notFound('organization.not_found', { field: 'organizationId' })
  if (row.outside && (standing === 'administrator' || standing === 'animator'))
    throw invalid('person.outside_standing', { field: 'standing' })
}

export async function addPerson(trx: Trx, actor: Actor, person: NewPerson): Promise<Account> {
  const isNew = await insertPerson(trx, person)
  if (isNew)
    await audit(
      trx,
      actor,
      'person.added',
      { kind: 'member', id: person.id },
      { standing: person.standing ?? 'member' },
    )
  return findAccount(trx, person.id)
}

export async function changePerson(
  trx: Trx,
  actor: Actor,
  id: string,
  change: Body<typeof changePersonEndpoint>,
): Promise<Account> {
  const before = await findAccount(trx, id)
  const after = { ...before, ...change }
  const email = after.email?.trim() || null
  const staffNumber = after.staffNumber?.trim() || null
  if (!email && !staffNumber && after.standing !== 'guest')
    throw invalid('person.key_needed', { field: 'email' })
  await refuseTaken(trx, id, email, staffNumber)
  await refuseOutsideAdministrator(trx, after.organizationId, after.standing)
  if (before.standing === 'administrator' && after.standing !== 'administrator')
    await refuseLastAdministrator(trx, id)
  await trx.run(sql`
    update members set given_name = ${after.givenName.trim()}, family_name = ${after.familyName.trim()}, email = ${email},
      staff_number = ${staffNumber}, organization_id = ${after.organizationId}, standing = ${after.standing}, job = ${after.job},
      department = ${after.department}, site = ${after.site}, level = ${after.level}, phone = ${after.phone?.trim() || null},
      language = ${after.language} where id = ${id}`)
  await record(trx, actor, before, after, change)
  await peopleChanged(trx)
  return findAccount(trx, id)
}

/** The log says which fields were touched, not what they hold; rights are told in full. */
async function record(
  trx: Trx,
  actor: Actor,
  before: Account,
  after: Account,
  change: object,
): Promise<void> {
  const subject = { kind: 'member', id: before.id }
  const fields = Object.keys(change).filter((field) => field !== 'standing')
  if (fields.length > 0) await audit(trx, actor, 'person.changed', subject, { fields })
  if (before.standing !== after.standing)
    await audit(trx, actor, 'person.standing', subject, { from: before.standing, to: after.standing })
  // What they may follow changed: their screens come back with the new rights.
  if (before.standing !== after.standing || before.organizationId !== after.organizationId)
    expel(trx, before.id, {})
}

/** Somebody expected comes in (invitations call it): true when it is the first time. A closed account stays closed. */
export async function claimPerson(trx: Trx, memberId: string): Promise<boolean> {
  const row = await trx.row<{ status: Account['status'] }>(
    sql`select status from members where id = ${memberId} for update`,
  )
  if (!row) throw notFound('person.not_found')
  if (row.status === 'closed') throw conflict('person.closed')
  const count = await trx.run(
    sql`update members set status = 'active' where id = ${memberId} and status = 'expected'`,
  )
  if (count === 1) await peopleChanged(trx)
  return count === 1
}

/** The account alone: sessions and seats are their owners' (see administration). True when it was open. */
export async function closePerson(trx: Trx, actor: Actor, memberId: string): Promise<boolean> {
  if (memberId === actor.id) throw conflict('person.own_account')
  const { standing, status } = await findAccount(trx, memberId)
  if (status === 'closed') return false
  if (standing === 'administrator') await refuseLastAdministrator(trx, memberId)
  await trx.run(sql`update members set status = 'closed', closed_at = now() where id = ${memberId}`)
  await audit(trx, actor, 'person.closed', { kind: 'member', id: memberId })
  await peopleChanged(trx)
  return true
}

/** They come back as they left: active if they had come in before, expected otherwise. Seats are given again by hand. */
export async function reopenPerson(trx: Trx, actor: Actor, memberId: string): Promise<Account> {
  const count = await trx.run(sql`
    update members set status = case when arrived_at is null then 'expected' else 'active' end, closed_at = null
    where id = ${memberId} and status = 'closed'`)
  if (count === 1) {
    await audit(trx, actor, 'person.reopened', { kind: 'member', id: memberId })
    await peopleChanged(trx)
  }
  return findAccount(trx, memberId)
}
