import type { Language } from '#platform/contract/schema.ts'
import type { Trx } from '#platform/server/db.ts'
import { postLetter } from '#platform/server/mail.ts'
import { words } from '#platform/server/words.ts'

/** Everything an invitation says, read with the invitation. */
export interface MailFacts {
  invitationId: string
  memberId: string
  email: string
  givenName: string
  language: Language
  active: boolean
  community: string
  valueProposition: string
  message: string
  byName: string
  url: string
  expiresAt: string
  timeZone: string
}

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
export const longDay = (at: string, language: Language, timeZone: string) =>
  new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(new Date(at))

const valuesOf = (facts: MailFacts) => ({
  name: facts.givenName,
  community: facts.community,
  by: facts.byName,
  value: facts.valueProposition,
  message: facts.message,
  until: longDay(facts.expiresAt, facts.language, facts.timeZone),
})

/** The first letter: who invites, to what, one button. */
export async function mailInvitation(trx: Trx, facts: MailFacts): Promise<void> {
  const text = words(facts.language)
  const values = valuesOf(facts)
  await postLetter(trx, {
    to: facts.email,
    memberId: facts.memberId,
    subject: text('invitations.mail.subject', values),
    paragraphs: [
      text('invitations.mail.hello', values),
      facts.byName ? text('invitations.mail.byName', values) : text('invitations.mail.byNobody', values),
      ...(facts.valueProposition ? [facts.valueProposition] : []),
      ...(facts.message ? [text('invitations.mail.message', values)] : []),
      facts.active ? text('invitations.mail.account', values) : text('invitations.mail.steps', values),
      text('invitations.mail.until', values),
    ],
    action: { label: text('invitations.mail.action', values), url: facts.url },
    purpose: 'invitation',
    aboutId: facts.invitationId,
    language: facts.language,
  })
}

/** Shorter each time; the last one says that it is the last. */
export async function mailReminder(trx: Trx, facts: MailFacts, day: number): Promise<void> {
  const text = words(facts.language)
  const values = valuesOf(facts)
  const last = day === 14
  await postLetter(trx, {
    to: facts.email,
    memberId: facts.memberId,
    subject: text(last ? 'invitations.reminder.lastSubject' : 'invitations.reminder.subject', values),
    paragraphs: [
      text('invitations.mail.hello', values),
      text(`invitations.reminder.day${day}`, values),
      ...(facts.valueProposition && !last ? [facts.valueProposition] : []),
      text('invitations.mail.until', values),
      text(last ? 'invitations.reminder.last' : 'invitations.reminder.unwanted', values),
    ],
    action: { label: text('invitations.mail.action', values), url: facts.url },
    purpose: 'reminder',
    aboutId: facts.invitationId,
    language: facts.language,
  })
}
