import type { FastifyReply, FastifyRequest } from 'fastify'
import { isUnchanged } from '../etag.ts'
import { type Bytes, bytesOf, type Coding } from './bytes.ts'
import { oneLine } from './clean.ts'

type Sent = { bytes: Bytes; changedAt: Temporal.Instant }

/**
 * Sends a calendar file, or 304 to those who have it. Only the ETag decides, as the bytes may change without a later
 * date: a meeting leaves the feed when its time is over.
 */
export async function sendCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, changedAt }: Sent,
  cache: 'public' | 'private' = 'public',
): Promise<FastifyReply> {
  const coding = codingFor(request.headers['accept-encoding'] ?? '')
  const { bytes: body, etag } = await bytes.as(coding)
  reply.header('etag', etag).header('vary', 'accept-encoding').header('cache-control', `${cache}, no-cache`)
  reply.header('last-modified', new Date(changedAt.epochMilliseconds).toUTCString())
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (coding !== 'identity') reply.header('content-encoding', coding)
  return reply.type('text/calendar; charset=utf-8').send(body)
}

/** One entry, to be kept: called by its title; by its slug where only ASCII is understood (RFC 6266 4.3). */
export function attach(reply: FastifyReply, { slug }: { slug: string }, title: string): void {
  const name = encodeURIComponent(`${oneLine(title).slice(0, 80).trim().toWellFormed()}.ics`)
  const starred = name.replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  reply.header('content-disposition', `attachment; filename="${slug}.ics"; filename*=UTF-8''${starred}`)
}

export function toSend(file: string, changedAt: Temporal.Instant): Sent {
  return { bytes: bytesOf(file), changedAt }
}

/** Some calendars choke on compressed feeds: only those who ask for it get it. */
function codingFor(accepted: string): Coding {
  const codings = accepted.split(',').map((one) => one.trim().toLowerCase())
  const wanted = codings.filter((one) => !/;\s*q=0(\.0*)?$/.test(one)).map((one) => one.split(';')[0]?.trim())
  return (['br', 'gzip'] as const).find((coding) => wanted.includes(coding)) ?? 'identity'
}
