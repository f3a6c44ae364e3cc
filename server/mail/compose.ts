import { buffer } from 'node:stream/consumers'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Letter } from '../../db/schema.ts'
import { oneLine } from '../calendar/clean.ts'
import type { Config, MailConfig } from '../config.ts'
import { plusAddress } from './plus-address.ts'
import { senderOf } from './sender.ts'
import type { Written } from './written.ts'

export type MailOptions = SendMailOptions

/** A written letter with its envelope. `first`: the first letter about the same registration, which this one follows. */
export function compose(letter: Letter, written: Written, { config, first, date }: Composing): MailOptions {
  const { subject, text, html, calendar, files = [], pictures = [], replyTo, headers } = written
  return {
    from: senderOf(config),
    to: { name: '', address: letter.recipient },
    ...(config.readsMail ? { envelope: { from: bounceAddress(letter, config), to: letter.recipient } } : {}),
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    subject: oneLine(subject),
    date: new Date(date.epochMilliseconds),
    messageId: messageId(letter, config),
    ...(first && first.id !== letter.id ? { references: messageId(first, config) } : {}),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply', ...headers },
    text,
    html,
    ...(calendar ? { icalEvent: calendar } : {}),
    attachments: [
      ...pictures.map(({ cid, name, content }) => ({ cid, filename: name, content, contentType: 'image/png' })),
      ...files.map(({ name, content }) => ({ filename: name, content, contentType: 'application/ics' })),
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

type Composing = { config: MailConfig; first: Pick<Letter, 'id'> | null; date: Temporal.Instant }

/** The bytes of an `.eml` file: what would go out. */
export async function asFile(mail: MailOptions): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, newline: 'windows' }).sendMail(mail)
  return Buffer.isBuffer(message) ? message : await buffer(message)
}

/** Where the letter comes back to when it reaches nobody: the address names it. */
function bounceAddress({ id }: Pick<Letter, 'id'>, config: MailConfig): string {
  return plusAddress(senderOf(config).address, `b-${id}`)
}

/** The same at every attempt, so that whoever gets a letter twice is shown it once. */
export function messageId(letter: Pick<Letter, 'id'>, { publicUrl }: Pick<Config, 'publicUrl'>): string {
  return `<${letter.id}@${new URL(publicUrl).hostname}>`
}
