import { createTransport, type Transporter } from 'nodemailer'
import { v7 as uuid7 } from 'uuid'
import type { Database, Trx } from './db.ts'
import { sql } from './db.ts'
import { isDatabaseAway } from './errors.ts'
import { enqueue, type Jobs } from './jobs.ts'

export interface Letter {
  to: string
  memberId?: string | null
  subject: string
  /** Paragraphs of plain text. */
  paragraphs: string[]
  action?: { label: string; url: string }
  /** What it is for ('invitation', 'reset'…) and about what: a bounce is told to whom it concerns. */
  purpose: string
  aboutId?: string | null
  language: 'fr' | 'en'
}

/** A mail server may be away for two days and more; past these days a letter says nothing true any more. */
const MOST_TRIES = 24
const MOST_DAYS = 3

/** Written in the transaction of its cause, delivered by a job. */
export async function postLetter(trx: Trx, letter: Letter): Promise<string> {
  const id = uuid7()
  await trx.run(sql`
    insert into mails (id, to_address, member_id, subject, body_text, body_html, purpose, about_id)
    values (${id}, ${letter.to}, ${letter.memberId ?? null}, ${letter.subject}, ${plain(letter)}, ${html(letter)},
      ${letter.purpose}, ${letter.aboutId ?? null})`)
  await enqueue(trx, 'deliver-mail', { id }, { maxAttempts: MOST_TRIES })
  return id
}

const plain = (letter: Letter) =>
  [...letter.paragraphs, ...(letter.action ? [`${letter.action.label} : ${letter.action.url}`] : [])].join(
    '\n\n',
  )

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

function html(letter: Letter): string {
  const paragraphs = letter.paragraphs.map(
    (text) => `<p style="margin:0 0 16px">${escape(text).replaceAll('\n', '<br>')}</p>`,
  )
  const action = letter.action
    ? `<p style="margin:24px 0"><a href="${escape(letter.action.url)}" style="background:#d03a10;color:#fff;padding:12px 20px;border-radius:9px;text-decoration:none;font-weight:bold;display:inline-block">${escape(letter.action.label)}</a></p><p style="margin:0 0 16px;color:#55655e;font-size:14px">${escape(letter.action.url)}</p>`
    : ''
  return `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(letter.subject)}</title></head><body style="margin:0;background:#f3f5f1"><div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#fff;color:#0f241e;font:16px/1.5 Verdana,system-ui,sans-serif">${paragraphs.join('')}${action}</div></body></html>`
}

export interface MailOptions {
  smtpUrl: string | null
  from: string
}

/** Undeliverable for good (5xx): told as a bounce. Anything else is tried again by the queue. */
export const mailBounced: ((
  trx: Trx,
  mail: { id: string; purpose: string; aboutId: string | null },
) => Promise<void>)[] = []

export function mailJobs(jobs: Jobs, options: MailOptions): void {
  const transport = options.smtpUrl ? createTransport(options.smtpUrl) : null
  jobs.on<{ id: string }>('deliver-mail', (database, { id }) =>
    deliver(database, transport, options.from, id),
  )
}

interface MailRow {
  id: string
  to_address: string
  subject: string
  body_text: string
  body_html: string
  purpose: string
  about_id: string | null
}

async function deliver(
  database: Database,
  transport: Transporter | null,
  from: string,
  id: string,
): Promise<void> {
  const mail = await database.db.row<MailRow>(sql`
    select id, to_address, subject, body_text, body_html, purpose, about_id from mails where id = ${id} and state = 'queued'`)
  if (!mail) return
  if (!transport) {
    await database.transaction((trx) => trx.run(sql`update mails set state = 'kept' where id = ${id}`))
    return
  }
  try {
    await transport.sendMail({
      from,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      messageId: `<${mail.id}@elan>`,
    })
  } catch (error) {
    const { problem, bounced } = verdictOn(error as SmtpError)
    if (bounced) return writeDown(() => noteBounce(database, mail, problem))
    await noteDelay(database, id, problem)
    // Not the server's own words: they repeat the address.
    throw new Error(problem)
  }
  await writeDown(() => noteSent(database, id))
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  /** What it answers: 'RCPT TO', 'DATA', 'AUTH PLAIN'… */
  command?: string
}

/** Refused for good about this addressee or this letter. Refused about us (password, sender): ours to mend, then it leaves. */
function verdictOn({ code, responseCode = 0, command = '' }: SmtpError): {
  problem: string
  bounced: boolean
} {
  const final = responseCode >= 500 && responseCode <= 599
  const bounced = final && (command === 'RCPT TO' || command === 'DATA')
  if (bounced) return { problem: `SMTP ${responseCode}`, bounced }
  return { problem: ['SMTP', responseCode || code || 'CONN', command].filter(Boolean).join(' '), bounced }
}

const noteBounce = (database: Database, mail: MailRow, problem: string) =>
  database.transaction(async (trx) => {
    await trx.run(sql`update mails set state = 'bounced', problem = ${problem} where id = ${mail.id}`)
    for (const listener of mailBounced)
      await listener(trx, { id: mail.id, purpose: mail.purpose, aboutId: mail.about_id })
  })

/** It stays queued, and says why, until it is too old to leave. */
const noteDelay = (database: Database, id: string, problem: string) =>
  database.transaction((trx) =>
    trx.run(sql`
      update mails set problem = ${problem},
        state = case when created_at < now() - make_interval(days => ${MOST_DAYS}) then 'failed' else state end
      where id = ${id}`),
  )

/** Once gone, its text (links, codes) is not kept. */
const noteSent = (database: Database, id: string) =>
  database.transaction(async (trx) => {
    await trx.run(sql`
      update mails set state = 'sent', problem = null, sent_at = now(), body_text = '', body_html = '' where id = ${id}`)
  })

const AGAIN_MS = 1000

/** It left: that must be written however long the database is away, or it would leave a second time. */
async function writeDown(write: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (!isDatabaseAway(error as { code?: string; message?: string })) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
