import { createHash, randomBytes } from 'node:crypto'
import type { LetterFacts } from '#features/programme/contract.ts'
import { letterParagraphs } from '#features/programme/server/commands/letter-text.ts'
import { hashOf } from '#features/programme/server/commands/letters.ts'
import type { Trx } from '#platform/server/db.ts'
import { digest, seal } from '#platform/server/seal.ts'
import { network } from '../content/communities.ts'
import { around, eclaireurs, objectivesOfLetters } from '../content/programme.ts'
import { fullName } from '../rules/bodies.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, dayInParis } from '../rules/season.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'
import { ambassadors, type DemoAmbassador } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000

export async function insertCommitments(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(trx, 'manager_agreements', agreements(cast))
  await insertRows(trx, 'mission_letters', letters(cast))
}

const managerOf = (cast: Cast, person: DemoPerson): DemoPerson | undefined =>
  cast.story.people.find((one) => one.staffNumber === person.manager)

/** Those at the door have asked; the one of the building site has no address to write to, and holds a page to hand over. */
function agreements(cast: Cast): Row[] {
  const all = ambassadors(cast)
  const asked = around.candidates.map(({ slug, manager }) => {
    const one = all.find((ambassador) => ambassador.person.slug === slug)
    return one ? agreement(cast, one, manager, slug === 'moussa') : null
  })
  const agreed = all
    .filter((one) => one.activeSince !== null || one.state === 'agreed' || one.state === 'onboarding')
    .map((one) => agreement(cast, one, 'agreed', false))
  return [...asked, ...agreed].filter((row) => row !== null)
}

function agreement(
  cast: Cast,
  one: DemoAmbassador,
  state: 'asked' | 'agreed' | 'refused',
  onPaper: boolean,
): Row {
  const { person } = one
  const manager = managerOf(cast, person) ?? cast.bySlug('thomas')
  const token = onPaper
    ? randomBytes(24).toString('base64url')
    : createHash('sha256')
        .update(`${cast.seed}/agreement/${person.staffNumber}/${randomBytes(16).toString('hex')}`)
        .digest('base64url')
  const answered =
    state === 'asked' ? null : new Date(Math.min(one.askedAt.getTime() + DAY_MS * 0.8, cast.now.getTime()))
  return {
    id: uuid7(`${cast.seed}/agreement/${person.staffNumber}`, one.askedAt),
    ambassador_id: one.id,
    manager_id: cast.memberId(manager),
    manager_name: fullName(manager),
    manager_email: onPaper ? null : (manager.email ?? 'encadrement@aubrelle.example'),
    token_hash: `\\x${digest(token).toString('hex')}`,
    token_sealed: onPaper ? seal(token) : null,
    asked_at: one.askedAt,
    expires_at: new Date(one.askedAt.getTime() + 30 * DAY_MS),
    answered_at: answered,
    agreed: answered ? state === 'agreed' : null,
    words: state === 'refused' ? 'Pas avant la fin des inventaires, on en reparle en février.' : '',
    language: 'fr',
  }
}

/** Most of those in the role have theirs; the last ones issued still await a signature. */
function letters(cast: Cast): Row[] {
  const draw = cast.draw('mission letters')
  const thomas = cast.bySlug('thomas')
  return ambassadors(cast)
    .filter((one) => one.activeSince !== null && one.state !== 'alumni')
    .filter((one) => one.person.slug === 'mehdi' || draw.chance(0.85))
    .map((one): Row => {
      const issued = new Date(
        Math.min((one.activeSince ?? cast.now).getTime() + 2 * DAY_MS, cast.now.getTime() - DAY_MS),
      )
      const language = one.person.language
      const manager = managerOf(cast, one.person)
      const facts: Omit<LetterFacts, 'paragraphs'> = {
        language,
        network: network.name,
        programme: eclaireurs.name,
        mission: eclaireurs.mission,
        person: fullName(one.person),
        job: one.person.job,
        site: one.person.siteName,
        lead: fullName(thomas),
        manager: manager ? fullName(manager) : null,
        hoursPerMonth: eclaireurs.hoursPerMonth,
        contributionsPerMonth: eclaireurs.contributionsPerMonth,
        gatheringsPerYear: eclaireurs.gatheringsPerYear,
        objectives: draw.pick(objectivesOfLetters),
        startsOn: dayInParis(one.activeSince ?? cast.now),
        endsOn: addDays(dayInParis(cast.now), 200),
      }
      const paragraphs = letterParagraphs(facts)
      const signed = draw.chance(0.9) || one.person.slug === 'mehdi'
      const managed = signed && draw.chance(0.7)
      return {
        id: uuid7(`${cast.seed}/mission letter/${one.person.staffNumber}`, issued),
        ambassador_id: one.id,
        facts: { ...facts, paragraphs },
        text_hash: hashOf(paragraphs),
        issued_at: issued,
        issued_by: cast.memberId(thomas),
        signed_by_ambassador_at: signed
          ? new Date(Math.min(issued.getTime() + DAY_MS * 0.9, cast.now.getTime()))
          : null,
        signed_by_lead_at: issued,
        signed_by_manager_at: managed
          ? new Date(Math.min(issued.getTime() + 4 * DAY_MS, cast.now.getTime()))
          : null,
      }
    })
}
