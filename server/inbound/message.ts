import { createHash } from 'node:crypto'
import type { Attachment, ParsedMail } from 'mailparser'
import { z } from 'zod'
import { loadMailparser } from '../libraries.ts'

/** A part of a message beside its text, and what its Content-Type says. */
export type Part = { type: string; name: string; method: string; text: string }

/** What arrived, as far as we look at it. */
export type Message = {
  /** The same each time it arrives. */
  hash: string
  /** Every address it was sent to or came through. */
  recipients: string[]
  header: (name: string) => string
  parts: Part[]
}

/** Larger ones are nothing that we read. */
export const largest = 1024 * 1024
const mostParts = 50
/** Parsers take long over addresses without end. */
const largestHead = 64 * 1024

/** Null for what cannot be read: too large, too deep, or no mail at all. */
export async function readMessage(raw: Buffer): Promise<Message | null> {
  if (raw.length > largest) return null
  const text = raw.toString('latin1')
  if (text.search(/\r?\n\r?\n/) > largestHead || text.split(/boundary[\s*\d]*=/i).length > mostParts) return null
  try {
    return messageOf(await loadMailparser().simpleParser(raw, options), raw)
  } catch {
    // Whatever strangers send us, it is not our fault that it cannot be read.
    return null
  }
}

const options = {
  ...{ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true },
  keepDeliveryStatus: true,
}

function messageOf(mail: ParsedMail, raw: Buffer): Message {
  const lines = mail.headerLines.map(({ key, line }) => ({ key, value: line.slice(line.indexOf(':') + 1).trim() }))
  const header = (name: string) => lines.find(({ key }) => key === name)?.value ?? ''
  const id = mail.messageId ?? ''
  return {
    hash: createHash('sha256')
      .update(id || raw)
      .digest('base64url'),
    recipients: lines.filter(({ key }) => addressed.includes(key)).flatMap(({ value }) => addressesIn(value)),
    header,
    parts: [{ type: 'text/plain', name: '', method: '', text: mail.text ?? '' }, ...mail.attachments.map(partOf)],
  }
}

/** Where servers write down whom a message is for. */
const addressed = [
  ...['to', 'cc', 'delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-forwarded-to', 'received'],
]

function addressesIn(value: string): string[] {
  return (value.match(/[^\s<>,;:"()[\]]{1,64}@[^\s<>,;:"()[\]]{1,255}/g) ?? []).slice(0, 50)
}

function partOf({ contentType, filename, headers, content }: Attachment): Part {
  const { params } = contentTypeSaid.parse(headers.get('content-type'))
  return {
    type: contentType.toLowerCase(),
    name: (filename ?? '').toLowerCase(),
    method: (params.method ?? '').toUpperCase(),
    text: decoded(content, params.charset ?? 'utf-8'),
  }
}

const contentTypeSaid = z
  .object({ params: z.object({ method: z.string().optional(), charset: z.string().optional() }).catch({}) })
  .catch({ params: {} })

function decoded(content: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(content)
  } catch {
    return content.toString('utf8')
  }
}
