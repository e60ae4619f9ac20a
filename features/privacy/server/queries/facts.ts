import type { Language } from '#platform/contract/schema.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { Services } from '#platform/server/services.ts'
import { SENT_DAYS, WELCOME_DAYS } from '#features/cockpit/rules/periods.ts'
import { PROOF_YEARS, SIGNATURE_DAYS } from '#features/communities/rules/signatures.ts'
import { LEDGER_MONTHS, PROPOSAL_MONTHS } from '#features/contributions/rules/kinds.ts'
import { followUpChapter } from '#features/contributions/server/queries/register.ts'
import { SLOT_MONTHS } from '#features/editorial/rules/periods.ts'
import { DRAFT_FILE_DAYS, UPLOAD_DAYS } from '#features/files/rules/periods.ts'
import { IMPORT_DAYS } from '#features/imports/rules/periods.ts'
import { PERSONAL_MONTHS } from '#features/invitations/rules/reminders.ts'
import { KEPT_MONTHS as MISSION_MONTHS } from '#features/missions/rules/kinds.ts'
import { LEAST_THRESHOLD } from '#features/network/rules/threshold.ts'
import { CLOSES, OPENS } from '#features/network/rules/working-hours.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { AGREEMENT_DAYS, ALUMNI_MONTHS, CANDIDATE_MONTHS } from '#features/programme/rules/periods.ts'
import { OWN_KEPT_MONTHS } from '#features/publishing/rules/own.ts'
import { BEGINNING_MINUTES, PUBLICATION_MONTHS } from '#features/publishing/rules/periods.ts'
import { RESET_HOURS, SESSION_DAYS } from '#features/sessions/rules/periods.ts'
import { LEAST } from '#features/sessions/server/password-rules.ts'
import { KEPT_MONTHS as SHARING_MONTHS } from '#features/sharing/server/queries/mine.ts'
import { TURN_POST_MONTHS } from '#features/turns/rules/periods.ts'
import type { Facts } from '../../content/papers/shape.ts'
import { EXPORT_DAYS } from '../../rules/periods.ts'

/** Counts of accounts and settings: no row about anybody. */
interface Counts {
  administrators: number
  administratorsWithFactor: number
  animators: number
  people: number
  outsiders: number
  communities: number
  closedDays: number
  companyAccounts: number
  personalAccounts: number
  networks: string[]
  rosters: number
  leastLedger: number | null
  mostLedger: number | null
  leastProposals: number | null
  mostProposals: number | null
}

const NAMES: Record<string, string> = {
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
}

const countsOf = (db: Db) =>
  db.row<Counts>(sql`
    with own as (select m.id, m.standing, m.standing = 'guest' or o.outside as outside from members m
      join organizations o on o.id = m.organization_id where m.status <> 'closed')
    select (select count(*)::int from own where standing = 'administrator') as administrators,
      (select count(*)::int from own where standing = 'administrator' and (
        exists (select 1 from second_factors f where f.member_id = own.id and f.confirmed_at is not null)
        or exists (select 1 from passkeys k where k.member_id = own.id))) as "administratorsWithFactor",
      (select count(*)::int from own where standing = 'animator') as animators,
      (select count(*)::int from own) as people, (select count(*)::int from own where outside) as outsiders,
      (select count(*)::int from communities c join spaces s on s.id = c.space_id where s.archived_at is null) as communities,
      (select count(*)::int from blocked_days where kind = 'closed' and last_day >= now()::date) as "closedDays",
      (select count(*)::int from connections where state = 'open' and space_id is not null) as "companyAccounts",
      (select count(*)::int from connections where state = 'open' and member_id is not null) as "personalAccounts",
      coalesce((select array_agg(distinct network order by network) from connections where state = 'open'), '{}') as networks,
      (select count(*)::int from rosters) as rosters,
      kept.*
    from (select min(coalesce(f.ledger_months, ${LEDGER_MONTHS}::int))::int as "leastLedger", max(coalesce(f.ledger_months, ${LEDGER_MONTHS}::int))::int as "mostLedger",
        min(coalesce(f.proposal_months, ${PROPOSAL_MONTHS}::int))::int as "leastProposals", max(coalesce(f.proposal_months, ${PROPOSAL_MONTHS}::int))::int as "mostProposals"
      from programmes g left join follow_up_settings f on f.programme_id = g.id where g.state <> 'draft') kept`)

/** The figures of the papers: settings as they are, periods as the jobs apply them. */
export async function factsOf(db: Db, services: Services, language: Language): Promise<Facts> {
  const settings = await findSettings(db)
  const counts = await countsOf(db)
  const { sections, programmes } = await followUpChapter(db, language)
  if (!counts) throw new Error('a count answers one row')
  return {
    network: settings.network.name,
    administrators: counts.administrators,
    administratorsWithFactor: counts.administratorsWithFactor,
    animators: counts.animators,
    people: counts.people,
    outsiders: counts.outsiders,
    communities: counts.communities,
    programmes: programmes.map(({ name, communityName, lines }) => ({
      name,
      community: communityName,
      lines,
    })),
    followUp: sections.map(({ title, lines }) => ({ title, lines })),
    threshold: settings.threshold,
    thresholdFloor: LEAST_THRESHOLD,
    quiet: { opens: OPENS, closes: CLOSES },
    schoolZones: settings.schoolZones,
    closedDays: counts.closedDays,
    mail: services.mailConfigured,
    networks: counts.networks.map((name) => NAMES[name] ?? name),
    companyAccounts: counts.companyAccounts,
    personalAccounts: counts.personalAccounts,
    rosters: counts.rosters,
    factorForAdministrators: settings.administratorsNeedFactor,
    logMonths: settings.logMonths,
    ledger: { least: counts.leastLedger ?? LEDGER_MONTHS, most: counts.mostLedger ?? LEDGER_MONTHS },
    proposals: {
      least: counts.leastProposals ?? PROPOSAL_MONTHS,
      most: counts.mostProposals ?? PROPOSAL_MONTHS,
    },
    ...PERIODS,
  }
}

const PERIODS = {
  passwords: LEAST,
  sessionDays: SESSION_DAYS,
  resetHours: Math.max(RESET_HOURS.mail, RESET_HOURS.hand),
  invitationMonths: PERSONAL_MONTHS,
  agreementDays: AGREEMENT_DAYS,
  candidateMonths: CANDIDATE_MONTHS,
  alumniMonths: ALUMNI_MONTHS,
  missionMonths: MISSION_MONTHS,
  sharingMonths: SHARING_MONTHS,
  signatureDays: SIGNATURE_DAYS,
  proofYears: PROOF_YEARS,
  publicationMonths: Math.max(PUBLICATION_MONTHS, TURN_POST_MONTHS),
  ownPublicationMonths: OWN_KEPT_MONTHS,
  slotMonths: SLOT_MONTHS,
  importDays: IMPORT_DAYS,
  uploadDays: UPLOAD_DAYS,
  draftPictureDays: DRAFT_FILE_DAYS,
  welcomeDays: WELCOME_DAYS,
  mailTraceDays: SENT_DAYS,
  exportDays: EXPORT_DAYS,
  connectionMinutes: BEGINNING_MINUTES,
}
