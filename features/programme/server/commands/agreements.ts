import { randomBytes } from 'node:crypto'
import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { postLetter } from '#platform/server/mail.ts'
import { digest, seal, unseal } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { languagesOf } from '#features/notifications/server/offers.ts'
import { guess } from '#features/sessions/server/guesses.ts'
import type { Agreement, AgreementAsked, LetterFacts, ManagerNamed } from '../../contract.ts'
import { AGREEMENT_DAYS, MOST_ASKED_A_DAY } from '../../rules/periods.ts'
import { tellKeepers, tellPerson } from '../news.ts'
import { ambassadorFile, canKeep } from '../policy.ts'
import { findAgreement } from '../queries/files.ts'

export const addressOf = (publicUrl: string, token: string) =>
  `${publicUrl.replace(/\/$/, '')}/accord/${token}`

interface Asked {
  id: string
  ambassadorId: string
  /** Null: whoever agreed before, for a letter; else that of the directory. */
  manager: ManagerNamed | null
  letterId: string | null
  /** Without anybody to ask, nothing is asked yet. */
  optional?: boolean
}

interface ManagerFacts {
  memberId: string | null
  name: string
  email: string | null
  language: Language
}

interface PersonFacts {
  name: string
  email: string | null
  programme: string
  managerId: string | null
  state: string
}

/** The person themselves, or a keeper, asks a manager. */
export async function askManager(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  asked: Omit<Asked, 'optional'>,
): Promise<Agreement> {
  const file = await ambassadorFile(trx, actor, asked.ambassadorId)
  allow(file.own || canKeep(file.place), 'ambassador.keep')
  if (file.state === 'alumni' || file.state === 'declined') throw conflict('ambassador.step')
  if (asked.letterId) {
    const letter = await trx.row(
      sql`select 1 from mission_letters where id = ${asked.letterId} and ambassador_id = ${asked.ambassadorId}`,
    )
    if (!letter) throw notFound('mission_letter.not_found', { field: 'letterId' })
  }
  await askFor(trx, actor, publicUrl, asked)
  const agreement = await findAgreement(trx, asked.id)
  return agreement
}

/** A fresh link, by e-mail or to be printed; the links before it open nothing any more. */
export async function askFor(trx: Trx, actor: Actor, publicUrl: string, asked: Asked): Promise<void> {
  await trx.row(sql`select 1 from ambassadors where id = ${asked.ambassadorId} for update`)
  const known = await trx.row<{ ambassadorId: string }>(
    sql`select ambassador_id as "ambassadorId" from manager_agreements where id = ${asked.id}`,
  )
  if (known?.ambassadorId === asked.ambassadorId) return
  if (known) throw notFound('agreement.not_found')
  const person = await personOf(trx, asked.ambassadorId)
  const manager =
    (asked.letterId && !asked.manager && (await whoAgreed(trx, asked.ambassadorId))) ||
    (await managerOf(trx, person, asked.manager))
  if (!manager) {
    if (asked.optional) return
    throw invalid('agreement.nobody', { field: 'manager' })
  }
  if (manager.email && manager.email.toLowerCase() === person.email?.toLowerCase())
    throw invalid('agreement.own_address', { field: 'email' })
  await refuseTooMany(trx, asked.ambassadorId)
  const token = randomBytes(24).toString('base64url')
  await trx.run(sql`
    update manager_agreements set expires_at = now(), token_sealed = null
    where ambassador_id = ${asked.ambassadorId} and letter_id is not distinct from ${asked.letterId}::uuid and answered_at is null
      and expires_at > now()`)
  await trx.run(sql`
    insert into manager_agreements (id, ambassador_id, manager_id, manager_name, manager_email, token_hash, token_sealed, letter_id,
      language, asked_at, expires_at)
    values (${asked.id}, ${asked.ambassadorId}, ${manager.memberId}, ${manager.name}, ${manager.email}, ${digest(token)},
      ${manager.email ? null : seal(token)}, ${asked.letterId}, ${manager.language}, clock_timestamp(), now() + make_interval(days => ${AGREEMENT_DAYS}))`)
  if (manager.email) await writeTo(trx, asked, person, manager, addressOf(publicUrl, token))
}

async function personOf(trx: Trx, ambassadorId: string): Promise<PersonFacts> {
  const row = await trx.row<PersonFacts>(sql`
    select m.given_name || ' ' || m.family_name as name, m.email::text as email, g.name as programme, m.manager_id as "managerId", a.state
    from ambassadors a join members m on m.id = a.member_id join programmes g on g.id = a.programme_id where a.id = ${ambassadorId}`)
  if (!row) throw notFound('ambassador.not_found')
  return row
}

async function managerOf(
  trx: Trx,
  person: PersonFacts,
  given: ManagerNamed | null,
): Promise<ManagerFacts | null> {
  const { language } = await findNetwork(trx)
  if (given) return { memberId: null, name: given.name.trim(), email: given.email, language }
  if (!person.managerId) return null
  const row = await trx.row<{ name: string; email: string | null }>(sql`
    select given_name || ' ' || family_name as name, email::text as email from members where id = ${person.managerId} and status <> 'closed'`)
  if (!row) return null
  const languages = await languagesOf(trx, [person.managerId])
  return { memberId: person.managerId, ...row, language: languages.get(person.managerId) ?? language }
}

/** The letter says what was agreed: whoever agreed signs it, also a manager whom the directory does not know. */
async function whoAgreed(trx: Trx, ambassadorId: string): Promise<ManagerFacts | null> {
  return (
    (await trx.row<ManagerFacts>(sql`
      select manager_id as "memberId", manager_name as name, manager_email::text as email, language
      from manager_agreements where ambassador_id = ${ambassadorId} and letter_id is null and agreed
      order by answered_at desc limit 1`)) ?? null
  )
}

async function refuseTooMany(trx: Trx, ambassadorId: string): Promise<void> {
  const row = await trx.row<{ count: number }>(sql`
    select count(*)::int as count from manager_agreements where ambassador_id = ${ambassadorId} and asked_at > now() - interval '1 day'`)
  if ((row?.count ?? 0) >= MOST_ASKED_A_DAY)
    throw conflict('agreement.too_many', { values: { count: MOST_ASKED_A_DAY } })
}

async function writeTo(
  trx: Trx,
  asked: Asked,
  person: PersonFacts,
  manager: ManagerFacts,
  url: string,
): Promise<void> {
  const text = words(manager.language)
  const { name: network } = await findNetwork(trx)
  const kind = asked.letterId ? 'letter' : 'agreement'
  const values = {
    manager: manager.name,
    name: person.name,
    programme: person.programme,
    network,
    days: AGREEMENT_DAYS,
  }
  await postLetter(trx, {
    to: manager.email ?? '',
    memberId: manager.memberId,
    subject: text(`programme.mail.${kind}.subject`, values),
    paragraphs: [
      text('programme.mail.hello', values),
      text(`programme.mail.${kind}.asks`, values),
      text('programme.mail.noAccount', values),
      text('programme.mail.private', values),
    ],
    action: { label: text(`programme.mail.${kind}.action`, values), url },
    purpose: 'manager_agreement',
    aboutId: asked.id,
    language: manager.language,
  })
}

/** The link on paper, for the person and the keepers, until it is answered. */
export async function paperLink(db: Db, actor: Actor, publicUrl: string, id: string) {
  const row = await db.row<{ ambassadorId: string; sealed: string | null; open: boolean }>(sql`
    select ambassador_id as "ambassadorId", token_sealed as sealed, answered_at is null and expires_at > now() as open
    from manager_agreements where id = ${id}`)
  if (!row) throw notFound('agreement.not_found')
  await ambassadorFile(db, actor, row.ambassadorId).catch(() => {
    throw notFound('agreement.not_found')
  })
  if (!row.open || !row.sealed) throw conflict('agreement.no_paper')
  return { url: addressOf(publicUrl, unseal(row.sealed)), ambassadorId: row.ambassadorId }
}

interface TokenRow {
  id: string
  ambassadorId: string
  memberId: string
  programmeId: string
  letterId: string | null
  letter: LetterFacts | null
  over: boolean
  answeredAt: string | null
  agreed: boolean | null
  expiresAt: string
  language: Language
  manager: string
  person: string
  programme: string
  mission: string
  hoursPerMonth: number
  gatheringsPerYear: number
}

const byToken = (db: Db, token: string, lock = false) =>
  db.row<TokenRow>(sql`
    select ag.id, ag.ambassador_id as "ambassadorId", a.member_id as "memberId", a.programme_id as "programmeId", ag.letter_id as "letterId",
      l.facts as letter, (a.state in ('declined', 'alumni') or (ag.answered_at is null and ag.expires_at <= now())
        or ag.answered_at < now() - make_interval(days => ${AGREEMENT_DAYS})) as over,
      ag.answered_at as "answeredAt", ag.agreed, ag.expires_at as "expiresAt", ag.language, ag.manager_name as manager,
      m.given_name || ' ' || m.family_name as person, g.name as programme, g.mission,
      coalesce(a.hours_per_month, g.hours_per_month) as "hoursPerMonth", g.gatherings_per_year as "gatheringsPerYear"
    from manager_agreements ag join ambassadors a on a.id = ag.ambassador_id join members m on m.id = a.member_id
    join programmes g on g.id = a.programme_id left join mission_letters l on l.id = ag.letter_id
    where ag.token_hash = ${digest(token)} ${lock ? sql`for update of ag` : sql``}`)

/** Behind the link; a wrong one is counted against the address. What is over says so, and no more. */
async function atTheDoor(database: Database, address: string, token: string): Promise<TokenRow> {
  const found = await guess(database, { address }, async () => (await byToken(database.db, token)) ?? null)
  if (!found) throw notFound('agreement.not_found')
  if (found.over) throw conflict('agreement.over')
  return found
}

async function shown(db: Db, row: TokenRow): Promise<AgreementAsked> {
  const { name: network } = await findNetwork(db)
  const { letter } = row
  return {
    network,
    language: row.language,
    person: row.person,
    manager: row.manager,
    programme: row.programme,
    mission: row.mission,
    hoursPerMonth: row.hoursPerMonth,
    gatheringsPerYear: row.gatheringsPerYear,
    expiresAt: row.expiresAt,
    letter: letter && {
      objectives: letter.objectives,
      startsOn: letter.startsOn,
      endsOn: letter.endsOn,
      hoursPerMonth: letter.hoursPerMonth,
    },
    answered: row.answeredAt === null ? null : { agreed: row.agreed === true, at: row.answeredAt },
  }
}

export const readAgreement = async (database: Database, address: string, token: string) =>
  shown(database.db, await atTheDoor(database, address, token))

/** Once: a second answer, even at the same moment, is refused. */
export async function answerAgreement(
  database: Database,
  address: string,
  token: string,
  { agreed, words: said }: { agreed: boolean; words: string },
): Promise<AgreementAsked> {
  await atTheDoor(database, address, token)
  return database.transaction(async (trx) => {
    const row = await byToken(trx, token, true)
    if (!row || row.over) throw conflict('agreement.over')
    if (row.answeredAt) throw conflict('agreement.answered')
    await trx.run(sql`
      update manager_agreements set answered_at = now(), agreed = ${agreed}, words = ${said.trim()}, token_sealed = null where id = ${row.id}`)
    if (agreed && row.letterId)
      await trx.run(
        sql`update mission_letters set signed_by_manager_at = coalesce(signed_by_manager_at, now()) where id = ${row.letterId}`,
      )
    const about = {
      programmeId: row.programmeId,
      ambassadorId: row.ambassadorId,
      actorId: null,
      values: { name: row.person, manager: row.manager },
      note: said.trim(),
    }
    await tellPerson(trx, row.memberId, agreed ? 'managerYes' : 'managerNo', about)
    await tellKeepers(trx, agreed ? 'managerYesKeepers' : 'managerNoKeepers', about)
    const after = await byToken(trx, token)
    return shown(trx, after ?? row)
  })
}

/** The letter came back: its sender is told, to mend the address. */
export async function noteBounce(trx: Trx, agreementId: string): Promise<void> {
  const row = await trx.row<{ memberId: string; programmeId: string; manager: string }>(sql`
    select a.member_id as "memberId", a.programme_id as "programmeId", ag.manager_name as manager
    from manager_agreements ag join ambassadors a on a.id = ag.ambassador_id where ag.id = ${agreementId} and ag.answered_at is null`)
  if (!row) return
  await trx.run(sql`update manager_agreements set expires_at = now() where id = ${agreementId}`)
  await tellPerson(trx, row.memberId, 'bounced', {
    programmeId: row.programmeId,
    actorId: null,
    values: { manager: row.manager },
  })
}
