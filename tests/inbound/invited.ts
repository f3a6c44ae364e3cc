import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, receivedMail, registrations } from '../../db/schema.ts'
import { readConfig } from '../../server/config.ts'
import { takeIn } from '../../server/inbound/take-in.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { dump } from '../dump.ts'
import { lettersWent, registrationBy } from '../registrations/places.ts'
import { now, world } from '../world.ts'
import { reply, type Said, type shapes } from './mails.ts'

export const config = readConfig({
  PUBLIC_URL: 'https://kopa.example.org',
  MAIL_FROM: 'Kopā <kopa@example.org>',
  INBOUND: 'pipe',
})

export const later = now.add({ hours: 24 })

/** One place: Noor has it, her letter went, and Sami waits. */
export async function invited(details: Partial<Meeting> = {}) {
  const here = await world({ capacity: 1, ...details })
  const { db, project, kickoff } = here
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  await lettersWent(db, now)
  const registration = await registrationBy(db, noor)
  const address = `kopa+${registration.replyToken}@example.org`
  const said = (changes: Partial<Said> = {}): Said => ({
    to: address,
    uid: kickoff.id,
    attendee: noor.email,
    sequence: registration.sequence,
    ...changes,
  })
  const receive = (raw: Buffer) => takeIn(db, raw, config, later)
  const answer = (shape: (typeof shapes)[keyof typeof shapes], changes: Partial<Said> = {}) =>
    receive(reply(shape, said(changes)))
  return { ...here, registration, address, receive, answer }
}

/** What became of the messages, in the order in which they came. */
export async function outcomes(db: Database): Promise<string[]> {
  const rows = await db.select().from(receivedMail).orderBy(receivedMail.at)
  return rows.map(({ outcome }) => outcome.split(' ')[0] ?? '')
}

/** Everything but what came in. */
export async function allElse(db: Database) {
  const { receivedMail: _, ...rest } = await dump(db)
  return rest
}

export async function bringsOthers(db: Database, { id }: { id: string }, seats: number) {
  const party = { seats, kind: 'friends' as const }
  await db.transact((tx) => tx.update(registrations).set(party).where(eq(registrations.id, id)), {
    touches: 'everything',
  })
}
