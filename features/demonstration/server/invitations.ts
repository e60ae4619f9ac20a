import { randomBytes } from 'node:crypto'
import { CODE_LENGTH, codeFrom } from '#features/invitations/rules/code.ts'
import { REMINDER_DAYS } from '#features/invitations/rules/reminders.ts'
import { markOfCode } from '#features/invitations/server/commands/codes.ts'
import type { Trx } from '#platform/server/db.ts'
import { seal } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import { campaigns, tempo } from '../content/communities.ts'
import type { Arrival } from '../rules/arrivals.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, dayInParis, parisInstant } from '../rules/season.ts'
import { audienceId } from './audiences.ts'
import type { Cast } from './cast.ts'
import { fullName } from '../rules/bodies.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000
const NINE = 540
const POSTER_DAYS = 90
const POSTER_USES = 300
/** Sent again a few days ago to a corrected address: their reminders are still to come. */
const SENT_AGAIN = { people: 14, daysAgo: 4 }

export async function insertInvitations(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(trx, 'campaigns', campaignRows(cast))
  const invited = cast.story.arrivals.map((arrival) => ({ arrival, id: invitationId(cast, arrival) }))
  await insertRows(
    trx,
    'invitations',
    invited.map(({ arrival, id }) => invitationRow(cast, arrival, id)),
  )
  const again = sentAgain(cast)
  await insertRows(
    trx,
    'reminders',
    invited.flatMap(({ arrival, id }) => reminderRows(cast, arrival, id, again.has(arrival))),
  )
  await insertRows(
    trx,
    'mails',
    invited.flatMap(({ arrival, id }) => mailRows(cast, arrival, id)),
  )
  await insertRows(trx, 'codes', [...personalCodes(cast), ...posterCodes(cast)])
}

const campaignId = (cast: Cast, key: string) => uuid7(`${cast.seed}/campaign/${key}`, cast.opened)
const invitationId = (cast: Cast, { person }: Arrival) =>
  uuid7(`${cast.seed}/invitation/${person.staffNumber}`, cast.invitedAt(person))

function campaignRows(cast: Cast): Row[] {
  return campaigns
    .filter((campaign) => campaign.channel !== 'poster')
    .map((campaign) => ({
      id: campaignId(cast, campaign.key),
      space_id: cast.spaceId('tempo'),
      audience_id: audienceId(cast, campaign.audience),
      message: campaign.message,
      created_by: cast.memberId(cast.bySlug('nadia')),
      created_at:
        campaign.key === 'pilote'
          ? cast.opened
          : parisInstant(addDays(cast.today, -campaign.sentDaysAgo), NINE),
    }))
}

function campaignOf({ campaign, channel, person }: Arrival): string {
  if (campaign === 'pilot') return 'pilote'
  if (channel !== 'email') return 'lettres'
  return person.organization === 'Aubrelle Export Ltd' ? 'export' : 'lancement'
}

function invitationRow(cast: Cast, arrival: Arrival, id: string): Row {
  const arrivedAt = cast.arrivedAt(arrival.person)
  return {
    id,
    campaign_id: campaignId(cast, campaignOf(arrival)),
    space_id: cast.spaceId('tempo'),
    member_id: cast.memberId(arrival.person),
    channel: arrival.person.email ? 'email' : 'letter',
    state: arrivedAt ? 'accepted' : arrival.bounced ? 'bounced' : 'sent',
    invited_at: cast.invitedAt(arrival.person),
    accepted_at: arrivedAt,
  }
}

const isAwaited = (arrival: Arrival) => arrival.arrivedOn === null && !arrival.bounced

function sentAgain(cast: Cast): Set<Arrival> {
  const may = cast.story.arrivals.filter(
    (one) => isAwaited(one) && one.campaign === 'launch' && one.person.email,
  )
  return new Set(cast.draw('sent again').sample(may, SENT_AGAIN.people))
}

/** Sent as long as they had not come, cancelled once they had, or once the address was known to be wrong. */
function reminderRows(
  cast: Cast,
  { person, invitedOn, bounced }: Arrival,
  invitation: string,
  again: boolean,
): Row[] {
  if (!person.email) return []
  const from = again ? addDays(cast.today, -SENT_AGAIN.daysAgo) : invitedOn
  const arrived = cast.arrivedAt(person)
  return REMINDER_DAYS.map((day) => {
    const due = parisInstant(addDays(from, day), NINE)
    const useless = bounced || (arrived !== null && arrived < due)
    return {
      id: uuid7(`${cast.seed}/reminder/${person.staffNumber}/${day}`, due),
      invitation_id: invitation,
      day,
      due_at: due,
      state: useless ? 'cancelled' : due < cast.now ? 'sent' : 'planned',
    }
  })
}

/** What became of each letter of invitation; like any letter sent, its text is gone. */
function mailRows(cast: Cast, { person, bounced }: Arrival, invitation: string): Row[] {
  if (!person.email) return []
  const at = cast.invitedAt(person)
  const community = tempo.name
  return [
    {
      id: uuid7(`${cast.seed}/mail/${person.staffNumber}`, at),
      to_address: person.email,
      member_id: cast.memberId(person),
      subject: words(person.language)('invitations.mail.subject', {
        community,
        by: byName(cast),
        name: person.given,
      }),
      body_text: '',
      body_html: '',
      state: bounced ? 'bounced' : 'sent',
      problem: bounced ? '550 5.1.1' : null,
      purpose: 'invitation',
      about_id: invitation,
      created_at: at,
      sent_at: at,
    },
  ]
}

const byName = (cast: Cast) => fullName(cast.bySlug('nadia'))

/** Codes open doors: they come from chance, even here, and are the one thing that two loads do not share. */
function codeColumns(cast: Cast) {
  const plain = codeFrom(randomBytes(CODE_LENGTH))
  return {
    space_id: cast.spaceId('tempo'),
    code_hash: `\\x${markOfCode(plain).toString('hex')}`,
    code_sealed: seal(plain),
    created_by: cast.memberId(cast.bySlug('nadia')),
    withdrawn_at: null,
  }
}

/** One for each of those awaited; those of the pilot got theirs again with the launch. */
function personalCodes(cast: Cast): Row[] {
  return cast.story.arrivals.filter(isAwaited).map((arrival) => {
    const at = new Date(Math.max(cast.invitedAt(arrival.person).getTime(), cast.launched.getTime()))
    return {
      id: uuid7(`${cast.seed}/code/${arrival.person.staffNumber}`, at),
      member_id: cast.memberId(arrival.person),
      invitation_id: invitationId(cast, arrival),
      kind: 'personal',
      label: '',
      max_uses: 1,
      uses: 0,
      expires_at: new Date(at.getTime() + 182 * DAY_MS),
      created_at: at,
      ...codeColumns(cast),
    }
  })
}

function posterCodes(cast: Cast): Row[] {
  return campaigns
    .filter((campaign) => campaign.channel === 'poster')
    .map(({ key, name, site, sentDaysAgo }) => {
      const at = parisInstant(addDays(dayInParis(cast.now), -sentDaysAgo), NINE)
      const by = cast.story.arrivals.filter(
        ({ person, channel }) =>
          channel === 'poster' && person.site === site && (cast.arrivedAt(person) ?? at) > at,
      )
      return {
        id: uuid7(`${cast.seed}/code/${key}`, at),
        member_id: null,
        invitation_id: null,
        kind: 'poster',
        label: name,
        max_uses: POSTER_USES,
        uses: by.length,
        expires_at: new Date(at.getTime() + POSTER_DAYS * DAY_MS),
        created_at: at,
        ...codeColumns(cast),
      }
    })
}
