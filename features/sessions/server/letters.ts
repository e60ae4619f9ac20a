import { findIdentity } from '#features/people/server/queries.ts'
import type { Trx } from '#platform/server/db.ts'
import { postLetter } from '#platform/server/mail.ts'
import { words } from '#platform/server/words.ts'

type Change = 'password' | 'passkey' | 'second_factor_on' | 'second_factor_off'

/** The way in of somebody changed: they are told, in case it was not them. */
export async function tellOfChange(trx: Trx, memberId: string, change: Change): Promise<void> {
  const person = await findIdentity(trx, memberId)
  if (!person?.email) return
  const text = words(person.language)
  await postLetter(trx, {
    to: person.email,
    memberId,
    subject: text('sessions.letter.change.subject'),
    paragraphs: [
      text('sessions.letter.hello', { name: person.givenName }),
      text(`sessions.letter.change.${change}`),
      text('sessions.letter.change.not_you'),
    ],
    purpose: 'security',
    language: person.language,
  })
}
