import { expect, test } from 'vitest'
import { letters, registrations } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { parsers } from '../calendar/parsers.ts'
import { liga, noor } from '../cast.ts'
import { readQr } from '../qr-reader.ts'
import { world } from '../world.ts'
import { post, postOffice } from './post-office.ts'

test('a confirmation reaches the person with an invitation, each part where programs look for it', async () => {
  const { db, project, kickoff, pupils, now } = await world()
  const office = await postOffice()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, now)

  expect(office.received).toHaveLength(1)
  const { raw, mail, to } = office.received[0] ?? expect.unreachable()
  expect(to).toEqual(['noor@example.org'])
  expect(structure(raw)).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain; charset=utf-8',
    'multipart/related; type="text/html"',
    'text/html; charset=utf-8',
    'image/png; name=door.png',
    'text/calendar; charset=utf-8; method=REQUEST',
    'application/ics; name=invite.ics',
  ])
  const [letter] = await db.select().from(letters)
  const [own] = await db.select().from(registrations)
  const code = mail.attachments.find(({ contentId }) => contentId === '<door-code>') ?? expect.unreachable()
  expect(await readQr(code.content)).toBe(`https://kopa.example.org/door/${own?.doorToken}`)
  expect(mail.text).toContain(`https://kopa.example.org/door/${own?.doorToken}`)
  expect(mail.subject).toBe('You’re in: Kick-off')
  expect(mail.from?.value).toEqual([{ name: 'Kopā', address: 'kopa@example.org' }])
  expect(mail.to).toMatchObject({ value: [{ name: '', address: 'noor@example.org' }] })
  expect(mail.replyTo?.value).toEqual([{ name: '', address: 'jaunatne@example.org' }])
  expect(mail.messageId).toBe(`<${letter?.id}@kopa.example.org>`)
  expect(mail.date?.getTime()).toBe(now.epochMilliseconds)
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail.headers.get('x-auto-response-suppress')).toBe('OOF, AutoReply')
  expect(raw).toMatch(/^\p{ASCII}*$/u)
  expect(letter).toMatchObject({ sentAt: now, attempts: 1, claimedUntil: null, endedAt: null })
  expect(letter?.answer).toMatch(/^250 /)
})

test('both copies of the invitation are the same bytes and read back as the meeting', async () => {
  const { db, project, kickoff, pupils, now } = await world({ sequence: 4 })
  const office = await postOffice()
  await register(db, project, kickoff, { ...liga, groupId: pupils.id }, now)
  await post(db, office.url, now)
  const [first, second, ...others] = calendarParts(office.received[0]?.raw ?? '')
  expect(others).toEqual([])
  expect(first).toBe(second)
  const readings = Object.values(parsers).map((parse) => parse(first ?? ''))
  expect(readings[0]).toEqual(readings[1])
  expect(readings[0]).toEqual([
    expect.objectContaining({
      method: 'REQUEST',
      uid: kickoff.id,
      sequence: 4,
      startsAt: '2026-12-12T15:00:00Z',
      endsAt: '2026-12-12T17:30:00Z',
      status: 'CONFIRMED',
      summary: 'Atklāšana',
      organizer: { name: 'Gen-Y City', address: 'kopa@example.org' },
      attendee: { partstat: 'ACCEPTED', rsvp: true, address: 'liga@example.org' },
      attendees: 1,
    }),
  ])
  expect(first).not.toContain('/mine/')
})

/** The content types in the order of the message, without boundaries. */
function structure(raw: string): string[] {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ')
  return [...unfolded.matchAll(/^Content-Type: (.*)\r$/gim)].map(([, type = '']) => type.replace(/;\s*boundary=.*/, ''))
}

function calendarParts(raw: string): string[] {
  return raw
    .split(/\r\n--[^\r\n]+\r\n/)
    .filter((part) => /^Content-Type: (text\/calendar|application\/ics)/i.test(part))
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n')
      const text = body.join('').split('\r\n--')[0] ?? ''
      return /base64/i.test(head) ? Buffer.from(text, 'base64').toString() : unquoted(text)
    })
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
