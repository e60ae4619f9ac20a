import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** That a proof exists, never the proof itself: hashes, keys and sealed secrets stay where they are. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'sessions.password',
      ['credentials.member_id'],
      (me) => sql`
      select changed_at as at from credentials where member_id = ${me}`,
    ),
    part(
      'sessions.passkeys',
      ['passkeys.member_id'],
      (me) => sql`
      select created_at as at, name from passkeys where member_id = ${me} order by created_at`,
    ),
    part(
      'sessions.factor',
      ['second_factors.member_id'],
      (me) => sql`
      select confirmed_at as at, cardinality(recovery_hashes) as count from second_factors where member_id = ${me}`,
    ),
    part(
      'sessions.open',
      ['sessions.member_id'],
      (me) => sql`
      select created_at as at, device, expires_at as until from sessions where member_id = ${me} order by created_at`,
    ),
    part(
      'sessions.resets',
      ['password_resets.member_id'],
      (me) => sql`
      select expires_at as until, used_at as "doneAt" from password_resets where member_id = ${me} order by expires_at`,
    ),
  ],
  withheld: {
    'challenges.member_id': 'a ceremony of sign-in lives ten minutes and says nothing but that it began',
  },
}
