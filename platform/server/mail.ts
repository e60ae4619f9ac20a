import { createTransport, type Transporter } from 'nodemailer'
import { v7 as uuid7 } from 'uuid'
import type { Database, Trx } from './db.ts'
import { sql } from './db.ts'
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

/** Written in the transaction of its cause, delivered by a job. */
export async function postLetter(trx: Trx, letter: Letter): Promise<string> {
  const id = uuid7()
  await trx.run(sql`
    insert into mails (id, to_address, member_id, subject, body_text, body_html, purpose, about_id)
    values (${id}, ${letter.to}, ${letter.memberId ?? null}, ${letter.subject}, ${plain(letter)}, ${html(letter)},
      ${letter.purpose}, ${letter.aboutId ?? null})`)
  await enqueue(trx, 'deliver-mail', { id })
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
    const code = (error as { responseCode?: number }).responseCode ?? 0
    if (code < 500 || code > 599) throw error
    await database.transaction(async (trx) => {
      await trx.run(sql`update mails set state = 'bounced', problem = ${`SMTP ${code}`} where id = ${id}`)
      for (const listener of mailBounced)
        await listener(trx, { id, purpose: mail.purpose, aboutId: mail.about_id })
    })
    return
  }
  // Once gone, its text (links, codes) is not kept.
  await database.transaction((trx) =>
    trx.run(
      sql`update mails set state = 'sent', sent_at = now(), body_text = '', body_html = '' where id = ${id}`,
    ),
  )
}
