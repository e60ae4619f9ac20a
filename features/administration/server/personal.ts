import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** The log is written and read by those who administer: what it says of my own acts, and what was done to my account, is mine to read. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'administration.acts',
      ['audit_log.actor_id'],
      (me) => sql`
      select at, act, subject_kind as about from audit_log where actor_id = ${me} order by id`,
    ),
    part(
      'administration.account',
      ['audit_log.subject_id'],
      (me) => sql`
      select at, act from audit_log where subject_kind = 'member' and subject_id = ${me} order by id`,
    ),
    part(
      'administration.letters',
      ['mails.member_id'],
      (me) => sql`
      select created_at as at, subject as title, purpose as kind, to_address as address, state, sent_at as "doneAt" from mails
      where member_id = ${me} order by created_at`,
    ),
  ],
}
